package office

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"ketluan/render/intake"
)

// An importer writes the drafts of what was read.
type importer struct {
	ctx   context.Context
	press *Press
	order Importing
	out   *Imports
	taken map[string]bool // names that this run writes, by the paths of messages
	named map[string]bool // names of records that were free
}

// A draft is a source with where its record goes.
type draft struct {
	source
	at    int // of out.Files
	place ref
}

// write groups the sources by agency, and writes each group's profile and
// records.
func (w *importer) write(all []source) error {
	w.taken, w.named = map[string]bool{}, map[string]bool{}
	byStem := map[string]string{} // the .docx that is taken, by the path without its ending
	for _, s := range all {
		if s.err == nil && strings.EqualFold(path.Ext(s.Name), ".docx") {
			byStem[stemPath(s.Path)] = s.Path
		}
	}
	groups := map[string][]draft{}
	var order []string
	for _, s := range all {
		i := Imported{Path: s.Path}
		docx := byStem[stemPath(s.Path)]
		switch {
		case docx != "" && docx != s.Path && s.Walked:
			i.Passed = docx
		case s.err != nil:
			i.Failed = true
			i.Problems = ProblemsOf("", &FileError{s.Path, cut(s.err)})
		default:
			d := draft{source: s, at: len(w.out.Files), place: w.placeOf(s)}
			key := d.place.Folder.Path(".") + "\x00" + Fold(s.notice.Agency.Text) + "\x00" + s.notice.Code.Text + "\x00" + s.notice.Parent.Text
			if groups[key] == nil {
				order = append(order, key)
			}
			groups[key] = append(groups[key], d)
		}
		w.out.Files = append(w.out.Files, i)
	}
	for _, key := range order {
		if err := w.group(groups[key]); err != nil {
			return err
		}
	}
	return nil
}

func stemPath(p string) string { return Fold(strings.TrimSuffix(p, path.Ext(p))) }

// placeOf is where the record of a source goes.
func (w *importer) placeOf(s source) ref {
	f, name := w.order.Out, s.Rel
	if f == nil {
		f, name = s.Folder, s.Name
	}
	name = path.Join(path.Dir(name), stemOfSource(name)+".yaml")
	switch {
	case w.order.Name != "":
		name = w.order.Name
	case w.order.Called:
		name = w.called(f, s.notice)
	}
	return ref{f, name}
}

// called is the name of a record after its notice. One without a number is not
// told from others by that: it has the next name that is free.
func (w *importer) called(f Folder, n *intake.Notice) string {
	if code := w.codeOf(n); code != "" {
		return strings.ToLower(code) + ".yaml"
	}
	stem := "thong-bao"
	if q := n.Quarter(); q.N != 0 {
		stem = strings.ToLower(q.String()) + "-thong-bao"
	}
	for n := 1; ; n++ {
		name := stem + ".yaml"
		if n > 1 {
			name = fmt.Sprintf("%s-%d.yaml", stem, n)
		}
		if !w.named[name] && vacant(f, name) {
			w.named[name] = true
			return name
		}
	}
}

// group writes the records of one agency.
func (w *importer) group(all []draft) (err error) {
	f := all[0].place.Folder
	release, err := f.Hold(w.ctx)
	if err != nil {
		return About(f, ".", err)
	}
	defer func() {
		if releasing := release(); err == nil {
			err = About(f, ".", releasing)
		}
	}()
	var notices []*intake.Notice
	fresh := all[:0:0]
	for _, d := range all {
		shown := f.Path(d.place.Name)
		if w.taken[Fold(shown)] || !vacant(f, d.place.Name) {
			w.fail(d, &FileError{shown, ErrOccupied})
			continue
		}
		w.taken[Fold(shown)] = true
		notices, fresh = append(notices, d.notice), append(fresh, d)
	}
	if len(fresh) == 0 {
		return nil
	}
	profile := w.profileName(f, path.Dir(fresh[0].place.Name), notices[0].Code.Text)
	sourceName := path.Base(fresh[0].Path)
	if len(fresh) > 1 {
		sourceName = fmt.Sprintf("%d thông báo", len(fresh))
	}
	content := intake.Profile(sourceName, notices)
	changes := []Change{{Name: profile, Bytes: content}}
	for _, d := range fresh {
		changes = append(changes, Change{Name: d.place.Name, Bytes: w.record(d, profile, content)})
	}
	if _, err := f.Apply(w.ctx, changes); err != nil {
		return About(f, ".", err)
	}
	for _, c := range changes {
		if f == w.order.Out {
			w.out.back.folder = f
			w.out.back.changes = append(w.out.back.changes, Change{Name: c.Name, Remove: true, Was: []string{SumOf(c.Bytes)}})
		}
	}
	w.out.Profiles = append(w.out.Profiles, f.Path(profile))
	for _, d := range fresh {
		w.out.Files[d.at].Record, w.out.Files[d.at].Profile = f.Path(d.place.Name), f.Path(profile)
	}
	return nil
}

