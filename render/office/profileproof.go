package office

import (
	"context"
	"path"

	"ketluan/render/problem"
)

// A ProfileProof is what a profile comes to as it stands: what is wrong with it,
// and with the records that name it.
type ProfileProof struct {
	Problems []problem.Problem
	Users    []ProfileUser
	More     bool // records that were not looked at
}

// A ProfileUser is a record that names a profile, with what would be wrong with it.
type ProfileUser struct {
	Found
	Problems []problem.Problem
}

// Of the records of a folder not all are looked at while a profile is written.
const (
	maxAsked = 300
	maxUsers = 40
)

// ProveProfile reads the records that name a profile as if it had these bytes.
// Nothing is written.
func ProveProfile(ctx context.Context, p *Press, profile Found, src []byte, records []Found) (out ProfileProof) {
	place := path.Clean(slashes(profile.Path))
	seen := map[problem.Problem]bool{}
	tell := func(o Opened) (own []problem.Problem) {
		for _, one := range o.Problems {
			switch {
			case path.Clean(slashes(one.Pos.File)) != place:
				own = append(own, one)
			case !seen[one]:
				seen[one] = true
				out.Problems = append(out.Problems, one)
			}
		}
		return own
	}
	read := func(f Found) Opened {
		o := Opened{Found: f, Err: f.Err, Source: f.Source}
		if o.Err == nil && o.Source == nil {
			o.Source, o.Err = ReadFile(f.Folder, f.Name, MaxRecord)
		}
		if o.Err == nil {
			o.read(p.Renderer, o.Source, map[string][]byte{place: src})
		}
		return o
	}
	for i, f := range records {
		if i == maxAsked || len(out.Users) == maxUsers || ctx.Err() != nil {
			out.More = true
			break
		}
		if o := read(f); o.profiles[place] == (ref{}) && has(o.profiles, place) {
			out.Users = append(out.Users, ProfileUser{f, tell(o)})
		}
	}
	if len(out.Users) == 0 { // a record that says nothing else
		alone := profile
		alone.Path, alone.Err = path.Join(path.Dir(place), "ban-ghi.yaml"), nil
		alone.Source = []byte("meeting-date: 01/01/2026\nprofile: \"" + path.Base(place) + "\"\n")
		tell(read(alone))
	}
	return out
}

func has(profiles map[string]ref, place string) bool {
	_, ok := profiles[place]
	return ok
}
