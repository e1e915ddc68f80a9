package tmpl

import (
	"strings"

	"ketluan/render/record"
)

// above returns the agency that stands above a unit in the head of its papers:
// as its profile says, or the one that gives the tasks. People's committees and
// councils head their papers with their own name alone.
func above(u *record.Unit, agency record.Agency) string {
	if u.Parent != "" {
		return u.Parent
	}
	name := strings.ToLower(u.Name)
	for _, none := range []string{"ủy ban nhân dân", "uỷ ban nhân dân", "ubnd", "hội đồng nhân dân", "hđnd"} {
		if strings.HasPrefix(name, none+" ") {
			return ""
		}
	}
	return agency.Name
}
