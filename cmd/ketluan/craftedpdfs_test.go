package main

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"
)

// A crafting is a PDF made to hurt who reads it: object 1 is the catalog, 2
// the tree of pages, 3 a page, 4 its content, 5 its font, 6 a form.
type crafting map[int]string

// crafted is a sound page with some objects replaced or added.
func crafted(changes crafting) string {
	objects := crafting{
		1: "<</Type /Catalog /Pages 2 0 R>>",
		2: "<</Type /Pages /Kids [3 0 R] /Count 1>>",
		3: "<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <</Font <</F 5 0 R>> /XObject <</X 6 0 R>>>>>>",
		4: stream("", "BT /F 10 Tf 72 700 Td (a) Tj ET"),
		5: "<</Type /Font /Subtype /Type1 /BaseFont /Times-Roman>>",
		6: form("0 0 m"),
	}
	for n, body := range changes {
		objects[n] = body
	}
	var b strings.Builder
	b.WriteString("%PDF-1.7\n")
	var table strings.Builder
	for n := 1; n <= len(objects); n++ {
		fmt.Fprintf(&table, "%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", n, objects[n])
	}
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, table.String(), len(objects)+1, b.Len())
	return b.String()
}

func stream(dict, content string) string {
	return fmt.Sprintf("<<%s /Length %d>>\nstream\n%s\nendstream", dict, len(content), content)
}

func deflated(dict, content string) string {
	return stream(dict+" /Filter /FlateDecode", squeezed(content))
}

func squeezed(content string) string { return squeezedTimes(content, 1) }

// squeezedTimes compresses what need not be in memory.
func squeezedTimes(content string, times int) string {
	var b bytes.Buffer
	w, _ := zlib.NewWriterLevel(&b, zlib.BestSpeed) // the level exists
	for range times {
		w.Write([]byte(content))
	}
	w.Close()
	return b.String()
}

// form is a form that can show the others.
func form(content string) string {
	return deflated("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <</Font <</F 5 0 R>> /XObject <</X 6 0 R /Y 7 0 R /Z 8 0 R>>>>", content)
}

// crossRef is a file that is one cross-reference stream.
func crossRef(dict, content string) string {
	return fmt.Sprintf("%%PDF-1.7\n1 0 obj\n<</Type /XRef /Root 1 0 R %s /Length %d>>\nstream\n%s\nendstream\nendobj\nstartxref\n9\n%%%%EOF", dict, len(content), content)
}

const mega = 1 << 20

