package office

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"text/template"
	"unicode/utf8"

	"ketluan/render/calendar"
	"ketluan/render/check"
	"ketluan/render/problem"
	"ketluan/render/record"
)

// profileName is the name of the first profile.
const profileName = "co-quan.profile.yaml"

// Schemas are the JSON Schemas that editors complete records by, by the names
// of their files.
func Schemas() []Schema {
	return []Schema{{"record", record.RecordSchema}, {"profile", record.ProfileSchema}}
}

// A Schema is one of them.
type Schema struct {
	Name  string // record: its file is record.schema.json
	Write func() []byte
}

// A Started is what Start has written.
type Started struct {
	Files    []string // as messages call them
	Record   string   // the first record
	Problems []problem.Problem
}

// Free returns an error where Start would find something in its way, before
// anybody is asked anything. What a killed run has left half done it completes.
func Free(ctx context.Context, f Folder) error {
	release, err := f.Hold(ctx)
	if err != nil {
		return About(f, ".", err)
	}
	err = free(f, profileName)
	if releasing := release(); err == nil {
		err = About(f, ".", releasing)
	}
	return err
}

// free reports a file that stands where one is to be written.
func free(f Folder, name string) error {
	switch _, err := f.Lstat(name); {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return About(f, name, err)
	}
	return &FileError{f.Path(name), ErrThere}
}

// Start writes a profile and a first record of what was answered, with the
// schemas beside them; a schema that is there stays. What was answered may be
// nothing that a notice can have: then nothing is written.
func Start(ctx context.Context, p *Press, f Folder, a Answers) (out Started, err error) {
	changes := firstFiles(a)
	for _, c := range changes {
		if err := free(f, c.Name); err != nil {
			return out, err
		}
	}
	first := changes[1]
	found := Found{Place: Place{Folder: f, Name: first.Name, Source: first.Bytes}, Path: f.Path(first.Name)}
	o := Opened{Found: found, Source: first.Bytes}
	o.read(p.Renderer, first.Bytes, map[string][]byte{path.Join(path.Dir(slashes(found.Path)), profileName): changes[0].Bytes})
	for _, finding := range check.Blocking(review(nil, p.Renderer, o).Findings, false) {
		out.Problems = append(out.Problems, problem.Problem{Pos: problem.Pos{File: finding.Field}, Message: finding.Message, Hint: finding.Hint})
	}
	if len(out.Problems) > 0 {
		return out, nil
	}
	for _, s := range Schemas() {
		if name := s.Name + ".schema.json"; free(f, name) == nil {
			changes = append(changes, Change{Name: name, Bytes: s.Write()})
		}
	}
	if _, err := f.Apply(ctx, changes); err != nil {
		return out, About(f, ".", err)
	}
	for _, c := range changes {
		out.Files = append(out.Files, f.Path(c.Name))
	}
	out.Record = f.Path(first.Name)
	return out, nil
}

// first is what the first files say.
type first struct {
	Answers
	Units        []pair // with their short names
	Groups       []group
	Others       []signer // who may sign beside the head
	Recipients   []string // in the place of the usual ones
	Kept         bool     // the last of them says where it is kept
	Party        bool     // a body of the Party
	Authority    string   // for whom the head signs, as "TM. Ủy ban nhân dân"; "" is nobody
	Head         string   // of the agency, as its notices name him
	Body         string   // who concludes: the head, or the body that decides together
	Concluded    string   // "Kết luận", as the subject begins
	Everyone     string   // all units
	All          string   // the same within a sentence
	Keeps        string   // who keeps the Party's documents
	Meeting      string
	Quarter      string // IV năm 2026
	First, Last  string // deadlines
	Profile      string
	Lead, Second string
}

// firstFiles makes the profile and the first record.
func firstFiles(a Answers) []Change {
	day, _ := calendar.ParseDate(a["meeting-date"])
	quarter := day.Quarter()
	a["agency"] = inFull(a["agency"])
	says := first{
		Answers: a, Units: unitsIn(a["units"]), Meeting: day.Slashed(), Profile: profileName,
		Head: headOf(a["agency"]) + " " + a["agency"], Concluded: "Kết luận", Everyone: "Các phòng, đơn vị", All: "các phòng, đơn vị",
		Quarter: fmt.Sprintf("%s năm %d", quarter.Roman(), quarter.Year),
		First:   calendar.WorkingDay(day, 10).Slashed(), Last: calendar.WorkingDay(day, 20).Slashed(),
	}
	says.Body = says.Head
	switch {
	case isCommittee(a["agency"]):
		says.Authority = "TM. Ủy ban nhân dân"
	case isParty(a["agency"]):
		says.ofParty()
	}
	says.Lead, says.Second = says.Units[0].Name, says.Units[min(1, len(says.Units)-1)].Name
	says.more()
	made := func(name, text string) Change {
		t := template.Must(template.New(name).Funcs(template.FuncMap{"yaml": record.Scalar, "fold": fold}).Parse(text))
		var b bytes.Buffer
		if err := t.Execute(&b, says); err != nil {
			panic(err) // of texts only
		}
		return Change{Name: name, Bytes: b.Bytes()}
	}
	return []Change{made(profileName, firstProfile), made(fmt.Sprintf("%d-q%d-giao-ban.yaml", quarter.Year, quarter.N), firstRecord)}
}

// ofParty says what is otherwise in a body of the Party.
func (f *first) ofParty() {
	agency := f.At("agency")
	f.Party, f.Concluded, f.Everyone, f.All = true, "kết luận", "Các cơ quan, chi bộ trực thuộc", "các cơ quan, chi bộ trực thuộc"
	if name := firstWords(agency, 2); name != "Chi bộ" {
		f.Authority, f.Body, f.Keeps = "T/M Ban Thường vụ", "Ban Thường vụ "+agency, "Văn phòng "+name
		return
	}
	f.Authority, f.Body, f.Keeps = "T/M Chi bộ", agency, "Chi bộ"
}

// At returns an answer for a template.
func (f first) At(flag string) string { return f.Answers[flag] }

// HasParent reports a parent agency.
func (f first) HasParent() bool { return f.Answers["parent"] != "-" }

// inFull writes a committee's name out, as it stands above the number (Phụ lục
// I, II.2a); that of the parent may stay short.
func inFull(agency string) string {
	if name, ok := strings.CutPrefix(agency, "UBND "); ok {
		return "Ủy ban nhân dân " + name
	}
	return agency
}

// fold breaks a text into lines of a folded block that is indented by two.
func fold(s string) string {
	var b strings.Builder
	width := 0
	for i, word := range strings.Split(s, " ") {
		n := utf8.RuneCountInString(word) + 1
		switch width += n; {
		case i == 0:
		case width > 78:
			b.WriteString("\n  ")
			width = n
		default:
			b.WriteByte(' ')
		}
		b.WriteString(word)
	}
	return b.String()
}
