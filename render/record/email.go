package record

import (
	"regexp"

	"gopkg.in/yaml.v3"

	"ketluan/render/problem"
)

// emailPattern is an address alone (RFC 5322, 3.4.1, dot-atom), without a name
// around it: what every mail program takes.
const emailPattern = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*" +
	`@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?`

var emailShape = regexp.MustCompile("^(?:" + emailPattern + ")$")

// maxEmail bounds an address, in characters (RFC 5321, 4.5.3.1.3).
const maxEmail = 254

// email reads the address of a unit; "" where there is none.
func (r *reader) email(n *yaml.Node, at string) string {
	s := r.text(n, at)
	if s == "" || len(s) <= maxEmail && emailShape.MatchString(s) {
		return s
	}
	r.problem(n, at, problem.Textf("%q không phải địa chỉ thư điện tử", "%q is no address of e-mail", short(s)),
		problem.Textf("chỉ ghi một địa chỉ, như phongkhtc@quangngai.gov.vn; chưa có thì bỏ dòng này", "one address alone, as phongkhtc@quangngai.gov.vn; leave it out where there is none"))
	return ""
}