// craftedPDFs are those of the contents, faces and forms of a page.
func craftedPDFs() map[string]func() string {
	long := strings.Repeat
	content := func(s string) string { return crafted(crafting{4: deflated("", s)}) }
	cmap := func(s string) string {
		return crafted(crafting{4: stream("", "BT /F 9 Tf <0041> Tj ET"), 5: "<</Type /Font /Subtype /Type0 /BaseFont /A /DescendantFonts [7 0 R] /ToUnicode 6 0 R>>", 6: deflated("", s), 7: "<</Type /Font /Subtype /CIDFontType2>>"})
	}
	wide := func(w string) string {
		return crafted(crafting{4: stream("", "BT /F 9 Tf <0041> Tj ET"), 5: "<</Type /Font /Subtype /Type0 /BaseFont /A /DescendantFonts [7 0 R]>>", 7: "<</Type /Font /Subtype /CIDFontType2 /W [" + w + "]>>"})
	}
	program := func(key, subtype, data string) string {
		return crafted(crafting{4: stream("", "BT /F 9 Tf <0041> Tj ET"), 5: "<</Type /Font /Subtype /Type0 /Encoding /Identity-H /BaseFont /A /DescendantFonts [7 0 R]>>",
			6: deflated(subtype, data), 7: "<</Type /Font /Subtype /CIDFontType2 /FontDescriptor 8 0 R>>", 8: "<</" + key + " 6 0 R>>"})
	}
	packed := func(filter, data string) string { return crafted(crafting{4: stream(filter, data)}) }
	return map[string]func() string{
		"programs/characters": func() string {
			return program("FontFile2", "", charTable("\x00\x0c\x00\x00", long("\x00\x00\x00\x00\x00\x10\xff\xff\x00\x00\x00\x01", mega)))
		},
		"programs/segments": func() string {
			return program("FontFile2", "", charTable("\x00\x04", long("\xff\xfe\x00\x00", 4*mega)))
		},
		"programs/tables": func() string {
			return program("FontFile2", "", "\x00\x01\x00\x00\xff\xff"+long("\x00", 6)+long("cmap\x00\x00\x00\x00\x00\x00\x00\x0c\x00\x00\xff\xff", 65535))
		},
		"programs/names": func() string {
			return program("FontFile3", "/Subtype /CIDFontType0C", "\x01\x00\x04\x01"+long("\xff\xff\x01\x01", 5*mega))
		},
		"programs/glyphs": func() string {
			return program("FontFile3", "/Subtype /CIDFontType0C", "\x01\x00\x04\x01\x00\x00\x00\x01\x01\x01\x06\x1d\x00\x00\x00\x10\x11\x00\x00\xff\xff\x01"+long("\x01", 30*mega))
		},
		"packed/LZW": func() string {
			return packed("/Filter /LZWDecode", "\x80\x00"+long("\x40\x50\x38\x24\x16\x0d\x07\x84", 4*mega))
		},
		"packed/LZW in LZW": func() string {
			return packed("/Filter [/LZWDecode /LZWDecode /LZWDecode]", long("\x80\x0b\x60\x50", 8*mega))
		},
		"packed/runs": func() string { return packed("/Filter [/RunLengthDecode /RunLengthDecode]", long("\x81\x81", 250_000)) },
		"packed/predicted": func() string {
			return crafted(crafting{4: deflated("/DecodeParms <</Predictor 15 /Columns 1>>", long("\x04a", 15*mega))})
		},
		"packed/columns": func() string {
			return crafted(crafting{4: deflated("/DecodeParms <</Predictor 15 /Columns 65535 /Colors 1e9>>", long("\x04a", mega))})
		},
		"content/jumps":                func() string { return content("BT /F 9 Tf " + long("[(a)-900(b)-900(c)]TJ ", mega)) },
		"content/one long path closed": func() string { return content("0 0 m " + long("9 9 l h ", 3*mega) + "b") },
		"content/operators":            func() string { return content(long("n ", 15*mega)) },
		"content/nulls":                func() string { return content(long("\x00", 31*mega)) },
		"content/zeros":                func() string { return content(long("0 ", 15*mega)) },
		"content/bomb":                 func() string { return content(long("\x00", 33*mega)) },
		"content/texts":                func() string { return content("BT /F 9 Tf " + long("(a)Tj ", 5*mega)) },
		"content/rules":                func() string { return content(long("0 0 m 99 0 l S ", 2*mega)) },
		"content/one path":             func() string { return content("0 0 m " + long("9 0 l 0 0 l ", 2*mega) + "S") },
		"content/boxes":                func() string { return content(long("0 0 9 1 re ", 2*mega) + "f") },
		"content/boxes painted":        func() string { return content(long("0 0 9 1 re S ", 2*mega)) },
		"content/one string":           func() string { return content("BT /F 9 Tf (" + long("a", 31*mega) + ")Tj") },
		"content/one hex string":       func() string { return content("BT /F 9 Tf <" + long("41", 15*mega) + ">Tj") },
		"content/string, no end":       func() string { return content("BT /F 9 Tf " + long("(", 31*mega)) },
		"content/escapes":              func() string { return content("BT /F 9 Tf (" + long(`\101`, 7*mega) + ")Tj") },
		"content/one array":            func() string { return content("BT /F 9 Tf [" + long("(a)1 ", 6*mega) + "]TJ") },
		"content/arrays in arrays":     func() string { return content(long("[", 31*mega)) },
		"content/dictionaries":         func() string { return content(long("<<", 15*mega)) },
		"content/names":                func() string { return content(long("/a ", 10*mega)) },
		"content/one name":             func() string { return content("/" + long("a", 31*mega)) },
		"content/comment":              func() string { return content("%" + long("a", 31*mega)) },
		"content/comments":             func() string { return content(long("%\n", 15*mega)) },
		"content/states":               func() string { return content(long("q ", 15*mega)) },
		"content/states back":          func() string { return content(long("q Q ", 7*mega)) },
		"content/inline image":         func() string { return content("BI ID " + long("EI", 15*mega)) },
		"content/inline images":        func() string { return content(long("BI ID EI ", 3*mega)) },
		"content/matrices":             func() string { return content(long("1e300 0 0 1e300 0 0 cm ", mega) + "BT /F 9 Tf (a) Tj") },
		"content/not a number":         func() string { return content("NaN NaN NaN NaN NaN NaN cm BT /F NaN Tf (a) Tj 0 0 m Inf 0 l S") },
		"content/infinite": func() string {
			return content("1e308 0 0 1e308 0 0 cm 9 0 0 9 0 0 cm BT /F 1e308 Tf 1e308 TL (a) ' ET 0 0 1e308 1e308 re f")
		},
		"content/faces": func() string { return content("BT " + long("/F 9 Tf ", 4*mega)) },
		"content/many parts": func() string {
			return crafted(crafting{3: "<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents [" + long("4 0 R ", 500_000) + "]>>"})
		},
		"content/large parts": func() string {
			return crafted(crafting{3: "<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents [" + long("4 0 R ", 40) + "]>>", 4: deflated("", long("\n", 30*mega))})
		},
		"forms/within themselves": func() string { return crafted(crafting{4: stream("", "/X Do"), 6: form(long("/X Do ", 100))}) },
		"forms/three, each shows 3": func() string {
			return crafted(crafting{4: stream("", "/X Do"), 6: form(long("/Y Do ", 300)), 7: form(long("/Z Do ", 300)), 8: form(long("/X Do ", 300))})
		},
		"forms/large": func() string {
			return crafted(crafting{4: stream("", long("/X Do ", 10_000)), 6: form(long(" ", 30*mega))})
		},
		"forms/matrix": func() string {
			return crafted(crafting{4: stream("", long("/X Do ", 100_000)), 6: stream("/Subtype /Form /Matrix ["+long("1 ", 500_000)+"]", "n")})
		},
		"cmap/range":      func() string { return cmap(long("<0000> <ffff> <0041>\n", mega) + "endbfrange") },
		"cmap/long range": func() string { return cmap("<0000> <ffff> <" + long("0041", 5*mega) + "> endbfrange") },
		"cmap/ranges":     func() string { return cmap(long("1 beginbfrange <0000> <ffff> <0041> endbfrange\n", 500_000)) },
		"cmap/array":      func() string { return cmap("<0000> <ffff> [" + long("<0041>", 3*mega) + "] endbfrange") },
		"cmap/one code":   func() string { return cmap(long("<0041> <0041> endbfchar ", mega)) },
		"cmap/long text":  func() string { return cmap("<0041> <" + long("0041", 5*mega) + "> endbfchar") },
		"cmap/long text shown": func() string {
			return crafted(crafting{4: deflated("", "BT /F 9 Tf "+long("<0041>Tj ", mega)), 5: "<</Subtype /Type0 /BaseFont /A /DescendantFonts [7 0 R] /ToUnicode 6 0 R>>", 6: deflated("", "<0041> <"+long("0041", 10_000)+"> endbfchar"), 7: "<<>>"})
		},
		"widths/range":     func() string { return wide(long("0 65535 9 ", 500_000)) },
		"widths/backwards": func() string { return wide(long("65535 0 9 ", 500_000)) },
		"widths/huge":      func() string { return wide("0 1e300 9 -1e300 1e300 9") },
		"widths/runs":      func() string { return wide(long("0 [1 2 3] ", 500_000)) },
		"widths/simple": func() string {
			return crafted(crafting{5: "<</Subtype /Type1 /BaseFont /A /FirstChar -9e18 /Widths [" + long("1 ", mega) + "]>>"})
		},
		"widths/differences": func() string {
			return crafted(crafting{4: stream("", long("BT /F 9 Tf ", 1000)), 5: "<</Subtype /Type1 /BaseFont /A /Encoding <</Differences [" + long("/a ", mega) + "]>>>>"})
		},
	}
}

