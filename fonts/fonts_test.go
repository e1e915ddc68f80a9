package fonts

import (
	"bytes"
	"encoding/binary"
	"errors"
	"testing"
	"unicode"
)

func liberationFamily(t testing.TB) *Family {
	t.Helper()
	f, err := Liberation()
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// The widths are those of Times New Roman, as its own metrics give them.
func TestAdvance(t *testing.T) {
	f := liberationFamily(t)
	for _, tt := range []struct {
		style Style
		r     rune
		want  int
	}{
		{Regular, 'a', 444}, {Regular, 'ậ', 444}, {Regular, ' ', 250}, {Regular, 'Đ', 722},
		{Bold, 'A', 722}, {Bold, 'Ộ', 778}, {Italic, 'n', 500}, {BoldItalic, ':', 333}, {Regular, '—', 1000},
	} {
		if got, ok := f.Faces[tt.style].Advance(tt.r); got != tt.want || !ok {
			t.Errorf("style %d: Advance(%q) = %d, %v; want %d", tt.style, tt.r, got, ok, tt.want)
		}
	}
	for _, r := range []rune{'😀', '漢', '\u0007', 0xFFFD, -1, unicode.MaxRune + 1} {
		if f.Printable(r) {
			t.Errorf("Printable(%U) = true", r)
		}
	}
}

func TestRepertoireIsPrintableAndNamedOnce(t *testing.T) {
	f := liberationFamily(t)
	named := map[string]rune{}
	for _, r := range Repertoire {
		if !f.Printable(r) {
			t.Errorf("%q (%U) is not printable", r, r)
		}
		if other, ok := named[GlyphName(r)]; ok {
			t.Errorf("%q and %q share the glyph name %q", r, other, GlyphName(r))
		}
		named[GlyphName(r)] = r
	}
}

func TestMetrics(t *testing.T) {
	face := liberationFamily(t).Faces[BoldItalic]
	if face.Name != "LiberationSerif-BoldItalic" || face.Metrics.Ascent != 891 || face.Metrics.Descent != -216 || face.Metrics.ItalicAngle >= 0 {
		t.Errorf("got %s %+v", face.Name, face.Metrics)
	}
}

// A user's own folder may lack a face, hold something else, or a face that must not be embedded.
func TestLoadErrors(t *testing.T) {
	f := liberationFamily(t)
	good := func() map[string][]byte {
		files := map[string][]byte{}
		for i, name := range Files {
			files[name] = f.Faces[i].TTF
		}
		return files
	}
	restrict := func(bits uint16) []byte {
		ttf := bytes.Clone(f.Faces[Bold].TTF)
		binary.BigEndian.PutUint16(table(ttf, "OS/2")[8:], bits)
		return ttf
	}
	for _, tt := range []struct {
		name   string
		damage func(map[string][]byte)
		file   string
		reason Reason
	}{
		{"missing", func(m map[string][]byte) { delete(m, "timesi.ttf") }, "timesi.ttf", Missing},
		{"text", func(m map[string][]byte) { m["times.ttf"] = []byte("hello") }, "times.ttf", Unreadable},
		{"empty", func(m map[string][]byte) { m["times.ttf"] = nil }, "times.ttf", Unreadable},
		{"cut short", func(m map[string][]byte) { m["times.ttf"] = m["times.ttf"][:5000] }, "times.ttf", Unreadable},
		{"restricted", func(m map[string][]byte) { m["timesbd.ttf"] = restrict(0x0002) }, "timesbd.ttf", Restricted},
		{"no subsetting", func(m map[string][]byte) { m["timesbd.ttf"] = restrict(0x0100) }, "timesbd.ttf", Restricted},
	} {
		files := good()
		tt.damage(files)
		_, err := Load(files)
		var e *Error
		if !errors.As(err, &e) || e.File != tt.file || e.Reason != tt.reason {
			t.Errorf("%s: got %v", tt.name, err)
		}
	}
	files := good()
	files["timesbd.ttf"] = restrict(0x0008) // editable embedding, as Times New Roman itself
	if _, err := Load(files); err != nil {
		t.Errorf("editable embedding: %v", err)
	}
}

func BenchmarkLiberation(b *testing.B) {
	for b.Loop() {
		liberationFamily(b)
	}
}
