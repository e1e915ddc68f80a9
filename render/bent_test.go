package render

import (
	"bytes"
	"strings"
	"testing"

	"ketluan/render/decree"
	"ketluan/render/doc"
	"ketluan/render/layout"
	"ketluan/render/pdf"
	"ketluan/render/pdf/read"
)

// texts changes each text of pages for which change returns true.
func texts(pages []layout.Page, change func(page int, t *layout.Text) bool) {
	for i := range pages {
		for k, it := range pages[i].Items {
			if t, ok := it.(layout.Text); ok && change(i+1, &t) {
				pages[i].Items[k] = t
			}
		}
	}
}

// on changes the texts that hold a string.
func on(part string, change func(t *layout.Text)) func([]layout.Page) {
	return func(pages []layout.Page) {
		texts(pages, func(_ int, t *layout.Text) bool {
			if !strings.Contains(t.Text, part) {
				return false
			}
			change(t)
			return true
		})
	}
}

// rule changes the n-th rule of page 1; false takes it away.
func rule(n int, change func(l *layout.Line) bool) func([]layout.Page) {
	return func(pages []layout.Page) {
		var kept []layout.Item
		left := n
		for _, it := range pages[0].Items {
			if l, ok := it.(layout.Line); ok {
				if left--; left == -1 && !change(&l) {
					continue
				}
				it = l
			}
			kept = append(kept, it)
		}
		pages[0].Items = kept
	}
}

func away(*layout.Line) bool { return false }

func size(pt doc.PT) func(*layout.Text)    { return func(t *layout.Text) { t.Font.Size = pt } }
func face(f doc.Face) func(*layout.Text)   { return func(t *layout.Text) { t.Font.Face = f } }
func shift(x, y doc.MM) func(*layout.Text) { return func(t *layout.Text) { t.X, t.Y = t.X+x, t.Y+y } }
func change(from, to string) func(*layout.Text) {
	return func(t *layout.Text) { t.Text = strings.Replace(t.Text, from, to, 1) }
}

func everything(x, y doc.MM) func([]layout.Page) {
	return func(pages []layout.Page) {
		texts(pages, func(_ int, t *layout.Text) bool { t.X, t.Y = t.X+x, t.Y+y; return true })
	}
}

