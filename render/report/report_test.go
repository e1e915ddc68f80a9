package report

import (
	"encoding/json"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"

	"ketluan/render/calendar"
	"ketluan/render/problem"
	"ketluan/render/record"
	"ketluan/render/sheet"
)

// firstFormat are the fields of ledgers that say nothing of their format; any
// other comes with a format of its own.
var firstFormat = []string{"state", "percent", "completed", "result", "document", "difficulties", "proposed"}

// taken are names that stand beside those of fields: in ledgers, in JSON, in
// columns and in texts of templates.
var taken = []string{"format", "record", "tasks", "id", "text", "reports", "unit", "on", "time", "source", "partner", "leads", "deadline", "daysLate"}

var keyShape = regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)

// Every row has all that a row has; one that lacks something is found.
func TestComplete(t *testing.T) {
	for _, lack := range lacks(Fields()) {
		t.Error(lack)
	}
	whole := TextField("chief-officer", 2, problem.Text{VI: "lãnh đạo", EN: "the officer"}, problem.Text{VI: "Lãnh đạo", EN: "Officer"})
	if found := lacks(append(Fields(), whole)); len(found) > 0 {
		t.Error(found)
	}
	for want, spoil := range map[string]func(*Field){
		"key": func(f *Field) { f.Key, f.With = "chiefOfficer", "chiefOfficer" }, "taken": func(f *Field) { f.Key, f.With = "unit", "unit" }, "twice": func(f *Field) { f.Key, f.With = "result", "result" },
		"format": func(f *Field) { f.Since = 1 }, "kind": func(f *Field) { f.Kind = nil }, "speaker": func(f *Field) { f.By = 0 },
		"with": func(f *Field) { f.With = "" }, "joint": func(f *Field) { f.Joint = nil }, "head": func(f *Field) { f.Head.EN = "" },
		"about": func(f *Field) { f.About = problem.Text{} }, "words": func(f *Field) { f.Words.VI = "Lãnh đạo" },
	} {
		f := whole
		spoil(&f)
		if found := lacks(append(Fields(), f)); len(found) != 1 || !strings.Contains(found[0], want) {
			t.Errorf("without %s: %q", want, found)
		}
	}
}

// lacks are what the rows of a table leave out.
func lacks(t Table) []string {
	var found []string
	known := map[string]bool{}
	leads := map[string]bool{}
	for _, f := range t {
		leads[f.Key] = f.With == f.Key
	}
	for _, f := range t {
		for what, lack := range map[string]bool{
			"is no key": !keyShape.MatchString(f.Key), "is taken": slices.Contains(taken, f.Key), "stands twice": known[f.Key],
			"has no format of its own": f.Since < 1 || f.Since == 1 && !slices.Contains(firstFormat, f.Key),
			"has no kind":              f.Kind == nil, "has no speaker": f.By != Leads && f.By != Everyone,
			"goes with nothing": !leads[f.With], "has no joint": f.Joint == nil,
			"has no head": f.Head.VI == "" || f.Head.EN == "", "has no about": f.About.VI == "" || f.About.EN == "",
			"has no words with the value": strings.Count(f.Words.VI, "%s") != 1 || strings.Count(f.Words.EN, "%s") != 1,
		} {
			if lack {
				found = append(found, f.Key+" "+what)
			}
		}
		known[f.Key] = true
	}
	return found
}

// filled is a cell that each kind takes.
var filled = map[string]sheet.FilledCell{
	"state": {Kind: sheet.FilledText, Text: "Hoàn  thành"}, "percent": {Kind: sheet.FilledNumber, Number: 0.4}, "completed": {Kind: sheet.FilledText, Text: "14/10/2020"},
	"proposed": {Kind: sheet.FilledText, Text: "14/12/2020"}, "": {Kind: sheet.FilledText, Text: "yes: \u2028#1\n- \"hai\" \u200B"},
}

func cellOf(c sheet.FilledCell, told *[]string) Cell {
	return Cell{FilledCell: c, Meeting: calendar.Date{Year: 2020, Month: 9, Day: 28}, AsOf: calendar.Date{Year: 2020, Month: 12, Day: 1}, Deadline: calendar.Date{Year: 2020, Month: 10, Day: 31},
		Tell: func(message, _ problem.Text) { *told = append(*told, message.VI) }}
}

// What a cell says of any field is written as YAML and read again as the same.
func TestThere(t *testing.T) {
	fields := append(Fields(), TextField("supervisor", 3, problem.Text{VI: "lãnh đạo", EN: "officer"}, problem.Text{VI: "Lãnh đạo", EN: "Officer"}))
	said := Values{}
	for _, f := range fields {
		c, ok := filled[f.Key]
		if !ok {
			c = filled[""]
		}
		var told []string
		value := f.Kind.Cell(cellOf(c, &told))
		if value == nil || len(told) > 0 {
			t.Fatalf("%s: %v %q", f.Key, value, told)
		}
		said[f.Key] = value
		again := Values{}
		keys := []record.Key[Values]{{Name: f.Key, Read: func(v record.Value, into *Values) { (*into)[f.Key] = f.Kind.Read(v) }}}
		if _, problems := record.ReadKeys("a", []byte(f.Key+": "+value.YAML()), 1<<20, keys, &again); len(problems) > 0 || again[f.Key] != value {
			t.Errorf("%s: %q is read as %v, %v", value.YAML(), value, again, problems)
		}
	}
	if plain := fields.Plain(said); plain["State"] != Done || *plain["Percent"].(*int) != 40 || plain["Supervisor"] != "yes: #1\n- \"hai\"" || plain["Completed"] != (calendar.Date{Year: 2020, Month: 10, Day: 14}) {
		t.Errorf("%#v", plain)
	}
	if plain := fields.Plain(nil); plain["State"] != Unsaid || plain["Percent"] != (*int)(nil) || plain["Supervisor"] != "" || plain["Completed"] != (calendar.Date{}) {
		t.Errorf("%#v", plain)
	}
	if fields.FormatOf(said) != 3 || fields.Format() != 3 || Fields().Format() != 2 || fields.FormatOf(Values{"state": Done}) != 1 {
		t.Error("formats")
	}
}

