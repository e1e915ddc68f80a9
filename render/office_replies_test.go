package render

import (
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"ketluan/render/ledger"
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
	nameless := unitReply(t, func(r returned) {
		r.set("H8", "hoàn thành", "J8", 44118, "K8", "gian")
		r.try(r.book.SetCustomProps(excelize.CustomProperty{Name: "DonVi", Value: ""}))
	})
	if got := c.Read("a.xlsx", nameless); !got.Refused || len(got.Reports) > 0 || !strings.Contains(said(got), "chỉ có nhiệm vụ của Phòng Kế hoạch - Tài chính") {
		t.Errorf("%+v", got)
	}
	unit := c.Read("don-vi.xlsx", unitReply(t, func(r returned) { r.set("H8", "đang thực hiện", "K12", "đã góp ý") }))
	office := c.Read("van-phong.xlsx", officeFile(t, "H6", "hoàn thành", "J6", 44118, "K6", "đã xong", "H7", "đang thực hiện"))
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
			r.set("H8", state)
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
