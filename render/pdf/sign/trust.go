package sign

import (
	"crypto/x509"
	"encoding/pem"
	"time"

	"ketluan/render/problem"
)

// maxRoots bounds the certificates that are trusted.
const maxRoots = 500

// A trust is the certificates that are trusted; nil is none.
type trust struct{ roots *x509.CertPool }

// newTrust reads certificates; what is none is passed over.
func newTrust(files [][]byte) *trust {
	roots, n := x509.NewCertPool(), 0
	add := func(der []byte) {
		certs, err := x509.ParseCertificates(der)
		for _, c := range certs {
			if err == nil && n < maxRoots && !tooLong(c) {
				roots.AddCert(c)
				n++
			}
		}
	}
	for _, file := range files {
		block, rest := pem.Decode(file)
		if block == nil {
			add(file)
		}
		for ; block != nil; block, rest = pem.Decode(rest) {
			if block.Type == "CERTIFICATE" {
				add(block.Bytes)
			}
		}
	}
	if n == 0 {
		return nil
	}
	return &trust{roots}
}

// HasCertificates reports a file with a certificate in PEM or DER.
func HasCertificates(file []byte) bool { return newTrust([][]byte{file}) != nil }

// judge builds the chain of a signer's certificate as it was when he signed;
// revocation is not asked for, as that needs the net.
func (t *trust) judge(m *message, at time.Time) (State, problem.Text) {
	if t == nil {
		return Unjudged, problem.Textf("chưa có chứng thư gốc (--trust)", "there are no root certificates (--trust)")
	}
	between := x509.NewCertPool()
	for _, c := range m.Certificates {
		if !tooLong(c) {
			between.AddCert(c)
		}
	}
	if at.IsZero() {
		at = m.cert.NotBefore
	}
	_, err := m.cert.Verify(x509.VerifyOptions{Roots: t.roots, Intermediates: between, CurrentTime: at, KeyUsages: []x509.ExtKeyUsage{x509.ExtKeyUsageAny}})
	if err == nil {
		return Good, problem.Text{}
	}
	name, issuer := oneLine(m.cert.Subject.CommonName), oneLine(m.cert.Issuer.CommonName)
	if at.Before(m.cert.NotBefore) || at.After(m.cert.NotAfter) {
		return Bad, problem.Textf("chứng thư của %s không còn hạn lúc ký", "the certificate of %s was not valid at that time", name)
	}
	return Bad, problem.Textf("chứng thư của %s (do %s cấp) không dẫn về chứng thư gốc nào đã cho", "the certificate of %s (issued by %s) leads to none of the roots", name, issuer)
}