// What is shown, in each way of printing.
func TestShown(t *testing.T) {
	fields := Fields()
	for i := range fields {
		fields[i].Shown = true
	}
	v := Values{"state": UnderWay, "percent": Percent(0), "document": Text("<12>/BC\nhai"), "proposed": Day{Year: 2020, Month: 12, Day: 1}}
	if got := strings.Join(fields.Lines(v, problem.English), "|"); got != "đang thực hiện, 0 %, asks for 01/12/2020|Document: <12>/BC hai" {
		t.Error(got)
	}
	if got := strings.Join(Fields().Lines(nil, problem.Vietnamese), "|"); got != "chưa báo cáo" {
		t.Error(got)
	}
	if got := strings.Join(fields.Row(v), "|"); got != "đang thực hiện|0 %|||<12>/BC\nhai||||||01/12/2020" {
		t.Error(got)
	}
	object := struct {
		ID string `json:"id"`
	}{"<1>"}
	got, err := fields.AppendJSON(object, v)
	want := `{"id":"<1>","state":"đang thực hiện","percent":0,"completed":"","result":"","document":"<12>/BC\nhai","difficulties":"","remarks":"","inCharge":"","filledBy":"","arising":"","proposed":"2020-12-01"}`
	if err != nil || string(got) != want || !json.Valid(got) {
		t.Errorf("%s, %v", got, err)
	}
	if name := (Field{Key: "chief-officer"}); name.Name() != "ChiefOfficer" || name.JSON() != "chiefOfficer" {
		t.Error(name.Name(), name.JSON())
	}
}

// What is no number is refused, and is never a value.
func TestNoNumbers(t *testing.T) {
	for _, n := range []float64{math.NaN(), math.Inf(1), math.Inf(-1), 1e300, -1e300, -0.1, 1.5, 100.5, math.MaxInt64} {
		for _, key := range []string{"state", "percent", "completed", "proposed", "result"} {
			for _, f := range Fields() {
				if f.Key != key || key == "result" && !math.IsNaN(n) && !math.IsInf(n, 0) {
					continue
				}
				var told []string
				if value := f.Kind.Cell(cellOf(sheet.FilledCell{Kind: sheet.FilledNumber, Number: n}, &told)); value != nil || len(told) != 1 || len(told[0]) > 150 {
					t.Errorf("%s of %v: %v, %q", key, n, value, told)
				}
			}
		}
	}
	for _, s := range []string{"NaN", "Inf", "1e300", "-5", "0x10", "١٠"} {
		var told []string
		if value := (ofPercents{}).Cell(cellOf(sheet.FilledCell{Text: s}, &told)); value != nil || len(told) != 1 {
			t.Errorf("%s: %v, %q", s, value, told)
		}
	}
}

// What is said later takes back only what goes together with it.
func TestApply(t *testing.T) {
	first := Values{"state": UnderWay, "percent": Percent(40), "result": Text("a"), "proposed": Day{Year: 2021, Month: 1, Day: 1}}
	sum := Fields().Apply(first, Values{"state": Paused, "document": Text("b")})
	if !sum.Equal(Values{"state": Paused, "result": Text("a"), "document": Text("b"), "proposed": Day{Year: 2021, Month: 1, Day: 1}}) {
		t.Error(sum)
	}
	if sum = Fields().Apply(first, Values{"percent": Percent(60)}); sum.State() != UnderWay || *sum.Percent() != 60 || *first.Percent() != 40 {
		t.Error(sum)
	}
	if keys := Fields().Differ(first, Values{"state": UnderWay, "percent": Percent(50), "result": Text("b")}); strings.Join(keys, " ") != "state result" {
		t.Error(keys)
	}
	if rest := Fields().Without(first, map[string]bool{"state": true}); len(rest) != 2 {
		t.Error(rest)
	}
}

// A joint text of many units has an end, and is clean.
func TestTogetherIsBounded(t *testing.T) {
	var words []Word
	for range 200 {
		words = append(words, Word{"Phòng", Values{"result": Text(strings.Repeat("dài ", 1200) + string(rune('a'+len(words)%26)))}})
	}
	all := Fields().Together(words).Text("result")
	if n := len([]rune(all)); n > maxJoint+2 || n < maxJoint-5 || record.Clean(all) != all {
		t.Errorf("%d characters", n)
	}
}
