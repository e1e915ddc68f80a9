package inbox_test

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"

	"ketluan/render/inbox"
	"ketluan/render/testdata/racing"
)

// packed is a zip of names and contents in turn.
func packed(t testing.TB, pairs ...string) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(pairs); i += 2 {
		f, err := w.Create(pairs[i])
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprint(f, pairs[i+1])
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func base(s string) string { return base64.StdEncoding.EncodeToString([]byte(s)) }

// told sums a delivery up: the names of workbooks, then of what is refused.
func told(d inbox.Delivery) string {
	var all []string
	for _, w := range d.Workbooks {
		all = append(all, w.Name)
	}
	for _, p := range d.Refused {
		all = append(all, "!"+p.Pos.File+": "+p.Message.EN)
	}
	return fmt.Sprintf("%s +%d -%d", strings.Join(all, "; "), d.More, d.Passed)
}

func TestOpen(t *testing.T) {
	book := packed(t, "[Content_Types].xml", "<Types/>")
	mail := "From: a@b\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nKính gửi\r\n" +
		"--x\r\nContent-Type: application/octet-stream; name=\"=?UTF-8?B?" + base("báo cáo.xlsx") + "?=\"\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base(book) + "\r\n" +
		"--x\r\nContent-Disposition: attachment; filename*=UTF-8''quy%20m%E1%BB%99t.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base(packed(t, "c.xlsx", book)) + "\r\n" +
		"--x\r\nContent-Type: image/png; name=logo.png\r\nContent-ID: <1>\r\n\r\nx\r\n" +
		"--x\r\nContent-Disposition: attachment; filename=ATT00001.txt\r\n\r\nx\r\n" +
		"--x\r\nContent-Disposition: attachment; filename=\"cũ.pdf\"\r\n\r\nx\r\n" +
		"--x\r\nContent-Type: message/rfc822\r\n\r\nFrom: c@d\r\nContent-Disposition: attachment; filename=d.csv\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\na;b=\r\n;c\r\n1;2;3\r\n--x--\r\n"
	for _, c := range []struct{ name, src, want string }{
		{"a.xlsx", book, "a.xlsx +0 -0"},
		{"a.zip", packed(t, "x/b.xlsx", book, "~$b.xlsx", "", "__MACOSX/b.xlsx", "", "c.docx", ""), "a.zip/x/b.xlsx; !a.zip/c.docx: a document of Word: no reports are read from it +0 -2"},
		{"really-a-workbook.zip", book, "really-a-workbook.zip +0 -0"},
		{"a.eml", mail, "a.eml/báo cáo.xlsx; a.eml/quy một.zip/c.xlsx; a.eml/thu.eml/d.csv; !a.eml/cũ.pdf: a PDF: no reports are read from it +0 -2"},
		{"a.eml", "From: a@b\r\n\r\nxin gửi sau\r\n", "!a.eml: the mail has no attachment +0 -0"},
		{"a.eml", "\x00\x01", "!a.eml: no mail that can be read (.eml) +0 -0"},
		{"a.numbers", book, "!a.numbers: a table of Apple Numbers (.numbers) +0 -0"},
		{"a", "x", "!a: no workbook that can be read +0 -0"},
		{"a.zip", "PK", "!a.zip: the file is damaged or incomplete +0 -0"},
		{"a.zip", packed(t, "b.zip", packed(t, "c.zip", packed(t, "d.zip", packed(t, "e.xlsx", book)))), "!a.zip/b.zip/c.zip/d.zip: this lies in too many others and is not opened +0 -0"},
	} {
		if got := told(inbox.Open(c.name, []byte(c.src))); got != c.want {
			t.Errorf("%s:\n%s, want\n%s", c.name, got, c.want)
		}
	}
}

// What Excel writes as CSV is read alike, whatever separates and encodes it.
func TestCSV(t *testing.T) {
	table := "Mã nhiệm vụ;Trạng thái;Kết quả\r\n\"A;1\";hoàn thành;\"hai\ndòng, một\"\r\n"
	tabs := strings.ReplaceAll(strings.ReplaceAll(table, ";", "\t"), "A\t1", "A;1")
	wide := []byte{0xFF, 0xFE}
	for _, u := range utf16.Encode([]rune(tabs)) {
		wide = append(wide, byte(u), byte(u>>8))
	}
	eight, err := charmap.Windows1258.NewEncoder().String("Ma\u0303 nhi\u00EA\u0323m vu\u0323;Tr\u0061\u0323ng tha\u0301i;K\u00EA\u0301t qua\u0309\r\n\"A;1\";hoa\u0300n tha\u0300nh;\"hai\ndo\u0300ng, m\u00F4\u0323t\"\r\n")
	if err != nil {
		t.Fatal(err)
	}
	want := inbox.Open("a.csv", []byte(table)).Workbooks[0].Book
	for name, src := range map[string]string{"bom.csv": "\xEF\xBB\xBF" + table, "sep.csv": "sep=;\r\n" + table, "unicode.txt": string(wide), "tab.tsv": tabs, "ansi.csv": eight} {
		d := inbox.Open(name, []byte(src))
		if len(d.Workbooks) != 1 || (name != "sep.csv" && !bytes.Equal(d.Workbooks[0].Book, want)) {
			t.Errorf("%s: %s", name, told(d))
		}
	}
	for name, src := range map[string]string{"lost.csv": "M? nhi?m v?;Tr?ng th?i\r\n1;2\r\n", "half.csv": "M\xE3 nhi?m v?;Tr?ng th\xE1i\r\n1;2\r\n"} {
		if got := told(inbox.Open(name, []byte(src))); !strings.Contains(got, "has lost letters") {
			t.Errorf("%s: %s", name, got)
		}
	}
	if got := told(inbox.Open("a.txt", []byte("Kính gửi văn phòng"))); !strings.Contains(got, "a text without a table") {
		t.Error(got)
	}
}

// Rows have the numbers that a spreadsheet gives them, and days come with the
// day before the month, where the table shows which way its program writes them.
func TestCSVRows(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"a;b\n\n\"c\nc\";d\n\n\ne;f\n", `<row r="1">a b<row r="3">c&#xA;c d<row r="6">e f`},
		{"\r\nsep;b\r\nc;d\r\n", `<row r="2">sep b<row r="3">c d`},
		{"sep=;\na;b\nc;d\n", `<row r="1">a b<row r="2">c d`},
		{"a;10/15/2020\nb;5/11/20\nc;5/11/2020 là hạn\n", `<row r="1">a 15/10/2020<row r="2">b 11/5/20<row r="3">c 5/11/2020 là hạn`},
		{"a;15/10/2020\nb;5/11/2020\n", `<row r="1">a 15/10/2020<row r="2">b 5/11/2020`},
		{"a;15/10/2020\nb;5/11/2020\nc;10/15/2020\n", `<row r="1">a 15/10/2020<row r="2">b 5/11/2020<row r="3">c 10/15/2020`},
		{"a,b,c\nviệc một; rồi hai,x\nviệc ba; rồi bốn\nviệc năm; rồi sáu,,y\n", `<row r="1">a b c<row r="2">việc một; rồi hai x<row r="3">việc ba; rồi bốn<row r="4">việc năm; rồi sáu y`},
		{"a;5/11/2020\nb;31/31/2020\n", `<row r="1">a 5/11/2020<row r="2">b 31/31/2020`},
	} {
		d := inbox.Open("a.csv", []byte(c.src))
		if len(d.Workbooks) != 1 {
			t.Errorf("%q: %s", c.src, told(d))
			continue
		}
		got := regexp.MustCompile(`<row r="\d+">|>[^<>]+</t>`).FindAllString(part(t, d.Workbooks[0].Book, "xl/s1.xml"), -1)
		text := ""
		for _, g := range got {
			g = strings.TrimSuffix(strings.TrimPrefix(g, ">"), "</t>")
			if text != "" && !strings.HasSuffix(text, ">") && !strings.HasPrefix(g, "<row") {
				text += " "
			}
			text += g
		}
		if text != c.want {
			t.Errorf("%q:\n%s, want\n%s", c.src, text, c.want)
		}
	}
}

