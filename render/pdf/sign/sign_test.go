package sign

import (
	"bytes"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/hex"
	"encoding/pem"
	"fmt"
	"math/big"
	mathrand "math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/pkcs7"
)

// A clerk signs without any tool, so that no test of this room needs one; what
// tools sign is verified in render/office.
type clerk struct {
	key  *rsa.PrivateKey
	cert *x509.Certificate
}

func newClerk(t testing.TB, bits int) clerk {
	t.Helper()
	key, err := rsa.GenerateKey(rand.Reader, bits)
	if err != nil {
		t.Fatal(err)
	}
	of := &x509.Certificate{SerialNumber: big.NewInt(7), Subject: pkix.Name{CommonName: "Lê Thị  \n Văn Thư"}, NotBefore: time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC), NotAfter: time.Date(2035, 1, 1, 0, 0, 0, 0, time.UTC)}
	der, err := x509.CreateCertificate(rand.Reader, of, of, key.Public(), key)
	if err != nil {
		t.Fatal(err)
	}
	cert, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	return clerk{key, cert}
}

func (c clerk) pem() []byte {
	return pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: c.cert.Raw})
}

func (c clerk) message(t testing.TB, signed []byte) []byte {
	t.Helper()
	d, err := pkcs7.NewSignedData()
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(signed)
	if err := d.AddSigner(c.cert, c.key, sum[:], pkcs7.OIDDigestAlgorithmSHA256, pkcs7.SignerInfoConfig{}); err != nil {
		t.Fatal(err)
	}
	message, err := d.Finish()
	if err != nil {
		t.Fatal(err)
	}
	return message
}

// file builds a file of objects, from number 1, the catalog.
func file(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n%\xe2\xe3\n")
	var at []int
	for i, o := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, offset := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, start)
	return b.Bytes()
}

const (
	mark = "/ByteRange [0 ********** ********** **********]"
	room = 4000
)

// signedFile is a page with one signature of a day.
func (c clerk) signedFile(t testing.TB) []byte { return c.signedOn(t, "20260105093000+07'00'") }

func (c clerk) signedOn(t testing.TB, day string) []byte {
	t.Helper()
	return c.sealed(t, file(
		"<</Type /Catalog /Pages 2 0 R /AcroForm <</Fields [5 0 R]>>>>",
		"<</Type /Pages /Kids [3 0 R] /Count 1>>",
		"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Annots [5 0 R]>>",
		"<</Length 20>>\nstream\n0 0 m 100 100 l S   \nendstream",
		"<</Type /Annot /Subtype /Widget /FT /Sig /T (a) /P 3 0 R /Rect [100 100 250 170] /V 6 0 R>>",
		"<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /M (D:"+day+") "+mark+" /Contents <"+strings.Repeat("0", 2*room)+">>>",
	), nil)
}

// sealed fills the range and the message of a file in.
func (c clerk) sealed(t testing.TB, file, message []byte) []byte {
	t.Helper()
	from := bytes.Index(file, []byte("/Contents <")) + len("/Contents ")
	to := from + bytes.IndexByte(file[from:], '>') + 1
	at := bytes.Index(file, []byte(mark))
	copy(file[at:at+len(mark)], fmt.Sprintf("%-*s]", len(mark)-1, fmt.Sprintf("/ByteRange [0 %d %d %d", from, to, len(file)-to)))
	if message == nil {
		message = c.message(t, slices.Concat(file[:from], file[to:]))
	}
	hex.Encode(file[from+1:], message)
	return file
}

func TestRead(t *testing.T) {
	c := newClerk(t, 2048)
	r, err := Read(c.signedFile(t), [][]byte{[]byte("no certificate"), c.pem()})
	if err != nil || len(r.Signatures) != 1 {
		t.Fatal(r, err)
	}
	s := r.Signatures[0]
	if s.State != Good || s.Chain != Good || !s.Whole || s.Signer.Name != "Lê Thị Văn Thư" || s.Field != "a" || s.Page != 1 || s.Claimed.UTC().Format(time.RFC3339) != "2026-01-05T02:30:00Z" || len(s.After) > 0 {
		t.Errorf("%+v", s)
	}
	if b := s.Box; b.X < 35.2 || b.X > 35.3 || b.Y < 237 || b.Y > 237.1 || b.Width < 52.9 || b.Width > 53 {
		t.Errorf("%+v", b)
	}
	weak := newClerk(t, 1024)
	if r, err := Read(weak.signedFile(t), nil); err != nil || r.Signatures[0].State != Good || !slices.Equal(r.Signatures[0].Weak, []string{"RSA 1024"}) || r.Signatures[0].Chain != Unjudged {
		t.Errorf("%+v, %v", r, err)
	}
	// Of a file without signatures there is nothing to say.
	if r, err := Read(file("<</Type /Catalog /Pages 2 0 R>>", "<</Type /Pages /Kids [3 0 R]>>", "<</Type /Page /MediaBox [0 0 9 9]>>"), nil); err != nil || len(r.Signatures) > 0 || r.Orphans > 0 {
		t.Errorf("%+v, %v", r, err)
	}
	// One outside of the certificate's days.
	if r, err := Read(c.signedOn(t, "2019"), [][]byte{c.pem()}); err != nil || r.Signatures[0].State != Good || r.Signatures[0].Chain != Bad || !strings.HasSuffix(r.Signatures[0].Why.EN, "was not valid at that time") {
		t.Errorf("%+v, %v", r, err)
	}
}

