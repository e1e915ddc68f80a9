package record

import (
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// A Choice is one that a record has for the key of a signer.
type Choice struct {
	Key string // as the record writes it
	Signer
}

// Words are who it is, on one line: "TL. Giám đốc, Chánh Văn phòng: Nguyễn Văn A".
func (c Choice) Words() string {
	post := commaJoined(append(slices.Clone(c.Authority), c.Position)...)
	if c.Name == "" {
		return post
	}
	return strings.TrimPrefix(post+": "+c.Name, ": ")
}

// Signers returns who may sign the record, in the order of their keys.
func (r *Record) Signers() []Choice {
	var all []Choice
	for _, key := range slices.Sorted(maps.Keys(r.signers)) {
		all = append(all, Choice{key, r.signers[key]})
	}
	return all
}

// Offered returns the recipients of the record's profile, whatever the record
// itself says.
func (r *Record) Offered() []string { return r.offered }

// Fold makes names of units comparable, as they are looked up: capitals, kinds of
// dashes and spaces do not tell them apart.
func Fold(name string) string { return foldName(norm.NFC.String(name)) }
