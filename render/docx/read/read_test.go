package read

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"ketluan/render/testdata/word"
)

// shown writes blocks as text: a line a paragraph, its label, its looks.
func shown(blocks []Block) string {
	var b strings.Builder
	for _, block := range blocks {
		switch block := block.(type) {
		case *Paragraph:
			fmt.Fprintf(&b, "%s|%s|", block.Label, block.Text())
			for _, r := range block.Runs {
				look := ""
				for _, l := range []struct {
					on   bool
					name string
				}{{r.Bold, "b"}, {r.Italic, "i"}, {r.Underline, "u"}, {r.Caps, "c"}} {
					if l.on {
						look += l.name
					}
				}
				if r.Change != nil {
					look += map[bool]string{true: "-", false: "+"}[r.Change.Deleted] + r.Change.Author
				}
				fmt.Fprintf(&b, "[%s %s]", look, r.Text)
			}
			b.WriteByte('\n')
			for _, box := range block.Boxes {
				b.WriteString("box{" + shown(box) + "}\n")
			}
		case *Table:
			for _, row := range block.Rows {
				for _, c := range row.Cells {
					b.WriteString("cell{" + shown(c.Blocks) + "}\n")
				}
			}
		}
	}
	return b.String()
}

func open(t *testing.T, src []byte) *File {
	t.Helper()
	f, err := Open(src)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestText(t *testing.T) {
	for body, want := range map[string]string{
		word.P("", word.R("b", "Giao "), word.R("iu", "Sở A")):                                                                            "|Giao Sở A|[b Giao ][iu Sở A]\n",
		word.P("", word.R("", "a\tb\nc")):                                                                                                 "|a\tb\nc|[ a\tb\nc]\n",
		word.Table([]int{9, 9}, []string{word.P("", word.R("", "x")), word.P("")}):                                                        "cell{|x|[ x]\n}\ncell{||\n}\n",
		word.P("", word.Box(1, 1, 9, 9, word.P("", word.R("", "trong ô")))):                                                               "||\nbox{|trong ô|[ trong ô]\n}\n",
		`<w:p><w:pPr><w:pStyle w:val="Manh"/></w:pPr>` + word.R("", "a") + `<w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>b</w:t></w:r></w:p>`: "|ab|[b a][ b]\n",
		`<w:p><w:r><w:t>1961/Q</w:t><w:noBreakHyphen/><w:t>U</w:t></w:r></w:p>`:                                                           "|1961/Q\u2011U|[ 1961/Q\u2011U]\n",
		`<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r></w:p>`:                                                                   "||\n",
		`<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r></w:p>`:                   "|2|[ 2]\n",
		`<w:sdt><w:sdtPr><w:tag w:val="so"/></w:sdtPr><w:sdtContent>` + word.P("", word.R("", "12")) + `</w:sdtContent></w:sdt>`:                                                                      "|12|[ 12]\n",
		`<w:p><w:r><w:t>trước </w:t></w:r><w:ins w:author="An" w:date="2026-10-05T08:00:00Z"><w:r><w:t>20</w:t></w:r></w:ins><w:del w:author="An"><w:r><w:delText>15</w:delText></w:r></w:del></w:p>`: "|trước 20|[ trước ][+An 20][-An 15]\n",
	} {
		f := open(t, word.File(body, word.Part{Kind: "styles", Body: `<w:style w:type="paragraph" w:styleId="Goc"><w:rPr><w:b/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Manh"><w:basedOn w:val="Goc"/></w:style>`}))
		if got := shown(f.Blocks); got != want {
			t.Errorf("%s\ngot  %q\nwant %q", body, got, want)
		}
	}
}

// Word counts on over all paragraphs of a list, anew below each higher one.
func TestLabels(t *testing.T) {
	part := word.Numbering([]word.Level{{Format: "upperRoman", Text: "%1."}, {Format: "decimal", Text: "%2."}, {Format: "decimal", Text: "%2.%3."}, {Format: "lowerLetter", Text: "%4)"}, {Format: "bullet", Text: "\uF0B7"}},
		[]word.Level{{Format: "decimal", Text: "(%1)"}})
	part.Body += `<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`
	var body strings.Builder
	var want []string
	for _, c := range []struct {
		list, level int
		label       string
	}{{1, 0, "I."}, {1, 1, "1."}, {1, 1, "2."}, {1, 2, "2.1."}, {1, 3, "a)"}, {1, 3, "b)"}, {2, 0, "(1)"}, {2, 0, "(2)"}, {1, 4, "•"}, {1, 0, "II."}, {1, 1, "1."}, {3, 0, "(1)"}, {3, 0, "(2)"}, {9, 0, ""}} {
		body.WriteString(word.P(word.InList(c.list, c.level), word.R("", "x")))
		want = append(want, c.label)
	}
	var got []string
	for _, b := range open(t, word.File(body.String(), part)).Blocks {
		got = append(got, b.(*Paragraph).Label)
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// What is beside the text: heads, comments, bookmarks over paragraphs.
func TestBeside(t *testing.T) {
	body := `<w:p><w:bookmarkStart w:id="1" w:name="k1"/><w:commentRangeStart w:id="7"/>` + word.R("", "một") + `</w:p><w:p>` + word.R("", "hai") + `<w:bookmarkEnd w:id="1"/><w:commentRangeEnd w:id="7"/></w:p>` +
		`<w:p>` + word.R("", "ba") + word.Picture() + `</w:p><w:sectPr><w:headerReference w:type="first" r:id="rId1"/><w:footerReference w:type="default" r:id="rId2"/></w:sectPr>`
	f := open(t, word.File(body, word.Part{Kind: "header", Body: word.P("", word.R("", "đầu"))}, word.Part{Kind: "footer", Body: word.P("", word.R("", "chân"))},
		word.Part{Kind: "comments", Body: `<w:comment w:id="7" w:author="Bình" w:date="2026-10-05T08:00:00Z">` + word.P("", word.R("", "sửa lại")) + `</w:comment>`}))
	var marks []string
	for _, b := range f.Blocks {
		p := b.(*Paragraph)
		marks = append(marks, fmt.Sprint(p.Number, p.Bookmarks, p.Comments, p.Pictures))
	}
	if got, want := strings.Join(marks, "; "), "1 [{k1 0 5}] [7] 0; 2 [{k1 0 3}] [7] 0; 3 [] [] 1"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if len(f.Headers) != 1 || f.Headers[0].Kind != "first" || shown(f.Headers[0].Blocks) != "|đầu|[ đầu]\n" || len(f.Footers) != 1 {
		t.Errorf("%+v %+v", f.Headers, f.Footers)
	}
	if want := (Comment{ID: "7", Author: "Bình", Date: "2026-10-05T08:00:00Z", Text: "sửa lại"}); len(f.Comments) != 1 || f.Comments[0] != want {
		t.Errorf("%+v", f.Comments)
	}
}

// Files that are none are told apart.
func TestForeign(t *testing.T) {
	wide := func(s string) string { return strings.Join(strings.Split(s, ""), "\x00") + "\x00" }
	for src, want := range map[string]error{
		"":                                 ErrNoDocx,
		"%PDF-1.7":                         ErrNoDocx,
		`{\rtf1 a}`:                        ErrRTF,
		oleMark + "WordDocument":           ErrDoc,
		oleMark + wide("EncryptedPackage"): ErrEncrypted,
		string(word.Pack(map[string]string{"mimetype": "application/vnd.oasis.opendocument.text"})): ErrODT,
		string(word.Pack(map[string]string{"xl/workbook.xml": "<a/>"})):                             ErrNoDocx,
		string(word.File("<w:p>")): ErrNoDocx,
	} {
		if _, err := Open([]byte(src)); !errors.Is(err, want) {
			t.Errorf("%.40q: %v, want %v", src, err, want)
		}
	}
}

// hostile are bodies that cost much, by a size.
var hostile = map[string]func(n int) string{
	"paragraphs": func(n int) string { return strings.Repeat("<w:p/>", n) },
	"runs":       func(n int) string { return "<w:p>" + strings.Repeat("<w:r><w:t>a</w:t></w:r>", n) + "</w:p>" },
	"nested":     func(n int) string { return strings.Repeat("<w:tbl><w:tr><w:tc>", n) },
	"bookmarks": func(n int) string {
		return strings.Repeat(`<w:bookmarkStart w:id="1" w:name="a"/>`, n) + strings.Repeat("<w:p/>", n)
	},
	"open bookmarks": func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, `<w:bookmarkStart w:id="%d" w:name="a"/><w:p/>`, i)
		}
		return b.String()
	},
	"text":       func(n int) string { return "<w:p><w:r><w:t>" + strings.Repeat("a ", n) + "</w:t></w:r></w:p>" },
	"attributes": func(n int) string { return "<w:p" + strings.Repeat(` a="b"`, n) + "/>" },
}

