package office

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"ketluan/render"
	"ketluan/render/decree"
	"ketluan/render/pdf/sign"
)

// unsigned makes a notice of today that waits for number, day and signatures, or
// one whose date is printed.
func unsigned(t *testing.T, lines string) []byte {
	t.Helper()
	r, err := NewPress(Wants{Only: string(render.PDF)})
	if err != nil {
		t.Fatal(err)
	}
	src := "meeting-date: 5/1/2026\nsubject: Kết luận của Giám đốc Sở\nagency: {name: Sở Khoa học, code: SKH, place: Quảng Ngãi}\n" +
		"conclusions: [{text: Lập dự toán năm sau., lead: Phòng Tài chính}]\nunits: [Phòng Tài chính]\nsigner: {position: Giám đốc, name: Trần Văn Lãnh}\nrecipients: [\"Lưu: VT\"]\n" + lines
	rec, problems := r.Read("hop.yaml", []byte(src), nil)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	files, err := r.Files(rec)
	if err != nil {
		t.Fatal(err)
	}
	return files[0].Bytes
}

func today() (day, month, year int) {
	y, m, d := Vietnam(time.Now()).Date()
	return d, int(m), y
}

// issued signs a notice as offices do: the leader in the field that is there, then
// number, day and seal, each a signature of the clerk's that is appended.
func (s signingDesk) issued(t *testing.T) []byte {
	t.Helper()
	day, month, year := today()
	file := s.fill(unsigned(t, fmt.Sprintf("date: /%d/%d\n", month, year)), "nguoi-ky", "lanh-dao")
	for _, st := range []stamp{
		{field: "Signature1", who: "van-thu", shows: "123", page: 1, rect: [4]float64{151, 728, 184, 742}},
		{field: "Signature2", who: "van-thu", shows: fmt.Sprintf("%02d", day), page: 1, rect: [4]float64{415, 728, 439, 742}},
	} {
		file = s.place(file, st)
	}
	return s.place(file, s.seal(t, file))
}

// seal is a stamp over the left third of the leader's signature.
func (s signingDesk) seal(t *testing.T, file []byte) stamp {
	t.Helper()
	report, err := sign.Read(file, nil)
	if err != nil || len(report.Signatures) == 0 {
		t.Fatal(report, err)
	}
	b := report.Signatures[0].Box
	x, y := float64(b.X.PT())-62, 841.89-float64((b.Y+b.Height).PT())-20
	return stamp{field: "Signature3", who: "van-thu", shows: "", page: report.Signatures[0].Page, rect: [4]float64{x, y, x + 109, y + 109}}
}