// charTable is a TrueType face with one table of characters, which begins so.
func charTable(format, rest string) string {
	table := "\x00\x00\x00\x01\x00\x03\x00\x01\x00\x00\x00\x0c" + format + strings.Repeat("\x00\x10", 6) + rest
	n := len(table)
	return "\x00\x01\x00\x00\x00\x01" + strings.Repeat("\x00", 6) + "cmap\x00\x00\x00\x00\x00\x00\x00\x1c" + string([]byte{byte(n >> 24), byte(n >> 16), byte(n >> 8), byte(n)}) + table
}

// craftedTrees are those of the objects around the pages.
func craftedTrees() map[string]func() string {
	long := strings.Repeat
	attached := "<</Type /Catalog /Pages 2 0 R /Names <</EmbeddedFiles <</Names [" + long("(a) <</EF <</F 6 0 R>> /F (a)>> ", 100) + "]>>>>>>"
	fields := func(one string) string {
		return "<</Type /Catalog /Pages 2 0 R /AcroForm <</Fields [" + long(one, 100_000) + "]>>>>"
	}
	odd := "<</Type /Catalog /Pages 2 0 R /Metadata 6 0 R>>"
	all := map[string]func() string{
		"tree/itself": func() string { return crafted(crafting{2: "<</Type /Pages /Kids [2 0 R] /Count 1>>"}) },
		"tree/a million": func() string {
			return crafted(crafting{2: "<</Type /Pages /Kids [" + long("3 0 R ", 500_000) + "] /Count 1000000>>"})
		},
		"tree/doubling": func() string {
			return crafted(crafting{2: "<</Kids [6 0 R 6 0 R]>>", 6: "<</Kids [7 0 R 7 0 R]>>", 7: "<</Kids [8 0 R 8 0 R]>>", 8: "<</Kids [" + long("2 0 R 6 0 R ", 200) + "]>>"})
		},
		"tree/counts": func() string { return crafted(crafting{2: "<</Type /Pages /Kids [3 0 R] /Count -1>>"}) },
		"tree/no box": func() string { return crafted(crafting{3: "<</Type /Page /Parent 2 0 R /Contents 4 0 R>>"}) },
		"tree/empty box": func() string {
			return crafted(crafting{3: "<</Type /Page /Parent 2 0 R /MediaBox [0 0 0 0] /Contents 4 0 R>>"})
		},
		"tree/huge box": func() string {
			return crafted(crafting{3: "<</Type /Page /Parent 2 0 R /MediaBox [-1e300 -1e300 1e300 1e300] /Contents 4 0 R>>"})
		},
		"tree/deep arrays": func() string {
			return crafted(crafting{3: "<</Type /Page /MediaBox " + long("[", 100_000) + long("]", 100_000) + ">>"})
		},
		"tree/deep dictionary": func() string { return crafted(crafting{3: long("<</a ", 100_000) + long(">>", 100_000)}) },
		"tree/references":      func() string { return crafted(crafting{3: "4 0 R", 4: "3 0 R"}) },
		"attached/bombs":       func() string { return crafted(crafting{1: attached, 6: deflated("", long("\x00", 32*mega-1))}) },
		"metadata/long":        func() string { return crafted(crafting{1: odd, 6: deflated("", long("<a>", 10*mega))}) },
		"metadata/attributes":  func() string { return crafted(crafting{1: odd, 6: deflated("", "<a "+long(`a="" `, 150_000)+"/>")}) },
		"fields/many":          func() string { return crafted(crafting{1: fields("<</FT /Sig /T (a)>> ")}) },
		"fields/long": func() string {
			return crafted(crafting{1: fields("6 0 R "), 6: "<</FT /Sig /T (" + long("a", 100_000) + ")>>"})
		},
		"references/bomb": func() string {
			return crossRef("/Size 2000000000 /W [1 4 2] /Index [0 2000000000] /Filter /FlateDecode", squeezedTimes(long("\x00", mega), 512))
		},
		"references/twice": func() string {
			return crossRef("/Size 9 /W [1 4 2] /Filter [/FlateDecode /FlateDecode]", squeezed(squeezedTimes(long("\x00", mega), 400)))
		},
		"references/other": func() string {
			return crossRef("/Size 9 /W [1 4 2] /Filter [/ASCIIHexDecode /FlateDecode]", fmt.Sprintf("%x>", squeezedTimes(long("\x00", mega), 200)))
		},
		"references/many": func() string {
			return crossRef("/Size 100000000 /W [1 0 0] /Filter /FlateDecode", squeezed(long("\x01", 10*mega)))
		},
		"references/chain": func() string {
			return crafted(nil) + long("trailer <</Prev 17 /Root 1 0 R>> startxref 17 %%EOF ", 200_000)
		},
		"no PDF/long":  func() string { return "%PDF-1.7\n" + long("1 0 obj<<>>endobj ", 2*mega) },
		"no PDF/words": func() string { return "%PDF-1.7\n" + long("startxref\n9\n", 2*mega) },
	}
	return all
}