// What costs much is refused, or read in time that grows no faster than it does.
func TestHostile(t *testing.T) {
	for name, body := range hostile {
		began := time.Now()
		_, err := Open(word.File(body(150_000)))
		if took := time.Since(began); took > 5*time.Second {
			t.Errorf("%s took %v", name, took)
		}
		if err != nil && !errors.Is(err, ErrTooMuch) && !errors.Is(err, ErrNoDocx) && !errors.Is(err, ErrTooLarge) {
			t.Errorf("%s: %v", name, err)
		}
	}
	bomb := word.File("<w:p>" + strings.Repeat(" ", 20<<20) + "</w:p>")
	if _, err := Open(bomb); !errors.Is(err, ErrTooLarge) || len(bomb) > 1<<20 {
		t.Errorf("%d bytes: %v", len(bomb), err)
	}
	entity := word.Pack(map[string]string{"word/document.xml": `<!DOCTYPE a [<!ENTITY b "c">]><w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body><w:p/></w:body></w:document>`})
	if _, err := Open(entity); !errors.Is(err, ErrNoDocx) {
		t.Error(err)
	}
}

func FuzzOpen(f *testing.F) {
	f.Add(word.P("", word.R("b", "a")))
	f.Add(word.Table([]int{1}, []string{word.P(word.InList(1, 0), word.Box(1, 1, 1, 1, word.P("")))}))
	f.Add(`<w:p><w:ins><w:del><w:r><w:delText>a</w:delText></w:r></w:del></w:ins></w:p><w:sectPr><w:headerReference r:id="rId1"/></w:sectPr>`)
	for _, body := range hostile {
		f.Add(body(3))
	}
	numbering := word.Numbering([]word.Level{{Format: "decimal", Text: "%1.%2.%9%"}})
	f.Fuzz(func(t *testing.T, body string) {
		src := word.File(body, numbering, word.Part{Kind: "styles", Body: body}, word.Part{Kind: "header", Body: body})
		first, err := Open(src)
		if err != nil {
			return
		}
		if again, err := Open(bytes.Clone(src)); err != nil || shown(first.Blocks) != shown(again.Blocks) {
			t.Fatalf("it is read in two ways: %v", err)
		}
	})
}
