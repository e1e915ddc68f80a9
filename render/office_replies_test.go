package render

import (
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"ketluan/render/ledger"
	"ketluan/render/record"
	"ketluan/render/reply"
	"ketluan/render/tmpl"
)

// officeFile is the office's workbook with cells filled in.
func officeFile(t *testing.T, pairs ...any) []byte {
	t.Helper()
	r := withUnits(t)
	book := opened(t, files(t, r, example(t, r, seed))[0].Bytes)
	returned{t, book}.set(pairs...)
	return returned{t, book}.bytes()
}

// unitReply is the workbook of the seed's first unit with cells filled in.
func unitReply(t *testing.T, change func(r returned)) []byte {
	t.Helper()
	return changed(t, unitFile(t), []changedBook{{"", change}})[0].file
}

// A unit's workbook that has lost the name of its unit does not speak for the
// office; the office's own does, and where it overrides units that is told.
func TestOfficeIsKnown(t *testing.T) {
	c := NewCollector(example(t, newRenderer(t), seed), asOf, []*tmpl.Template{builtIn(t, "theo-doi"), builtIn(t, "theo-doi-don-vi")})
	nameless := func(change func(r returned)) reply.Reading {
		return c.Read("a.xlsx", unitReply(t, func(r returned) {
			r.set("H+2", "hoàn thành", "J+2", 44118, "K+2", "gian")
			r.try(r.book.SetCustomProps(excelize.CustomProperty{Name: "DonVi", Value: ""}))
			change(r)
		}))
	}
	if got := nameless(func(returned) {}); got.Unit != "Phòng Kế hoạch - Tài chính" || len(got.Reports) != 1 || !strings.Contains(said(got), "nhận ra đơn vị theo tên ghi trong bảng vì thuộc tính tệp đã mất") {
		t.Errorf("%+v", got)
	}
	if got := nameless(func(r returned) { r.set("A2", "") }); !got.Refused || len(got.Reports) > 0 || !strings.Contains(said(got), "chỉ có nhiệm vụ của Phòng Kế hoạch - Tài chính") {
		t.Errorf("%+v", got)
	}
	foreign := func(r returned) {
		r.set("A2", "", "B+3", "2020-Q3/2.1-I", "C+3", taskText(c.Record, "2020-Q3/2.1-I"), "H+3", "hoàn thành")
	}
	if got := nameless(foreign); !got.Refused || len(got.Reports) > 0 || !strings.Contains(said(got), "không rõ là bảng của văn phòng hay của đơn vị") {
		t.Errorf("%+v", got)
	}
	unit := c.Read("don-vi.xlsx", unitReply(t, func(r returned) { r.set("H+2", "đang thực hiện", "K+6", "đã góp ý") }))
	office := c.Read("van-phong.xlsx", officeFile(t, "H+1", "hoàn thành", "J+1", 44118, "K+1", "đã xong", "H+2", "đang thực hiện"))
	if office.Refused || office.Unit != "" || len(office.Reports) != 2 || len(office.Problems) > 0 {
		t.Fatalf("%s", said(office))
	}
	l := ledger.New("a", c.Record)
	want := "bảng của văn phòng thay lời đơn vị đã báo ở 1 nhiệm vụ: 2020-Q3/1.1-Q"
	if _, problems := Enter(l, []reply.Reading{unit, office}); len(problems) != 1 || problems[0].Message.VI != want || problems[0].Pos.File != "van-phong.xlsx" {
		t.Errorf("%+v, want %q", problems, want)
	}
	if _, problems := Enter(l, []reply.Reading{unit, office}); len(problems) > 0 {
		t.Errorf("told again: %+v", problems)
	}
}

// A file saved in a time to come is the word of the day on which it came, and
// no more: what the unit saves on a later day counts.
func TestSavedInTimeToCome(t *testing.T) {
	saved := func(state, at string) []byte {
		return unitReply(t, func(r returned) {
			r.set("H+2", state)
			r.try(r.book.SetDocProps(&excelize.DocProperties{Identifier: "2020-Q3", Created: at, Modified: at}))
		})
	}
	c := collector(t)
	first := c.Read("a.xlsx", saved("chưa thực hiện", "2999-09-30T00:00:00Z"))
	if len(first.Reports) != 1 || first.Reports[0].On != asOf || len(first.Problems) != 1 || !strings.Contains(first.Problems[0].Message.VI, "lưu ngày 30/09/2999") {
		t.Fatalf("%s", said(first))
	}
	l := ledger.New("a", c.Record)
	Enter(l, []reply.Reading{first})
	c.AsOf.Day += 3
	later := c.Read("b.xlsx", saved("đang thực hiện", "2020-09-29T00:00:00Z"))
	if _, problems := Enter(l, []reply.Reading{later}); len(problems) > 0 {
		t.Errorf("%+v", problems)
	}
	if got := fmt.Sprint(l.Standings()["2020-Q3/1.1-Q"].State()); got != "đang thực hiện" {
		t.Errorf("it is %s", got)
	}
}