func verified(t *testing.T, file []byte, o VerifyOptions) *Verdict {
	t.Helper()
	v, err := Verify(file, o)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// ruled returns what a verdict says of a rule.
func ruled(v *Verdict, id string) string {
	var all []string
	for _, r := range v.Results {
		if r.ID == id {
			all = append(all, string(r.Status))
			for _, f := range r.Faults {
				all = append(all, f.Message.EN)
			}
		}
	}
	return strings.Join(all, "\n")
}

func TestSigned(t *testing.T) {
	s := newSigner(t)
	file := s.issued(t)
	t.Run("notice", func(t *testing.T) { s.testNotice(t, file) })
	t.Run("altered", func(t *testing.T) { s.testAltered(t, file) })
	t.Run("signpdf", func(t *testing.T) { s.testSignpdf(t, file) })
}

// A notice that was signed, numbered, dated and sealed as offices do it keeps all
// rules; who signed what and when is said, and what came after.
func (s signingDesk) testNotice(t *testing.T, file []byte) {
	roots := [][]byte{s.read("lanh-dao.pem"), s.read("van-thu.pem")}
	v := verified(t, file, VerifyOptions{Roots: roots})
	want := []Purpose{ForSigner, ForNumber, ForDay, ForSeal}
	if len(v.Signatures) != len(want) {
		t.Fatalf("%d signatures", len(v.Signatures))
	}
	for i, one := range v.Signatures {
		name := map[bool]string{true: "Trần Văn Lãnh", false: "Sở Khoa học và Công nghệ"}[i == 0]
		if one.Purpose != want[i] || one.State != sign.Good || one.Chain != sign.Good || one.Signer.Name != name || one.Digest != "SHA-256" || one.Whole != (i == 3) ||
			time.Since(one.At()).Abs() > time.Hour || !one.Stamped.IsZero() || len(one.Weak) > 0 {
			t.Errorf("%d: %+v", i, one)
		}
		if i < 3 && (len(one.After) != 1 || one.After[0].Kind != sign.Signed || one.After[0].What != v.Signatures[i+1].Field) {
			t.Errorf("after %s: %+v", one.Field, one.After)
		}
	}
	for _, r := range v.Results {
		if want := map[bool]decree.Status{true: decree.Unmeasured, false: decree.Kept}[r.ID == "KS-07"]; strings.HasPrefix(r.ID, "KS-") && r.Status != want {
			t.Errorf("%s: %s", r.ID, ruled(v, r.ID))
		}
	}
	// Without roots, and with those of others.
	if got := ruled(verified(t, file, VerifyOptions{}), "KS-08"); !strings.HasPrefix(got, "unmeasured\nthe chain is not judged") {
		t.Error(got)
	}
	if got := ruled(verified(t, file, VerifyOptions{Roots: roots[:1]}), "KS-08"); !strings.HasPrefix(got, "broken\nfield Signature1: the certificate of Sở Khoa học và Công nghệ") {
		t.Error(got)
	}
	// The record that has the number by now makes the page below the stamps.
	day, month, year := today()
	for number, want := range map[string]string{"123": "ok", "0124": "broken\nthe document has the number 123, the record 0124"} {
		rec := fmt.Sprintf("meeting-date: 5/1/2026\nsubject: Kết luận của Giám đốc Sở\nagency: {name: Sở Khoa học, code: SKH, place: Quảng Ngãi}\n"+
			"conclusions: [{text: Lập dự toán năm sau., lead: Phòng Tài chính}]\nunits: [Phòng Tài chính]\nsigner: {position: Giám đốc, name: Trần Văn Lãnh}\nrecipients: [\"Lưu: VT\"]\n"+
			"number: %q\ndate: %d/%d/%d\n", number, day, month, year)
		v := verified(t, file, VerifyOptions{Record: &Place{Name: "hop.yaml", Typed: "hop.yaml", Source: []byte(rec)}})
		if got := ruled(v, "KS-07") + ruled(v, "RE-01"); got != want+"ok" {
			t.Errorf("%s: %s", number, got)
		}
		v = verified(t, file, VerifyOptions{Record: &Place{Name: "hop.yaml", Typed: "hop.yaml", Source: []byte(strings.Replace(rec, "năm sau", "năm nay", 1))}})
		if got := ruled(v, "RE-01"); !strings.HasPrefix(got, "broken\nthe document says \"sau.") {
			t.Error(got)
		}
	}
}

// An alteration is what is done to a signed notice, and what is said of it.
type alteration struct {
	name  string
	alter func(t *testing.T, s signingDesk, file []byte) []byte
	rule  string
	says  string
}

var alterations = []alteration{
	{"a byte of a page", func(t *testing.T, _ signingDesk, file []byte) []byte {
		i := bytes.Index(file, []byte("/MediaBox [0 0 595.28"))
		return slices.Concat(file[:i], []byte("/MediaBox [0 0 595.27"), file[i+len("/MediaBox [0 0 595.28"):])
	}, "KS-01", "field nguoi-ky: what was signed is not as it was"},
	{"another content", func(t *testing.T, _ signingDesk, file []byte) []byte {
		u := newAppendix(t, file)
		n := u.next
		u.set(n, "<</Length 30>>\nstream\n0 0 1 rg 100 300 200 200 re f  \nendstream")
		page := u.pages()[0]
		old := regexp.MustCompile(`/Contents \d+ 0 R`).FindString(u.object(page))
		return u.change(page, old, fmt.Sprintf("/Contents %d 0 R", n)).bytes()
	}, "KS-02", "after the signature Signature3: what page 1 prints was changed"},
	{"a note over a page", func(t *testing.T, _ signingDesk, file []byte) []byte {
		u := newAppendix(t, file)
		n := u.next
		u.set(n, "<</Type /Annot /Subtype /FreeText /Rect [100 300 300 400] /DA (/F1 12 Tf) /Contents (15/12/2026)>>")
		u.adopt(u.pages()[0], "/Annots", n)
		return u.bytes()
	}, "KS-02", "after the signature Signature3: the annotation FreeText on page 1 was added or changed"},
	{"a page more", func(t *testing.T, _ signingDesk, file []byte) []byte {
		u := newAppendix(t, file)
		n := u.next
		parent := refIn(t, u.object(u.pages()[0]), "/Parent")
		u.set(n, fmt.Sprintf("<</Type /Page /Parent %d 0 R /MediaBox [0 0 595 842]>>", parent))
		u.adopt(parent, "/Kids", n)
		return u.bytes()
	}, "KS-02", "after the signature Signature3: pages were added or taken out"},
	{"another look of a signature", func(t *testing.T, _ signingDesk, file []byte) []byte {
		u := newAppendix(t, file)
		m := regexp.MustCompile(`(\d+) 0 obj\s*<</Type /Annot /Subtype /Widget /FT /Sig /T \(Signature1\)`).FindSubmatch(file)
		look := refIn(t, u.object(number(string(m[1]))), "/N")
		return u.change(look, "(123)", "(124)").bytes()
	}, "KS-02", "after the signature Signature3: the look of the signature Signature1 was changed"},
	{"another attachment", func(t *testing.T, _ signingDesk, file []byte) []byte {
		u := newAppendix(t, file)
		return u.change(u.root, "<<", "<</Names <</EmbeddedFiles <</Names []>>>> ").bytes()
	}, "KS-02", "after the signature Signature3: attached files were changed"},
	{"a signature taken out", func(t *testing.T, _ signingDesk, file []byte) []byte {
		u := newAppendix(t, file)
		m := regexp.MustCompile(`(\d+) 0 obj\s*<</Type /Annot /Subtype /Widget /FT /Sig /T \(Signature2\)`).FindSubmatch(file)
		return u.change(number(string(m[1])), "/V ", "/W ").bytes()
	}, "KS-02", "signatures that were taken out of the file: 1"},
	{"a script", func(t *testing.T, _ signingDesk, file []byte) []byte {
		u := newAppendix(t, file)
		return u.change(u.root, "<<", "<</OpenAction <</S /JavaScript /JS (app.alert\\(1\\))>> ").bytes()
	}, "KS-02", "after the signature Signature3: what the file does when it is opened was changed"},
	{"a page cropped", func(t *testing.T, _ signingDesk, file []byte) []byte {
		u := newAppendix(t, file)
		return u.change(u.pages()[0], "/Type /Page", "/Type /Page /CropBox [0 200 595 842]").bytes()
	}, "KS-02", "after the signature Signature3: size or turn of page 1 was changed"},
	{"ranges that leave more out", func(t *testing.T, _ signingDesk, file []byte) []byte {
		m := regexp.MustCompile(`/ByteRange \[0 (\d+) `).FindSubmatchIndex(file)
		less := fmt.Sprintf("%d", number(string(file[m[2]:m[3]]))-100)
		return slices.Concat(file[:m[2]], []byte(less), file[m[3]:])
	}, "KS-01", "field nguoi-ky: its byte range does not fit the file"},
	{"a message of another signature", func(t *testing.T, _ signingDesk, file []byte) []byte {
		all := regexp.MustCompile(`/Contents <([0-9a-f]+)>>`).FindAllSubmatchIndex(file, -1)
		out := slices.Clone(file)
		seal, day := all[len(all)-1], all[len(all)-2]
		copy(out[seal[2]:seal[3]], file[day[2]:day[3]])
		return out
	}, "KS-01", "field Signature3: what was signed is not as it was"},
	{"bytes behind the end", func(t *testing.T, _ signingDesk, file []byte) []byte {
		return append(slices.Clone(file), "\n% nothing to see\n"...)
	}, "KS-02", "bytes behind the last signature that nobody signed: 18"},
	{"SHA-1", func(t *testing.T, s signingDesk, file []byte) []byte {
		return s.place(file, stamp{field: "Signature4", who: "van-thu", page: 1, rect: [4]float64{0, 0, 0, 0}, digest: "sha1"})
	}, "KS-03", "field Signature4: SHA-1 counts as weak today"},
	{"MD5", func(t *testing.T, s signingDesk, file []byte) []byte {
		return s.place(file, stamp{field: "Signature4", who: "thu", page: 1, rect: [4]float64{0, 0, 0, 0}, digest: "md5"})
	}, "KS-03", "field Signature4: MD5 counts as weak today"},
	{"the number after the seal", func(t *testing.T, s signingDesk, file []byte) []byte {
		return s.place(file, stamp{field: "Signature4", who: "van-thu", shows: "5", page: 1, rect: [4]float64{151, 728, 184, 742}})
	}, "KS-04", "the seal (field Signature3) came before the number (field Signature4)"},
	{"a seal beside the signature", func(t *testing.T, s signingDesk, file []byte) []byte {
		seal := s.seal(t, file)
		seal.field, seal.rect[0], seal.rect[2] = "Signature4", seal.rect[0]-60, seal.rect[2]-60
		return s.place(file, seal)
	}, "KS-05", "the seal lies over 0 % of the width of the signature nguoi-ky"},
}

func refIn(t *testing.T, object, key string) int {
	t.Helper()
	m := regexp.MustCompile(key + ` (\d+) 0 R`).FindStringSubmatch(object)
	if m == nil {
		t.Fatalf("no %s in %s", key, object)
	}
	return number(m[1])
}

// Whatever is done to a signed notice is found, and named.
func (s signingDesk) testAltered(t *testing.T, file []byte) {
	for _, a := range alterations {
		v := verified(t, a.alter(t, s, file), VerifyOptions{})
		if got := ruled(v, a.rule); !strings.HasPrefix(got, "broken\n") || !slices.Contains(strings.Split(got, "\n"), a.says) {
			t.Errorf("%s: %s\n%s", a.name, got, ruled(v, "KS-01")+ruled(v, "KS-02"))
		}
	}
	// A date that is not that of the signatures.
	file = s.fill(unsigned(t, "date: 6/1/2026\nnumber: 15\n"), "nguoi-ky", "lanh-dao")
	if got := ruled(verified(t, file, VerifyOptions{}), "KS-06"); !strings.HasPrefix(got, "broken\nthe signature was signed on ") || !strings.HasSuffix(got, "the document is dated 2026-01-06") {
		t.Error(got)
	}
}

// A second tool, of those that add a field and know nothing of ours: @signpdf of
// npm. It breaks a signature that is there, as it changes the last bytes.
func (s signingDesk) testSignpdf(t *testing.T, _ []byte) {
	if _, err := exec.LookPath("node"); err != nil || exec.Command("node", "-e", "require('@signpdf/signpdf')").Run() != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("there is no @signpdf/signpdf")
		}
		t.Skip("there is no @signpdf/signpdf")
	}
	script := s.write("sign.js", []byte(`const fs = require('fs'), {SignPdf} = require('@signpdf/signpdf'), {plainAddPlaceholder} = require('@signpdf/placeholder-plain'), {P12Signer} = require('@signpdf/signer-p12')
const [,, from, to, p12] = process.argv
const pdf = plainAddPlaceholder({pdfBuffer: fs.readFileSync(from), reason: '', contactInfo: '', name: '', location: '', widgetRect: [330, 90, 480, 160]})
new SignPdf().sign(pdf, new P12Signer(fs.readFileSync(p12), {passphrase: ''})).then(b => fs.writeFileSync(to, b))`))
	base := unsigned(t, "signature-fields: no\n")
	s.run("node", script, s.write("a.pdf", base), s.at("b.pdf"), s.at("thu.p12"))
	v := verified(t, s.read("b.pdf"), VerifyOptions{Roots: [][]byte{s.read("thu.pem")}})
	if len(v.Signatures) != 1 || v.Signatures[0].State != sign.Good || v.Signatures[0].Chain != sign.Good || !v.Signatures[0].Whole || v.Signatures[0].Purpose != ForSigner {
		t.Fatalf("%+v", v.Signatures)
	}
	s.run("node", script, s.write("a.pdf", s.fill(unsigned(t, ""), "nguoi-ky", "lanh-dao")), s.at("b.pdf"), s.at("thu.p12"))
	v = verified(t, s.read("b.pdf"), VerifyOptions{})
	if len(v.Signatures) != 2 || v.Signatures[0].State != sign.Bad || v.Signatures[1].State != sign.Good {
		t.Errorf("%+v", v.Signatures)
	}
}