func (w *importer) fail(d draft, err error) {
	i := &w.out.Files[d.at]
	i.Failed, i.Problems = true, ProblemsOf("", err)
}

// vacant reports a name that nothing has.
func vacant(f Folder, name string) bool {
	_, err := f.Lstat(name)
	return errors.Is(err, fs.ErrNotExist)
}

// profileName is that of the agency's letters, or the next that is free. It
// stands where the first record does, or above all.
func (w *importer) profileName(f Folder, dir, code string) string {
	if w.order.Name == "" && w.order.Out != nil {
		dir = "."
	}
	stem := plainLetters(code)
	if stem == "" {
		stem = "co-quan"
	}
	for n := 1; ; n++ {
		name := path.Join(dir, stem+".profile.yaml")
		if n > 1 {
			name = path.Join(dir, fmt.Sprintf("%s-%d.profile.yaml", stem, n))
		}
		if key := Fold(f.Path(name)); !w.taken[key] && vacant(f, name) {
			w.taken[key] = true
			return name
		}
	}
}

var notPlain = regexp.MustCompile(`[^a-z0-9]+`)

// plainLetters writes a code for the name of a file: SKH&CN is skhcn.
func plainLetters(s string) string {
	var b strings.Builder
	for _, c := range norm.NFD.String(strings.ToLower(s)) {
		switch {
		case c == 'đ':
			b.WriteByte('d')
		case !unicode.Is(unicode.Mn, c):
			b.WriteRune(c)
		}
	}
	return strings.Trim(notPlain.ReplaceAllString(strings.ReplaceAll(b.String(), "&", ""), "-"), "-")
}

// record writes the draft of a record, and compares what it makes with the
// source.
func (w *importer) record(d draft, profile string, content []byte) []byte {
	i := &w.out.Files[d.at]
	i.Gaps = d.notice.Gaps
	names := intake.Names{Source: path.Base(d.Path), Profile: between(path.Dir(d.place.Name), profile), Code: w.codeOf(d.notice)}
	src := d.notice.Record(names)
	read := func(src []byte) Opened {
		shown := d.place.Folder.Path(d.place.Name)
		o := Opened{Found: Found{Place: Place{Folder: d.place.Folder, Name: d.place.Name, Source: src}, Path: shown}, Source: src}
		o.read(w.press.Renderer, src, map[string][]byte{path.Join(path.Dir(slashes(shown)), names.Profile): content})
		return o
	}
	o := read(src)
	i.Problems = o.Problems
	if o.Record == nil || len(o.Problems) > 0 {
		names.Quarter = "2000-Q1"
		o = read(d.notice.Record(names)) // only the quarter may have been missing
	}
	if o.Record != nil {
		i.Tasks = len(o.Record.Tasks())
		if made, err := w.press.Document(o.Record).Draft(o.Record); err == nil {
			i.Text = d.notice.Compare(made)
		} else {
			i.Problems = append(i.Problems, ProblemsOf(o.Path, err)...)
		}
	}
	return src
}

// codeOf is a code that tells the notices of a quarter apart: by their numbers.
func (w *importer) codeOf(n *intake.Notice) string {
	q, number := n.Quarter(), n.Number.Text
	if q.N == 0 || number == "" {
		return ""
	}
	return q.String() + "-TB" + plainLetters(number)
}

// between is the path from a folder to a file of the same root.
func between(dir, name string) string {
	if dir == "." {
		return name
	}
	if rest, ok := strings.CutPrefix(name, dir+"/"); ok {
		return rest
	}
	return strings.Repeat("../", strings.Count(dir, "/")+1) + name
}
