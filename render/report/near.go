package report

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"ketluan/render/problem"
)

// takenFor tells that a cell was read as what it does not quite say.
func (c Cell) takenFor(said, value string) {
	c.Tell(problem.Textf("%q được đọc là %q", "%q is read as %q", Short(said), value), problem.Textf("nếu không phải thì hỏi lại đơn vị", "if it is not that ask the unit"))
}

// nearStates are other words for the states, without marks. What may be one
// state or another is not among them: "chưa hoàn thành", "đã thực hiện", "cơ bản
// hoàn thành".
var nearStates = []struct {
	said  *regexp.Regexp
	state State
}{
	{regexp.MustCompile(`^(da )?(hoan thanh|hoan tat|ht|xong|lam xong|thuc hien xong)( 100 ?%)?$`), Done},
	{regexp.MustCompile(`^(da )?hoan thanh ?\(?(dung han|truoc han|som|qua han|tre han)\)?$`), Done},
	{regexp.MustCompile(`^100 ?%$`), Done},
	{regexp.MustCompile(`^dang (thuc hien|th|lam|trien khai|tien hanh)([,;:( ]+(dat )?\d{1,2} ?%\)?)?$`), UnderWay},
	{regexp.MustCompile(`^chua (thuc hien|th|lam|trien khai|tien hanh|bat dau)$`), NotStarted},
	{regexp.MustCompile(`^tam dung$|^(xin|de nghi) gia han$|^tam dung[,; ]+(xin|de nghi) gia han$`), Paused},
}

// nearState returns the state that other words say, Unsaid where none is sure.
func nearState(s string) State {
	s = strings.Trim(unmarked(s), " .,;:!-+*\"'")
	for _, near := range nearStates {
		if near.said.MatchString(s) {
			return near.state
		}
	}
	return Unsaid
}

// unmarked returns a text in small letters without the marks of Vietnamese.
func unmarked(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r):
			return -1
		case r == 'đ':
			return 'd'
		}
		return r
	}, norm.NFKD.String(strings.ToLower(s)))
}
