package record

import (
	"strings"

	"ketluan/render/kind"
)

// Cited returns number and symbol of the record's notice as other papers cite
// them: "05/TB-SKHCN", the Party's "05-TB/ĐU". A number that is still open is
// room for n characters.
func (r *Record) Cited(n int) string {
	number := r.Number
	switch {
	case number == "":
		number = strings.Repeat("\u00A0", min(max(n, 0), 100))
	case len(number) == 1 && '1' <= number[0] && number[0] <= '9':
		number = "0" + number
	}
	return r.NoticeKind().Symbol(number, r.Agency.Code)
}

// NoticeKind returns the kind of the notice that the record's system has.
func (r *Record) NoticeKind() kind.Kind {
	system, _ := kind.SystemNamed(r.System)
	return system.Of(kind.Notice().Title(), "")
}
