package read

import (
	"bytes"
	"compress/zlib"
	"encoding/ascii85"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
)

// build makes a file of one page with the given content stream.
func build(dictionary string, content []byte) []byte {
	var b bytes.Buffer
	var offsets []int
	object := func(body string) {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(offsets), body)
	}
	b.WriteString("%PDF-1.4\n")
	object("<</Type /Catalog /Pages 2 0 R>>")
	object("<</Type /Pages /Kids [3 0 R] /Count 1>>")
	object("<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>> /XObject <</X 6 0 R>>>>>>")
	object(fmt.Sprintf("<<%s /Length %d>>\nstream\n%s\nendstream", dictionary, len(content), content))
	object("<</Type /Font /Subtype /Type1 /BaseFont /Times-Bold>>")
	object("<</Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <</Font <</F1 5 0 R>> /XObject <</X 6 0 R>>>> /Length 49>>\nstream\n/X Do 2 0 0 2 0 0 cm BT /F1 5 Tf (form) Tj ET    \nendstream")
	table := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, at := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, table)
	return b.Bytes()
}

func texts(t *testing.T, content string) []Text {
	t.Helper()
	f, err := Open(build("", []byte(content)))
	if err != nil {
		t.Fatal(err)
	}
	return f.Pages[0].Texts
}

func TestTexts(t *testing.T) {
	for content, want := range map[string]string{
		"BT /F1 10 Tf 72 700 Td (a) Tj ET":                                   "a 72 142 10",
		"BT /F1 1 Tf 12 0 0 12 72 700 Tm (a\\050\\)b) Tj ET":                 "a()b 72 142 12",
		"q 2 0 0 2 10 20 cm BT /F1 5 Tf 31 340 Td <616263> Tj ET Q":          "abc 72 142 10",
		"BT /F1 10 Tf 14 TL 72 714 Td T* [(a) -300 (b) 20 (c)] TJ ET":        "a bc 72 142 10",
		"BT /F1 10 Tf 72 700 Td 50 Tz 5 Tc (ab) Tj (c) Tj ET":                "ab 72 142 10|c 82 142 10",
		"BT /F1 10 Tf 72 700 Td 3 Tw (a b) Tj (c) Tj ET":                     "a b 72 142 10|c 88 142 10",
		"BT /F1 10 Tf 0 1 -1 0 72 700 Tm (up) Tj ET":                         "",
		"BI /W 1 ID (x) Tj\x00\xff EI BT /F1 10 Tf 72 700 Td (a) Tj ET":      "a 72 142 10",
		"BT /F1 10 Tf 72 700 Td (a) Tj 1 2 (b) \" ET":                        "a 72 142 10|b 72 142 10",
		"/P <</MCID 0 /A [1 (x)]>> BDC BT /F1 10 Tf 72 700 Td (a) Tj ET EMC": "a 72 142 10",
	} {
		var got []string
		for _, text := range texts(t, content) {
			if !text.Font.Bold || text.Font.Name != "Times-Bold" || text.Font.Embedded {
				t.Errorf("%q: font %+v", content, text.Font)
			}
			got = append(got, fmt.Sprintf("%s %.0f %.0f %g", text.Text, text.X.PT(), text.Y.PT(), text.Size))
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q: %q, want %q", content, got, want)
		}
	}
}

func TestRules(t *testing.T) {
	f, err := Open(build("", []byte("2 w 100 700 m 200 700 l S 100 600 80 1 re f 100 500 80 20 re f 10 10 m 50 90 l S 1 0 0 rg BT /F1 9 Tf (red) Tj ET")))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range f.Pages[0].Rules {
		got = append(got, fmt.Sprintf("%.1f %.1f %.1f %.1f", r.X.PT(), r.Y.PT(), r.Width.PT(), r.Thickness.PT()))
	}
	if strings.Join(got, "|") != "100.0 142.0 100.0 2.0|100.0 241.5 80.0 1.0" {
		t.Errorf("%q", got)
	}
	if f.Pages[0].Texts[0].Black {
		t.Error("red is black")
	}
}

