package sign

import (
	"bytes"
	"encoding/asn1"
	"encoding/hex"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/pkcs7"
)

// stamper is the configuration of a time stamp authority of openssl.
const stamper = `[req]
distinguished_name = dn
[dn]
[tsa]
default_tsa = a
[a]
serial = serial
crypto_device = builtin
signer_cert = tsa.pem
signer_key = tsa.key
certs = tsa.pem
default_policy = 1.2.3.4.1
digests = sha256
signer_digest = sha256
ess_cert_id_alg = sha256
[ext]
extendedKeyUsage = critical,timeStamping
`

// stampsOf returns what makes time stamps of bytes with openssl.
func stampsOf(t *testing.T) func(of []byte) []byte {
	t.Helper()
	if _, err := exec.LookPath("openssl"); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
	dir := t.TempDir()
	run := func(args ...string) {
		t.Helper()
		c := exec.Command("openssl", args...)
		c.Dir = dir
		if out, err := c.CombinedOutput(); err != nil {
			t.Fatalf("openssl %v: %v\n%s", args, err, out)
		}
	}
	write := func(name string, content []byte) {
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("conf", []byte(stamper))
	write("serial", []byte("01\n"))
	run("req", "-x509", "-config", "conf", "-extensions", "ext", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-subj", "/CN=TSA", "-keyout", "tsa.key", "-out", "tsa.pem")
	return func(of []byte) []byte {
		write("data", of)
		run("ts", "-query", "-data", "data", "-sha256", "-cert", "-out", "query")
		run("ts", "-reply", "-config", "conf", "-section", "a", "-queryfile", "query", "-token_out", "-out", "token")
		token, err := os.ReadFile(filepath.Join(dir, "token"))
		if err != nil {
			t.Fatal(err)
		}
		return token
	}
}

// A time stamp, in a signature or of the whole document, gives its time, and only
// where it is of that signature, and of those bytes.
func TestStamped(t *testing.T) {
	stamp := stampsOf(t)
	c := newClerk(t, 2048)
	base := c.signedFile(t)
	from := bytes.Index(base, []byte("/Contents <")) + len("/Contents ")
	to := from + 2*room + 2
	signed := slices.Concat(base[:from], base[to:])
	plain := c.message(t, signed)
	parsed, err := parseMessage(plain)
	if err != nil {
		t.Fatal(err)
	}
	for name, of := range map[string][]byte{"its own": parsed.signer.EncryptedDigest, "another's": []byte("another")} {
		token := stamp(of)
		d, err := pkcs7.Parse(plain)
		if err != nil {
			t.Fatal(err)
		}
		s := Signature{}
		m := &message{PKCS7: d, signer: d.Signers[0], cert: c.cert}
		m.signer.UnauthenticatedAttributes = append(m.signer.UnauthenticatedAttributes, parsed.signer.AuthenticatedAttributes[0])
		m.signer.UnauthenticatedAttributes[0].Type, m.signer.UnauthenticatedAttributes[0].Value = oidTimeStamp, asn1.RawValue{Bytes: token}
		s.stamped(m)
		if own := name == "its own"; own != (s.Stamper == "TSA") || own != (time.Since(s.Stamped).Abs() < time.Hour) {
			t.Errorf("%s: %v of %q", name, s.Stamped, s.Stamper)
		}
	}
	// Of the whole document, and of one that was changed since.
	draft := bytes.Replace(c.signedFile(t), []byte("/adbe.pkcs7.detached"), []byte("/ETSI.RFC3161       "), 1)
	whole := slices.Clone(draft)
	copy(whole[from+1:], strings.Repeat("0", 2*room))
	hex.Encode(whole[from+1:], stamp(slices.Concat(draft[:from], draft[to:])))
	for name, file := range map[string][]byte{"whole": whole, "changed": bytes.Replace(whole, []byte("0 0 m 100"), []byte("0 0 m 900"), 1)} {
		r, err := Read(file, nil)
		if err != nil || len(r.Signatures) != 1 {
			t.Fatal(name, r, err)
		}
		if s := r.Signatures[0]; !s.Stamp || (name == "whole") != (s.State == Good) || s.Stamper != "TSA" || !s.Claimed.IsZero() || time.Since(s.At()).Abs() > time.Hour {
			t.Errorf("%s: %+v", name, s)
		}
	}
}
