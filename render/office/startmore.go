package office

import (
	"fmt"
	"strings"
)

// A group of units, as the first profile says it.
type group struct {
	Name  string
	Units []string
}

// A signer beside the head of the agency.
type signer struct {
	Key, Name, Position string
	Authority           []string // empty: it is not known
}

// more says what was answered to the questions that need no answer.
func (f *first) more() {
	for _, p := range pairsIn(f.At("groups")) {
		g := group{Name: p.Name}
		for u := range strings.SplitSeq(p.Second, ",") {
			if u = strings.TrimSpace(u); u != "" {
				g.Units = append(g.Units, u)
			}
		}
		f.Groups = append(f.Groups, g)
	}
	taken := map[string]bool{"nguoi-dung-dau": true}
	for _, p := range pairsIn(f.At("signers")) {
		key := plainLetters(p.Second)
		if key == "" {
			key = "nguoi-ky"
		}
		for stem, n := key, 2; taken[key]; n++ {
			key = fmt.Sprintf("%s-%d", stem, n)
		}
		taken[key] = true
		f.Others = append(f.Others, signer{key, p.Name, p.Second, f.authorityOf(p.Second)})
	}
	for _, p := range strings.Split(f.At("recipients"), ";") {
		if p = strings.TrimSpace(strings.TrimLeft(strings.TrimSpace(p), "-–")); p != "" {
			f.Recipients = append(f.Recipients, p)
		}
	}
	if n := len(f.Recipients); n > 0 {
		f.Kept = strings.HasPrefix(f.Recipients[n-1], "Lưu")
	}
}

// authorityOf is for whom somebody signs who is not the head: a deputy for the
// head (Điều 13), in a body of the Party for the body. Of others it is not known.
func (f *first) authorityOf(position string) []string {
	if !strings.HasPrefix(position, "Phó ") {
		return nil
	}
	switch {
	case f.Party && f.Authority != "":
		return []string{f.Authority}
	case f.Authority != "":
		return []string{f.Authority, "KT. " + f.At("position")}
	}
	return []string{"KT. " + f.At("position")}
}
