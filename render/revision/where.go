package revision

import (
	"strings"

	"ketluan/render/problem"
	"ketluan/render/record"
)

// Where returns the place in the record's file of what a place of the document
// names, as kl_2_1_text or opening_1: that of the field, or of the nearest around
// it. A record is found to its line though it has problems; what it does not have
// is its beginning.
func Where(rec *record.Record, name string) problem.Pos {
	p := parse(name)
	field := ""
	switch it := p.item(rec); {
	case it != nil && p.isText():
		field = it.Field() + ".text"
	case it != nil:
		field = it.Field() + "." + p.rest[0]
	case len(p.rest) == 0:
	case p.rest[0] == "opening", p.rest[0] == "closing", p.rest[0] == "recipients", p.rest[0] == "annex":
		field = p.rest[0]
		if len(p.rest) > 1 {
			field += "[" + p.rest[1] + "]"
		}
	case p.rest[0] == "cosigner":
		field = "signer"
	default:
		field = strings.Join(p.rest, ".")
	}
	return rec.Problem(field, problem.Text{}, problem.Text{}).Pos
}
