package svg_test

import (
	"encoding/xml"
	"io"
	"math"
	"strconv"
	"strings"
	"testing"
	"time"

	"ketluan/render/doc"
	"ketluan/render/layout"
	"ketluan/render/svg"
	"ketluan/render/testdata/racing"
)

// A drawn is an element of a drawing: its own attributes before those around it.
type drawn struct {
	name, text string
	attr       map[string]string
}

// read returns the elements of a drawing that show something, in their order.
func read(t *testing.T, src []byte) []drawn {
	t.Helper()
	var all []drawn
	var open []map[string]string
	d := xml.NewDecoder(strings.NewReader(string(src)))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return all
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, src)
		}
		switch token := token.(type) {
		case xml.StartElement:
			attr := map[string]string{}
			if n := len(open); n > 0 && (token.Name.Local == "tspan") {
				for name, value := range open[n-1] {
					attr[name] = value
				}
			}
			for _, a := range token.Attr {
				attr[a.Name.Local] = a.Value
			}
			open = append(open, attr)
			if token.Name.Local != "svg" {
				all = append(all, drawn{name: token.Name.Local, attr: attr})
			}
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if len(all) > 0 {
				all[len(all)-1].text += string(token)
			}
		}
	}
}

func (d drawn) is(t *testing.T, name string, want doc.MM) {
	t.Helper()
	got, err := strconv.ParseFloat(d.attr[name], 64)
	if err != nil || math.Abs(got/100-float64(want)) > 0.006 {
		t.Errorf("%q: %s is %s, want %v mm", d.text, name, d.attr[name], want)
	}
}

var body = &layout.Element{Role: layout.RoleText}

// Each item stands where the layout has put it, in its face and size.
func TestAppend(t *testing.T) {
	font := doc.Font{Size: 14}
	page := layout.Page{Width: 210, Height: 297, Items: []layout.Item{
		layout.Text{X: 30, Y: 40.005, Font: font, Text: "Sở ", WordSpace: 0.0421, Element: body, Place: "kl_1_text"},
		layout.Box{X: 1, Y: 2, Width: 3, Height: 4, Name: "so"},
		layout.Text{X: 41.25, Y: 40.005, Font: doc.Font{Face: doc.BoldItalic, Size: 13}, Text: "A&<b>\"c\"", Element: body},
		layout.Text{X: 30, Y: 50, Font: font, Text: "2", Element: body},
		layout.Line{X: 30, Y: 60, Width: 20.5, Thickness: 0.75},
		layout.Line{X: 30, Y: 60, Height: 10, Thickness: 0.75},
		layout.Bar{X: 30, Y: 70, Width: 20, Height: 5, Fill: doc.Colour{R: 255, G: 1}},
		layout.Bar{X: 30, Y: 80, Width: 20, Height: 5, Pattern: doc.Crossed, Plate: true},
	}}
	src := svg.Append(nil, page)
	if !strings.HasPrefix(string(src), `<svg xmlns="http://www.w3.org/2000/svg" class="page" viewBox="0 0 21000 29700" xml:space="preserve">`) {
		t.Errorf("%.200s", src)
	}
	all := read(t, src)
	if len(all) != 9 { // a line of two runs is three elements, the lines of a pattern are one
		t.Fatalf("%d elements: %s", len(all), src)
	}
	first, second, alone := all[1], all[2], all[3]
	first.is(t, "x", 30)
	first.is(t, "y", 40.005)
	first.is(t, "font-size", doc.PT(14).MM())
	first.is(t, "word-spacing", 0.0421)
	if first.text != "Sở " || first.attr["data-place"] != "kl_1_text" || first.attr["font-weight"]+first.attr["font-style"] != "" {
		t.Errorf("%+v", first)
	}
	second.is(t, "x", 41.25)
	second.is(t, "y", 40.005)
	if second.text != `A&<b>"c"` || second.attr["font-weight"] != "700" || second.attr["font-style"] != "italic" || second.attr["data-place"] != "" {
		t.Errorf("%+v", second)
	}
	alone.is(t, "y", 50)
	for i, want := range []string{"M3000 6000h2050", "M3000 6000v1000"} {
		if got := all[4+i].attr["d"]; got != want {
			t.Errorf("%s, want %s", got, want)
		}
		all[4+i].is(t, "stroke-width", doc.PT(0.75).MM())
	}
	all[6].is(t, "y", 70)
	if all[6].attr["fill"] != "#ff0100" || all[6].attr["stroke"] == "" || all[7].attr["stroke"] != "" || !strings.Contains(string(src), `<svg x="3000" y="8000" width="2000" height="500"><path`) {
		t.Errorf("%+v, %+v", all[6], all[7])
	}
}

// No text becomes markup, whatever characters it has.
func TestHostileTexts(t *testing.T) {
	for _, text := range []string{"</text><script>alert(1)</script>", "]]>", "\x00\x01\u0085\ufffe", "&lt;", "a\xffb", "'\"><image href=x onerror=y>", "\u202e"} {
		src := svg.Append(nil, layout.Page{Items: []layout.Item{layout.Text{Text: text, Place: text}}})
		all := read(t, src)
		if len(all) != 1 || all[0].name != "text" || len(all[0].text) < 1 {
			t.Errorf("%q: %s", text, src)
		}
	}
}

// A page of many texts takes time in proportion.
func TestLinear(t *testing.T) {
	racing.Skip(t)
	cost := func(n int) time.Duration {
		page := layout.Page{}
		for range n {
			page.Items = append(page.Items, layout.Text{Text: strings.Repeat("<&", 50), Element: body}) // all on one line
		}
		best, buffer := time.Hour, svg.Append(nil, page)
		for range 60 {
			began := time.Now()
			buffer = svg.Append(buffer[:0], page)
			best = min(best, time.Since(began))
		}
		return best
	}
	if small, large := cost(500), cost(2000); large > 10*small {
		t.Errorf("%v, of four times as much %v", small, large)
	}
}
