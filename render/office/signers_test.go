package office

import (
	"bytes"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// A signingDesk signs files as signing tools do: with pdfsig in a field that is there,
// with openssl in fields that are appended, a stamp each.
type signingDesk struct {
	t   *testing.T
	dir string
}

// people are who signs, by the names of their certificates' files.
var people = map[string]string{"lanh-dao": "/CN=Trần Văn Lãnh/O=Sở Khoa học", "thu": "/CN=Tester/O=Test", "van-thu": "/CN=Sở Khoa học và Công nghệ/O=Sở Khoa học"}

func newSigner(t *testing.T) signingDesk {
	t.Helper()
	for _, name := range []string{"pdfsig", "certutil", "pk12util", "openssl"} {
		if _, err := exec.LookPath(name); err != nil {
			if os.Getenv("CI") != "" {
				t.Fatal(err)
			}
			t.Skip(err)
		}
	}
	s := signingDesk{t, t.TempDir()}
	noise := make([]byte, 64)
	rand.Read(noise)
	s.write("noise", noise)
	s.run("certutil", "-N", "-d", "sql:"+s.dir, "--empty-password")
	for name, subject := range people {
		key, cert, store := s.at(name+".key"), s.at(name+".pem"), s.at(name+".p12")
		request := []string{"req", "-x509", "-utf8", "-nodes", "-days", "30", "-subj", subject, "-keyout", key, "-out", cert}
		if name == "van-thu" {
			request = append(request, "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1")
		} else {
			request = append(request, "-newkey", "rsa:2048")
		}
		s.run("openssl", request...)
		if name == "van-thu" {
			continue // whom only openssl signs for
		}
		s.run("openssl", "pkcs12", "-export", "-legacy", "-inkey", key, "-in", cert, "-name", name, "-out", store, "-passout", "pass:")
		s.run("pk12util", "-i", store, "-d", "sql:"+s.dir, "-W", "")
	}
	return s
}

func (s signingDesk) at(name string) string { return filepath.Join(s.dir, name) }

func (s signingDesk) write(name string, content []byte) string {
	s.t.Helper()
	if err := os.WriteFile(s.at(name), content, 0o600); err != nil {
		s.t.Fatal(err)
	}
	return s.at(name)
}

func (s signingDesk) read(name string) []byte {
	s.t.Helper()
	content, err := os.ReadFile(s.at(name))
	if err != nil {
		s.t.Fatal(err)
	}
	return content
}

func (s signingDesk) run(name string, args ...string) {
	s.t.Helper()
	if out, err := exec.Command(name, args...).CombinedOutput(); err != nil {
		s.t.Fatalf("%s %v: %v\n%s", name, args, err, out)
	}
}

// fill lets pdfsig sign in a field that is there.
func (s signingDesk) fill(pdf []byte, field, who string) []byte {
	s.t.Helper()
	s.run("pdfsig", "-nssdir", s.dir, "-sign", field, "-nick", who, s.write("in.pdf", pdf), s.at("out.pdf"))
	return s.read("out.pdf")
}

// A stamp is a signature in a field of its own.
type stamp struct {
	field, who, shows string
	page              int
	rect              [4]float64
	digest            string // "" is sha256
}

// place puts a stamp on a file as signing tools do: an update with the field, its
// widget and appearance, and a message of openssl over all but itself.
func (s signingDesk) place(pdf []byte, st stamp) []byte {
	s.t.Helper()
	if st.digest == "" {
		st.digest = "sha256"
	}
	u := newAppendix(s.t, pdf)
	page := u.pages()[st.page-1]
	value, look, widget := u.next, u.next+1, u.next+2
	const room = 6000
	mark := "/ByteRange [0 ********** ********** **********]"
	u.set(value, fmt.Sprintf("<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached %s /Contents <%s>>>", mark, strings.Repeat("0", 2*room)))
	text := "BT /F1 12 Tf 2 2 Td (" + st.shows + ") Tj ET"
	u.set(look, fmt.Sprintf("<</Type /XObject /Subtype /Form /BBox [0 0 %g %g] /Resources <</Font <</F1 <</Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding>>>>>> /Length %d>>\nstream\n%s\nendstream",
		st.rect[2]-st.rect[0], st.rect[3]-st.rect[1], len(text), text))
	u.set(widget, fmt.Sprintf("<</Type /Annot /Subtype /Widget /FT /Sig /T (%s) /F 132 /P %d 0 R /Rect [%g %g %g %g] /V %d 0 R /AP <</N %d 0 R>>>>", st.field, page, st.rect[0], st.rect[1], st.rect[2], st.rect[3], value, look))
	u.adopt(page, "/Annots", widget)
	u.adopt(u.root, "/Fields", widget)
	file := u.bytes()
	from := bytes.LastIndex(file, []byte("/Contents <0000")) + len("/Contents ")
	to := from + 2*room + 2
	ranges := fmt.Sprintf("/ByteRange [0 %d %d %d", from, to, len(file)-to)
	at := bytes.LastIndex(file, []byte(mark))
	copy(file[at:at+len(mark)], fmt.Sprintf("%-*s]", len(mark)-1, ranges))
	signed := slices.Concat(file[:from], file[to:])
	s.run("openssl", "cms", "-sign", "-binary", "-md", st.digest, "-in", s.write("signed", signed), "-signer", s.at(st.who+".pem"), "-inkey", s.at(st.who+".key"), "-outform", "DER", "-out", s.at("cms"))
	hex.Encode(file[from+1:], s.read("cms"))
	return file
}

// An appendix is what is appended to a file.
type appendix struct {
	t       *testing.T
	file    []byte
	root    int
	next    int
	objects map[int]string
}

var (
	rootShape = regexp.MustCompile(`/Root\s+(\d+) 0 R`)
	sizeAt    = regexp.MustCompile(`/Size\s+(\d+)`)
	startAt   = regexp.MustCompile(`startxref\s+(\d+)`)
	pageShape = regexp.MustCompile(`(?s)(\d+) 0 obj\s*<<\s*/Type /Page\s`)
)

func newAppendix(t *testing.T, file []byte) *appendix {
	t.Helper()
	last := func(shape *regexp.Regexp) int {
		all := shape.FindAllSubmatch(file, -1)
		if len(all) == 0 {
			t.Fatalf("no %v", shape)
		}
		n, _ := strconv.Atoi(string(all[len(all)-1][1]))
		return n
	}
	return &appendix{t: t, file: file, root: last(rootShape), next: last(sizeAt), objects: map[int]string{}}
}

func (u *appendix) set(number int, object string) {
	u.objects[number] = object
	u.next = max(u.next, number+1)
}

// object returns the newest text of one.
func (u *appendix) object(number int) string {
	u.t.Helper()
	if o, ok := u.objects[number]; ok {
		return o
	}
	all := regexp.MustCompile(fmt.Sprintf(`(?s)[\r\n]%d 0 obj\s*(.*?)\s*endobj`, number)).FindAllSubmatch(u.file, -1)
	if len(all) == 0 {
		u.t.Fatalf("no object %d", number)
	}
	return string(all[len(all)-1][1])
}

// pages returns the numbers of the pages' objects.
func (u *appendix) pages() (numbers []int) {
	for _, m := range pageShape.FindAllSubmatch(u.file, -1) {
		n, _ := strconv.Atoi(string(m[1]))
		if !slices.Contains(numbers, n) {
			numbers = append(numbers, n)
		}
	}
	return numbers
}

// adopt adds a reference to an array of an object, which may stand apart.
func (u *appendix) adopt(number int, key string, ref int) {
	u.t.Helper()
	object := u.object(number)
	if m := regexp.MustCompile(key + ` (\d+) 0 R`).FindStringSubmatch(object); m != nil {
		n, _ := strconv.Atoi(m[1])
		u.set(n, strings.Replace(u.object(n), "]", fmt.Sprintf(" %d 0 R]", ref), 1))
		return
	}
	if i := strings.Index(object, key+" ["); i >= 0 {
		end := i + strings.Index(object[i:], "]")
		u.set(number, object[:end]+fmt.Sprintf(" %d 0 R", ref)+object[end:])
		return
	}
	u.set(number, strings.Replace(object, "<<", fmt.Sprintf("<<%s [%d 0 R] ", key, ref), 1))
}

// change replaces a part of an object.
func (u *appendix) change(number int, old, text string) *appendix {
	u.t.Helper()
	object := u.object(number)
	if !strings.Contains(object, old) {
		u.t.Fatalf("%d has no %q: %.300s", number, old, object)
	}
	u.set(number, strings.Replace(object, old, text, 1))
	return u
}

func (u *appendix) bytes() []byte {
	starts := startAt.FindAllSubmatch(u.file, -1)
	var b bytes.Buffer
	b.Write(u.file)
	offsets := map[int]int{}
	var numbers []int
	for number := range u.objects {
		numbers = append(numbers, number)
	}
	slices.Sort(numbers)
	b.WriteString("\n")
	for _, number := range numbers {
		offsets[number] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", number, u.objects[number])
	}
	at := b.Len()
	b.WriteString("xref\n")
	for _, number := range numbers {
		fmt.Fprintf(&b, "%d 1\n%010d 00000 n \n", number, offsets[number])
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d /Root %d 0 R /Prev %s>>\nstartxref\n%d\n%%%%EOF\n", u.next, u.root, starts[len(starts)-1][1], at)
	return b.Bytes()
}
