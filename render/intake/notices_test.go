package intake_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	docx "ketluan/render/docx/read"
	"ketluan/render/intake"
	"ketluan/render/pdf/read"
	"ketluan/render/record"
	"ketluan/render/testdata/calc"
)

// A notice is one of the forty: a content in a manner, as Word or as PDF.
var update = flag.Bool("update", false, "rewrite the expected texts")

type notice struct {
	content
	manner
	pdf bool
	src []byte
}

func (n notice) String() string {
	kind := ".docx"
	if n.pdf {
		kind = ".pdf"
	}
	return fmt.Sprintf("%s, %s, %s", n.code, n.manner.name, kind)
}

// forty makes them. Every third becomes a PDF by LibreOffice.
func forty() []notice {
	var all []notice
	for i := range 40 {
		n := notice{content: contents[i%len(contents)], manner: manners[(i+5*(i/len(contents)))%len(manners)], pdf: i%3 == 2}
		if n.tracked {
			n.pdf = false // LibreOffice prints what was deleted
		}
		n.src = n.manner.docx(n.content)
		all = append(all, n)
	}
	return all
}

// asPDF converts those that are to be PDF, in one run.
func asPDF(t *testing.T, all []notice) []notice {
	office, dir := calc.New(t), t.TempDir()
	args := []string{"--convert-to", "pdf", "--outdir", dir}
	for i, n := range all {
		if n.pdf {
			name := filepath.Join(dir, fmt.Sprintf("%d.docx", i))
			if err := os.WriteFile(name, n.src, 0o600); err != nil {
				t.Fatal(err)
			}
			args = append(args, name)
		}
	}
	office.Run(args...)
	for i := range all {
		if all[i].pdf {
			src, err := os.ReadFile(filepath.Join(dir, fmt.Sprintf("%d.pdf", i)))
			if err != nil {
				t.Fatal(err)
			}
			all[i].src = src
		}
	}
	return all
}

func (n notice) read() (*intake.Notice, error) {
	var lines intake.Source
	if n.pdf {
		f, err := read.Open(n.src)
		if err != nil {
			return nil, err
		}
		if lines, err = intake.FromPDF(f); err != nil {
			return nil, err
		}
	} else {
		f, err := docx.Open(n.src)
		if err != nil {
			return nil, err
		}
		lines = intake.FromWord(f)
	}
	return intake.Read(lines)
}

// recordOf parses the draft of a notice with its profile.
func recordOf(n *intake.Notice) (*record.Record, error) {
	src := n.Record(intake.Names{Source: "a.docx", Profile: "a.profile.yaml"})
	profile := intake.Profile("a.docx", []*intake.Notice{n})
	rec, problems := record.Parse(src, record.Source{Name: "a.yaml", Open: func(string) ([]byte, error) { return profile, nil }})
	if rec == nil || len(problems) > 0 {
		return rec, fmt.Errorf("%v\n%s\n%s", problems, src, profile)
	}
	return rec, nil
}

// A score counts what of a field was filled in, what of that is right, and what
// there is to be found.
type score struct{ filled, right, wanted int }

func (s score) precision() float64 { return share(s.right, s.filled) }
func (s score) recall() float64    { return share(s.right, s.wanted) }

func share(a, b int) float64 {
	if b == 0 {
		return 1
	}
	return float64(a) / float64(b)
}

// scores are those of all fields.
type scores struct {
	t     *testing.T
	of    map[string]*score
	quiet bool // says the sums alone
}

// mark compares a field; capitals are one with small letters.
func (s scores) mark(n notice, field, got, want string) {
	if s.of[field] == nil {
		s.of[field] = &score{}
	}
	one := s.of[field]
	if strings.Contains(got, "[điền") {
		got = ""
	}
	got, want = strings.ToLower(got), strings.ToLower(want)
	if want != "" {
		one.wanted++
	}
	if got != "" {
		one.filled++
		if got == want {
			one.right++
		}
	}
	if got != want && !s.quiet {
		s.t.Logf("%v: %s: %q, want %q", n, field, got, want)
	}
}

func (s scores) notice(n notice) {
	read, err := n.read()
	rec := &record.Record{}
	if err == nil {
		rec, err = recordOf(read)
	} else {
		read = &intake.Notice{}
	}
	if err != nil {
		s.t.Logf("%v: %v", n, err)
	}
	parent, agency := n.parentName, n.agencyName
	if n.head == "picture" {
		parent, agency = "", ""
	}
	day := func(d interface{ IsZero() bool }, text string) string {
		if d.IsZero() {
			return ""
		}
		return text
	}
	s.mark(n, "parent", rec.Agency.Parent, parent)
	s.mark(n, "agency", rec.Agency.Name, agency)
	s.mark(n, "symbol", rec.Agency.Code, n.code)
	s.mark(n, "place", rec.Agency.Place, n.place)
	s.mark(n, "number", strings.TrimLeft(rec.Number, "0"), n.number)
	s.mark(n, "date", padded(read.Date.Text), padded(n.date))
	s.mark(n, "meeting", day(rec.MeetingDate, rec.MeetingDate.Slashed()), n.meeting)
	s.mark(n, "subject", rec.Subject, strings.Join(n.subject, " "))
	s.mark(n, "opening", strings.Join(rec.Opening, "\n"), strings.Join(n.opening, "\n"))
	s.mark(n, "closing", strings.Join(rec.Closing, "\n"), strings.TrimSuffix(n.closing, "./."))
	s.mark(n, "recipients", strings.Join(rec.Recipients, "\n"), strings.Join(n.recipients, "\n"))
	s.mark(n, "authority", strings.Join(rec.Signer.Authority, "\n"), strings.Join(n.authority, "\n"))
	s.mark(n, "position", rec.Signer.Position, n.position)
	s.mark(n, "name", rec.Signer.Name, n.content.name)
	s.items(n, read, rec)
}