// bent are notices bent in one place each, by the rule that they break.
var bent = []struct {
	id   string
	name string
	bend func([]layout.Page)
}{
	{"PG-01", "Letter paper", func(p []layout.Page) { p[1].Width, p[1].Height = 215.9, 279.4 }},
	{"PG-02", "text begins too high", everything(0, -6)},
	{"PG-02", "text begins too low", func(p []layout.Page) { texts(p, func(page int, t *layout.Text) bool { t.Y += 8; return page == 1 }) }},
	{"PG-03", "text reaches too low", everything(0, 9)},
	{"PG-04", "left margin too small", everything(-8, 0)},
	{"PG-05", "right margin too small", everything(4, 0)},
	{"PG-09", "no page numbers", func(p []layout.Page) {
		texts(p, func(_ int, t *layout.Text) bool { t.Y += 2; return t.Y < 18 && len(t.Text) == 1 && blank(t) })
	}},
	{"PG-09", "page number of 10 pt", func(p []layout.Page) {
		texts(p, func(_ int, t *layout.Text) bool { t.Font.Size = 10; return isNumber(t) })
	}},
	{"PG-09", "wrong page number", func(p []layout.Page) {
		texts(p, func(_ int, t *layout.Text) bool { ok := isNumber(t); t.Text = "7"; return ok })
	}},
	{"PG-09", "page number at the side", func(p []layout.Page) { texts(p, func(_ int, t *layout.Text) bool { t.X += 20; return isNumber(t) }) }},
	{"PG-10", "number on page 1", func(p []layout.Page) {
		p[0].Items = append(p[0].Items, layout.Text{X: 111, Y: 14.5, Font: doc.Font{Size: 14}, Text: "1"})
	}},
	{"HD-01", "wrapped Quốc hiệu", func(p []layout.Page) {
		on("CỘNG HÒA", change(" VIỆT NAM", ""))(p)
		p[0].Items = append(p[0].Items, layout.Text{X: 140, Y: 27, Font: doc.Font{Size: 13, Face: doc.Bold}, Text: "VIỆT NAM"})
	}},
	{"HD-01", "mistyped Quốc hiệu", on("CỘNG HÒA", change("VIỆT", "VIÊT"))},
	{"HD-02", "Quốc hiệu not bold", on("CỘNG HÒA", face(doc.Regular))},
	{"HD-03", "Tiêu ngữ with dashes", on("Độc lập", change("-", "–"))},
	{"HD-04", "Tiêu ngữ off the centre", on("Độc lập", shift(5, 0))},
	{"HD-05", "no rule below Tiêu ngữ", rule(1, away)},
	{"HD-05", "short rule below Tiêu ngữ", rule(1, func(l *layout.Line) bool { l.Width /= 2; l.X += l.Width / 2; return true })},
	{"HD-06", "bold small letters above", on("UBND TỈNH", change("TỈNH", "tỉnh"))},
	{"HD-07", "agency of 15 pt", on("SỞ KHOA HỌC VÀ", size(15))},
	{"HD-08", "no rule below the agency", rule(0, away)},
	{"HD-08", "long rule below the agency", rule(0, func(l *layout.Line) bool { l.X -= l.Width / 2; l.Width *= 2; return true })},
	{"HD-08", "rule off the centre", rule(0, func(l *layout.Line) bool { l.X += 6; return true })},
	{"HD-10", "no symbol", on("/TB-SKHCN", change("/TB-SKHCN", "TB"))},
	{"HD-11", "number without zero", func(p []layout.Page) {
		on("\u00A0\u00A0\u00A0\u00A0", change(strings.Repeat("\u00A0", 8), "5"))(p)
		on("/TB-SKHCN", shift(-6.9, 0))(p)
	}},
	{"HD-12", "spaces in the symbol", on("/TB-SKHCN", change("-", " - "))},
	{"HD-12", "a year in the symbol", on("/TB-SKHCN", change("/TB", "/2020/TB"))},
	{"HD-13", "bold number", func(p []layout.Page) {
		on("Số:", face(doc.Bold))(p)
		on("/TB-", face(doc.Bold))(p)
		on("\u00A0\u00A0\u00A0", face(doc.Bold))(p)
	}},
	{"HD-14", "code of another type", on("/TB-SKHCN", change("TB", "BC"))},
	{"HD-15", "day without zero", on("ngày 29", change("29 tháng 9", "9 tháng 09"))},
	{"HD-17", "date upright", func(p []layout.Page) {
		on("Quảng Ngãi, ", face(doc.Regular))(p)
		on("ngày 29", face(doc.Regular))(p)
	}},
	{"HD-17", "date below the number", func(p []layout.Page) { on("Quảng Ngãi, ", shift(0, 1.5))(p); on("ngày 29", shift(0, 1.5))(p) }},
	{"TT-01", "type of 16 pt", on("THÔNG BÁO", size(16))},
	{"TT-01", "type off the middle", on("THÔNG BÁO", shift(10, 0))},
	{"TT-02", "full stop behind the abstract", on("tại cuộc họp giao ban liên", change("2020", "2020."))},
	{"TT-03", "no rule below the abstract", rule(2, away)},
	{"BD-01", "a line of 12 pt", on("Sau khi nghe ý kiến", size(12))},
	{"BD-02", "ragged lines", func(p []layout.Page) {
		texts(p, func(_ int, t *layout.Text) bool { w := t.WordSpace; t.WordSpace = 0; return w > 0.2 })
	}},
	{"BD-03", "indent of 15 mm", on("Sau khi nghe ý kiến", shift(5, 0))},
	{"BD-04", "paragraphs close together", func(p []layout.Page) {
		below := false
		texts(p, func(page int, t *layout.Text) bool {
			below = page == 1 && (below || strings.HasPrefix(t.Text, "Sau khi nghe"))
			t.Y -= 1.6
			return below
		})
	}},
	{"BD-14", "no end mark", on("./.", change("./.", "."))},
	{"SG-01", "T/L", on("TL.", change("TL.", "T/L"))},
	{"SG-05", "position not bold", on("CHÁNH VĂN PHÒNG", face(doc.Regular))},
	{"SG-06", "academic title", on("Nguyễn Thị Xuân", change("Nguyễn", "TS. Nguyễn"))},
	{"SG-06", "name off the centre", on("Nguyễn Thị Xuân", shift(8, 0))},
	{"SG-07", "signature alone", func(p []layout.Page) {
		last := &p[len(p)-1]
		var kept []layout.Item
		foot := false
		for _, it := range last.Items {
			if t, ok := it.(layout.Text); ok {
				foot = foot || strings.HasPrefix(t.Text, "Nơi nhận")
				if !foot {
					continue
				}
			}
			kept = append(kept, it)
		}
		last.Items = kept
	}},
	{"RC-01", "Nơi nhận upright", on("Nơi nhận:", face(doc.Bold))},
	{"RC-02", "Nơi nhận too high", on("Nơi nhận:", shift(0, -1.5))},
	{"RC-03", "recipients of 12 pt", on("Đảng ủy, Chủ tịch", size(12))},
	{"RC-04", "no VT", on("Lưu:", change("VT", "HC"))},
	{"RC-05", "comma between recipients", on("Đảng ủy, Chủ tịch", change(";", ","))},
}

func isNumber(t *layout.Text) bool { return t.Y < 18 && len(t.Text) == 1 }
func blank(t *layout.Text) bool    { t.Text = "\u00A0"; return true }

// Each bent notice breaks the rule that it is bent in; unbent, none.
func TestBent(t *testing.T) {
	r := newRenderer(t)
	d, err := r.options.Document.Document(example(t, r, seed))
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range bent {
		t.Run(b.id+" "+b.name, func(t *testing.T) {
			pages, err := layout.Pages(d, measurer{r.options.Family})
			if err != nil {
				t.Fatal(err)
			}
			b.bend(pages)
			var file bytes.Buffer
			if err := r.pdf.Write(&file, pdf.Document{Pages: pages, Properties: d.Properties}); err != nil {
				t.Fatal(err)
			}
			f, err := read.Open(file.Bytes())
			if err != nil {
				t.Fatal(err)
			}
			var broken []string
			for _, result := range decree.Measure(f) {
				if result.Status == decree.Broken {
					broken = append(broken, result.ID)
					if result.ID == b.id {
						return
					}
				}
			}
			t.Errorf("broken: %v", broken)
		})
	}
}