// A text tells where its operator left room, once for several gaps in a row, and
// streams are unpacked through more than one filter.
func TestJumps(t *testing.T) {
	content := "BT /F1 10 Tf 72 700 Td [(ab) -400 -400 (c) -100 (d) -500 (e)] TJ ET"
	packed := make([]byte, ascii85.MaxEncodedLen(len(content)))
	packed = append(packed[:ascii85.Encode(packed, []byte(content))], "~>"...)
	for name, file := range map[string][]byte{
		"plain": build("", []byte(content)), "ASCII85": build("/Filter [/ASCII85Decode]", packed), "hex twice": build("/Filter [/ASCIIHexDecode /ASCIIHexDecode]", []byte(fmt.Sprintf("%x>", fmt.Sprintf("%x>", content)))),
	} {
		f, err := Open(file)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		text := f.Pages[0].Texts[0]
		var got []string
		for _, j := range text.Jumps {
			got = append(got, fmt.Sprintf("%s|%.0f", text.Text[:j.At], (j.To-j.From).PT()))
		}
		if want := "ab  |8 ab  cd |5"; strings.Join(got, " ") != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

// What is hostile or broken is refused, or read as far as it goes.
func TestHostile(t *testing.T) {
	var bomb bytes.Buffer
	zw := zlib.NewWriter(&bomb)
	zw.Write(make([]byte, maxStream+10))
	zw.Close()
	good := build("", []byte("BT /F1 10 Tf (a) Tj ET"))
	locked, err := os.ReadFile("testdata/locked.pdf") // by a password that opening asks for
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		file []byte
		want error // nil: it is read
	}{
		"nothing":          {nil, ErrNoPDF},
		"no PDF":           {[]byte("PK\x03\x04 not a PDF at all"), ErrNoPDF},
		"cut short":        {good[:200], ErrNoPDF},
		"too large":        {make([]byte, maxBytes+1), ErrTooLarge},
		"locked":           {locked, ErrEncrypted},
		"bomb":             {build("/Filter /FlateDecode", bomb.Bytes()), ErrStream},
		"too many filters": {build("/Filter [/ASCIIHexDecode /ASCIIHexDecode /ASCIIHexDecode /ASCIIHexDecode]", []byte("x")), ErrStream},
		"85 of z":          {build("/Filter /ASCII85Decode", bytes.Repeat([]byte("z"), maxStream/4+1)), ErrStream},
		"unknown filter":   {build("/Filter /JPXDecode", []byte("x")), ErrStream},
		"endless forms":    {build("", []byte("/X Do")), nil},
		"deep arrays":      {build("", bytes.Repeat([]byte("["), 100_000)), nil},
		"deep states":      {build("", bytes.Repeat([]byte("q "), 100_000)), nil},
		"open string":      {build("", []byte("BT /F1 10 Tf (((( \\")), nil},
		"no font":          {build("", []byte("BT /F9 10 Tf (a) Tj ET")), nil},
		"too much work":    {build("", bytes.Repeat([]byte("n "), maxSteps/operatorSteps+1)), ErrWork},
		"numbers as text":  {build("", []byte("BT /F1 /F1 Tf [1 2] Td 5 Tj (x) cm ET")), nil},
	} {
		if _, err := Open(c.file); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

func FuzzContent(f *testing.F) {
	f.Add([]byte("q 1 0 0 1 0 0 cm BT /F1 10 Tf 72 700 Td [(a) -300 <62>] TJ ET Q 1 0 0 RG 0 0 m 9 0 l S /X Do"))
	f.Fuzz(func(_ *testing.T, content []byte) { Open(build("", content)) })
}

func FuzzCMap(f *testing.F) {
	f.Add([]byte("1 beginbfchar <01> <0041> endbfchar 1 beginbfrange <02> <05> <0061> <06> <07> [<0041> <0042>] endbfrange"))
	f.Fuzz(func(t *testing.T, cmap []byte) {
		texts := map[int]string{}
		newBudget().readCMap(texts, cmap)
		if len(texts) > maxMapped+1 {
			t.Error("too many")
		}
	})
}