// items compares the conclusions, line by line, and what is said of each.
func (s scores) items(n notice, read *intake.Notice, rec *record.Record) {
	var got []*record.Item
	var labels []string
	var walk func([]*record.Item)
	walk = func(items []*record.Item) {
		for _, it := range items {
			got = append(got, it)
			walk(it.Items)
		}
	}
	walk(rec.Conclusions)
	var label func([]*intake.Item)
	label = func(items []*intake.Item) {
		for _, it := range items {
			labels = append(labels, it.Label)
			label(it.Items)
		}
	}
	label(read.Conclusions)
	if len(got) != len(n.body) && !s.quiet {
		s.t.Logf("%v: %d items, want %d", n, len(got), len(n.body))
	}
	whole := func(i int) string {
		return strings.TrimSpace(labels[i] + " " + strings.TrimSpace(got[i].Heading+" "+got[i].Text))
	}
	at := 0
	for _, line := range n.body {
		text, said, _ := strings.Cut(line, " || ")
		text = strings.ReplaceAll(text, "**", "")
		text = strings.TrimPrefix(strings.TrimPrefix(text, "# "), "~ ")
		for i := at; i < min(at+4, len(got)); i++ { // behind items that are none
			if whole(i) == text {
				at = i
				break
			}
		}
		have, it := "", &record.Item{}
		if at < len(got) {
			it, have = got[at], whole(at)
			at++
		}
		s.mark(n, "item", have, text)
		want := map[string]string{}
		for part := range strings.SplitSeq(said, "; ") {
			key, value, _ := strings.Cut(part, "=")
			want[key] = value
		}
		if it.Task || want["lead"] != "" || want["with"] != "" {
			s.mark(n, "lead", namesOf(it.Leads), sorted(want["lead"]))
			s.mark(n, "partners", namesOf(it.Partners), sorted(want["with"]))
		}
		by := ""
		if !it.Deadline.Day.IsZero() && (it.Task || want["day"] != "") {
			by = it.Deadline.Day.String()
		}
		s.mark(n, "deadline", by, want["day"])
	}
}

func namesOf(units []*record.Unit) string {
	var all []string
	for _, u := range units {
		all = append(all, u.Name)
	}
	slices.Sort(all)
	return strings.Join(all, "|")
}

// sorted parts a list of units at the commas before their kinds.
func sorted(list string) string {
	if strings.Contains(list, " + ") {
		all := strings.Split(list, " + ")
		slices.Sort(all)
		return strings.Join(all, "|")
	}
	var all []string
	for _, part := range strings.Split(list, ", ") {
		if first, _, _ := strings.Cut(part, " "); len(all) > 0 && !slices.Contains([]string{"Sở", "Văn", "Phòng", "Trung", "Công", "Bệnh", "Cục", "Vụ"}, first) {
			all[len(all)-1] += ", " + part
			continue
		}
		all = append(all, part)
	}
	slices.Sort(all)
	return strings.Join(all, "|")
}

// Of forty notices in the manners of offices, what is filled in is right, and
// most is found.
func TestForty(t *testing.T) {
	all := forty()
	if testing.Short() {
		all = slices.DeleteFunc(all, func(n notice) bool { return n.pdf })
	} else {
		all = asPDF(t, all)
	}
	measure(t, all, 0.99, false)
}

// Contents that the reader was not made for, in all manners.
func TestUnseen(t *testing.T) {
	var all []notice
	for _, c := range unseen {
		for _, m := range manners {
			all = append(all, notice{content: c, manner: m, src: m.docx(c)})
		}
	}
	measure(t, all, 0.97, false)
}

// measure reads notices and holds the figures of each field; without a precision
// it only says them.
func measure(t *testing.T, all []notice, precision float64, quiet bool) {
	t.Helper()
	s := scores{t, map[string]*score{}, quiet}
	for _, n := range all {
		s.notice(n)
	}
	recall := map[string]float64{"number": 0.95, "date": 0.95, "agency": 0.95, "subject": 0.95, "recipients": 0.95, "position": 0.95, "name": 0.95, "authority": 0.95, "lead": 0.85, "deadline": 0.95}
	var fields []string
	for f := range s.of {
		fields = append(fields, f)
	}
	slices.Sort(fields)
	for _, f := range fields {
		one := s.of[f]
		t.Logf("%-10s  %3d of %3d filled in are right (%5.1f %%), of %3d that there are (%5.1f %%)", f, one.right, one.filled, 100*one.precision(), one.wanted, 100*one.recall())
		if precision > 0 && (one.precision() < precision || one.recall() < recall[f]) {
			t.Errorf("%s: precision %.3f, recall %.3f", f, one.precision(), one.recall())
		}
	}
}