// nested is a message whose values stand deep within each other.
func nested(depth int) []byte { return bytes.Repeat([]byte{0x30, 0x80}, depth) }

func TestHostileMessages(t *testing.T) {
	c := newClerk(t, 1024)
	for name, message := range map[string][]byte{
		"deep": nested(room / 2), "deep in definite lengths": bytes.Repeat([]byte{0x30, 0x82, 0x07, 0xff}, room/4), "nothing": {}, "zeros": make([]byte, 100),
		"a length of 2 GB": {0x30, 0x84, 0x7f, 0xff, 0xff, 0xff}, "an endless tag": bytes.Repeat([]byte{0xff}, 500), "half": c.message(t, nil)[:300],
	} {
		base := c.signedFile(t)
		from := bytes.Index(base, []byte("/Contents <")) + len("/Contents <")
		copy(base[from:], strings.Repeat("0", 2*room))
		hex.Encode(base[from:], message)
		r, err := Read(base, nil)
		if err != nil || len(r.Signatures) != 1 || r.Signatures[0].State != Unjudged || r.Signatures[0].Reason.VI == "" {
			t.Errorf("%s: %+v, %v", name, r, err)
		}
	}
	if shallow(nested(100_000)) || !shallow(c.message(t, []byte("x"))) {
		t.Error("depth is not seen")
	}
}

// What a file is made of may lead in circles, be many, or be nonsense.
func TestHostileFiles(t *testing.T) {
	c := newClerk(t, 1024)
	many := strings.Repeat("5 0 R ", 20_000)
	for name, change := range map[string][2]string{
		"a field within itself":       {"/FT /Sig", "/Kids [5 0 R] /FT /Sig"},
		"fields of fields":            {"/Fields [5 0 R]", "/Fields [5 0 R 1 0 R 2 0 R 99 0 R [5 0 R] (a) null]"},
		"20,000 fields":               {"/Fields [5 0 R]", "/Fields [" + many + "]"},
		"20,000 annotations":          {"/Annots [5 0 R]", "/Annots [" + many + "]"},
		"a parent within itself":      {"/FT /Sig", "/Parent 5 0 R /FT /Sig"},
		"an appearance within itself": {"/FT /Sig", "/AP <</N 4 0 R>> /FT /Sig"},
		"no page":                     {"/P 3 0 R", "/P 6 0 R"},
		"no box":                      {"/Rect [100 100 250 170]", "/Rect [(a) 1 2]"},
		"a huge box":                  {"/Rect [100 100 250 170]", "/Rect [-1e38 0 1e38 1e308]"},
		"no range":                    {"/ByteRange [0", "/ByteRangf [0"},
		"a range out of the file":     {"/ByteRange [0", "/ByteRange [9999999999 "},
		"a range of texts":            {"/ByteRange [0", "/ByteRange [(0)"},
		"a negative range":            {"/ByteRange [0", "/ByteRange [-1 "},
	} {
		base := c.signedFile(t)
		i := bytes.Index(base, []byte(change[0]))
		if i < 0 {
			t.Fatal(name)
		}
		began := time.Now()
		r, err := Read(slices.Concat(base[:i], []byte(change[1]), base[i+len(change[0]):]), nil)
		if err == nil && len(r.Signatures) > 0 && r.Signatures[0].State == Good {
			t.Errorf("%s: %+v", name, r)
		}
		if took := time.Since(began); took > 10*time.Second {
			t.Errorf("%s: %v", name, took)
		}
	}
}

// Bytes that were changed anywhere, and files cut short, are never good, and
// nothing takes long.
func TestMutated(t *testing.T) {
	c := newClerk(t, 1024)
	base := c.signedFile(t)
	from := bytes.Index(base, []byte("/Contents <")) + len("/Contents <")
	random := mathrand.New(mathrand.NewPCG(22, 1))
	for i := range 600 {
		mutated := slices.Clone(base)
		if i%10 == 9 {
			mutated = mutated[:random.IntN(len(base))]
		} else {
			for range 1 + random.IntN(3) {
				at := random.IntN(len(base))
				if i%2 == 0 {
					at = from + random.IntN(2*room/3)
				}
				mutated[at] ^= byte(1 + random.IntN(255))
			}
		}
		r, err := Read(mutated, [][]byte{c.pem()})
		if err != nil {
			continue
		}
		for _, s := range r.Signatures {
			outside := bytes.Equal(mutated[:min(len(mutated), from)], base[:min(len(mutated), from)]) && bytes.Equal(mutated[min(len(mutated), from+2*room):], base[min(len(mutated), from+2*room):])
			if s.State == Good && !outside {
				t.Fatalf("%d: what was signed was changed, and holds", i)
			}
		}
	}
}