// taskText is the text of a task of a record.
func taskText(rec *record.Record, id string) string {
	for _, it := range rec.Tasks() {
		if it.ID == id {
			return it.Text
		}
	}
	return ""
}

// Where programs have dropped or mangled the properties of a file, its IDs and
// the name in its sheet say whose it is, or it is not taken.
func TestPropertiesGone(t *testing.T) {
	gone := map[string]func(string) string{"docProps/custom.xml": nil, "docProps/core.xml": nil, "docProps/app.xml": nil}
	latin := strings.NewReplacer("Phòng Kế hoạch - Tài chính", "PhÃ²ng Káº¿ hoáº¡ch - TÃ\u00a0i chÃ\u00adnh")
	const known = "nhận ra đơn vị theo tên ghi trong bảng vì thuộc tính tệp đã mất: Phòng Kế hoạch - Tài chính"
	for _, c := range []struct {
		name    string
		parts   map[string]func(string) string
		set     []any
		reports int
		told    string
	}{
		{"all", gone, nil, 1, known},
		{"custom properties", map[string]func(string) string{"docProps/custom.xml": nil}, nil, 1, known},
		{"letters", map[string]func(string) string{"docProps/custom.xml": latin.Replace}, nil, 1, known},
		{"letters and the name above", map[string]func(string) string{"docProps/custom.xml": latin.Replace}, []any{"A2", "Đơn vị"}, 0, `" không có nhiệm vụ nào trong bản ghi 2020-Q3`},
		{"the code", map[string]func(string) string{"docProps/custom.xml": replaced("HoSoID", "Khac"), "docProps/core.xml": nil}, nil, 1, "nhận ra bản ghi theo mã nhiệm vụ"},
		{"behind a colon", gone, []any{"A2", "Đơn vị báo cáo: phòng kế hoạch – tài chính"}, 1, known},
		{"the name too", gone, []any{"A2", "Đơn vị"}, 0, "chỉ có nhiệm vụ của Phòng Kế hoạch - Tài chính"},
		{"two names", gone, []any{"L1", "Thanh tra Sở"}, 0, "trong bảng có tên hai đơn vị"},
		{"all IDs", gone, []any{"B+2", "1", "B+3", "2", "B+4", "", "B+6", "", "B+7", "2020-Q3/4.2-A"}, 0, "cũng không có mã nhiệm vụ nào đúng"},
		{"of another record", gone, []any{"B+2", "2026-Q1/2.1.1-C", "B+3", "", "B+4", "", "B+6", "", "B+7", ""}, 0, "bảng này của bản ghi 2026-Q1"},
		{"of two records", gone, []any{"B+3", "2026-Q1/2.1.1-C"}, 1, known},
	} {
		file := unitReply(t, func(r returned) { r.set(append([]any{"H+2", "đang thực hiện"}, c.set...)...) })
		got := collector(t).Read("a.xlsx", parts(t, file, c.parts))
		if len(got.Reports) != c.reports || !strings.Contains(said(got), c.told) || len(got.Problems) != 1 {
			t.Errorf("%s: %s", c.name, said(got))
		}
	}
}

// The office's own workbook without its properties has all tasks.
func TestOfficePropertiesGone(t *testing.T) {
	gone := map[string]func(string) string{"docProps/custom.xml": nil}
	whole := collector(t).Read("a.xlsx", parts(t, officeFile(t, "H+1", "đang thực hiện"), gone))
	if whole.Unit != "" || len(whole.Reports) != 1 || !strings.Contains(said(whole), "nhận là bảng của văn phòng vì có đủ mọi nhiệm vụ") {
		t.Errorf("%s", said(whole))
	}
	if cut := collector(t).Read("a.xlsx", parts(t, officeFile(t, "H+1", "đang thực hiện", "B+2", ""), gone)); !cut.Refused {
		t.Errorf("%s", said(cut))
	}
}