// Whatever is sent, it is opened within a budget.
func TestBombs(t *testing.T) {
	zeros := packed(t, "a.xlsx", strings.Repeat("\x00", 8<<20))
	for range 2 {
		zeros = packed(t, "a.zip", zeros, "b.zip", zeros)
	}
	var entries []string
	for i := range 5000 {
		entries = append(entries, fmt.Sprint(i, ".csv"), "a;b\n1;2\n")
	}
	parts := "From: a@b\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n" + strings.Repeat("--x\r\nContent-Disposition: attachment; filename=a.pdf\r\n\r\nx\r\n", 100_000)
	nested := "From: a@b\r\n"
	for i := range 2000 {
		nested += fmt.Sprintf("Content-Type: multipart/mixed; boundary=x%d\r\n\r\n--x%[1]d\r\n", i)
	}
	for name, src := range map[string]string{
		"zeros.zip": zeros, "entries.zip": packed(t, entries...), "parts.eml": parts, "nested.eml": nested,
		"wide.csv": strings.Repeat(";", 7<<20), "long.csv": strings.Repeat("a;b\n", 1<<20), "quotes.csv": strings.Repeat("\"a;", 1<<20),
		"rows.ods": packed(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", "<a><table><table-row number-rows-repeated=\"1000000\"><table-cell number-columns-repeated=\"1000\"><p>x</p></table-cell></table-row></table></a>"),
		"fat.ods":  packed(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", "<a><table><table-row number-rows-repeated=\"19000\"><table-cell number-columns-repeated=\"30\"><p>"+strings.Repeat("x", 30_000)+"</p></table-cell></table-row></table></a>"),
		"deep.ods": packed(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", strings.Repeat("<a>", 100_000)),
	} {
		began := time.Now()
		d := inbox.Open(name, []byte(src))
		if took := time.Since(began); took > 10*time.Second && !racing.On {
			t.Errorf("%s takes %v", name, took)
		}
		if len(d.Refused) == 0 && name != "wide.csv" || len(d.Refused) > 101 {
			t.Errorf("%s: %d refused", name, len(d.Refused))
		}
	}
}

func FuzzOpen(f *testing.F) {
	f.Add("a.eml", "From: a@b\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nx\r\n--x--\r\n")
	f.Add("a.csv", "a;b\n1;2\n")
	f.Add("a.ods", packed(f, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", "<a><table><table-row><table-cell><p>x</p></table-cell></table-row></table></a>"))
	f.Fuzz(func(t *testing.T, name, src string) { inbox.Open(name, []byte(src)) })
}
