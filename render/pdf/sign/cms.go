package sign

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"errors"
	"fmt"
	"math/big"
	"strings"
	"time"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/pkcs7"

	"ketluan/render/problem"
)

// Limits of a message and its certificates: those of offices have 2 to 20 KB,
// with answers about revocation at most some 100.
const (
	maxMessage      = 4 << 20
	maxNesting      = 40
	maxNodes        = 400_000
	maxCertificates = 60
	maxKey          = 8192 // bits of RSA
	minKey          = 2048 // QCVN on public signatures and NIST SP 800-131A
)

// The attributes of a message that are looked at, and what a time stamp holds.
var (
	oidSigningTime = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 5}
	oidTimeStamp   = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 2, 14}
	oidTSTInfo     = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 1, 4}
	oidMD5         = asn1.ObjectIdentifier{1, 2, 840, 113549, 2, 5}
)

// A message is a parsed one with its only signer.
type message struct {
	*pkcs7.PKCS7
	signer pkcs7.SignerInfo
	cert   *x509.Certificate
}

var (
	errShape  = errors.New("sign: not a message with one signer")
	errNobody = errors.New("sign: the certificate of the signer is not there")
)

func parseMessage(ber []byte) (*message, error) {
	if len(ber) > maxMessage || !shallow(ber) {
		return nil, errShape
	}
	p, err := pkcs7.Parse(ber)
	if err != nil {
		return nil, err
	}
	if len(p.Signers) != 1 || len(p.Certificates) > maxCertificates {
		return nil, errShape
	}
	m := &message{PKCS7: p, signer: p.Signers[0]}
	m.cert, err = pkcs7.GetCertFromCertsByIssuerAndSerial(p.Certificates, m.signer.IssuerAndSerialNumber)
	if err == nil && m.cert == nil {
		err = errNobody
	}
	return m, err
}

// verify judges a message over the bytes that were signed.
func (s *Signature) verify(ber, signed []byte, trust *trust) {
	m, err := parseMessage(ber)
	switch {
	case errors.Is(err, errNobody):
		s.Reason = problem.Textf("trong chữ ký không có chứng thư của người ký", "the certificate of its signer is not in it")
		return
	case err != nil:
		s.Reason = problem.Textf("không đọc được chữ ký trong ô", "the message in its field cannot be read")
		return
	}
	s.Signer = personOf(m.cert)
	s.Digest = digestName(m.signer.DigestAlgorithm.Algorithm)
	s.Weak = weaknesses(s.Digest, m.cert)
	if tooLong(m.cert) {
		s.Reason = problem.Textf("khóa dài hơn %d bit", "its key is longer than %d bits", maxKey)
		return
	}
	var at time.Time
	if m.attribute(oidSigningTime, &at) {
		s.Claimed = at
	}
	switch s.Kind {
	case "adbe.pkcs7.detached", "ETSI.CAdES.detached":
		err = pkcs7.CheckSignature(m.cert, m.signer, signed)
	case "adbe.pkcs7.sha1":
		if err = pkcs7.VerifyMessageDigestEmbedded(m.Content, signed); err == nil {
			err = pkcs7.CheckSignature(m.cert, m.signer, m.Content)
		}
		s.Weak = append(s.Weak, "SHA-1")
	case "ETSI.RFC3161":
		s.Stamped, err = m.stampOf(signed)
		s.Stamper, s.Claimed = s.Signer.Name, time.Time{}
	default:
		s.Reason = problem.Textf("kiểu chữ ký %q chưa xét được", "signatures of the kind %q are not judged", s.Kind)
		return
	}
	s.settle(err)
	s.stamped(m)
	s.Chain, s.Why = trust.judge(m, s.At())
}

// settle says what an error of the library means.
func (s *Signature) settle(err error) {
	var digest *pkcs7.MessageDigestMismatchError
	var insecure x509.InsecureAlgorithmError
	switch {
	case err == nil:
		s.State = Good
	case errors.As(err, &digest):
		s.State, s.Reason = Bad, problem.Textf("nội dung đã ký không còn nguyên", "what was signed is not as it was")
	case errors.Is(err, pkcs7.ErrSignatureMismatch):
		s.State, s.Reason = Bad, problem.Textf("chữ ký không phải của chứng thư kèm theo", "the signature is not that of its certificate")
	case errors.As(err, &insecure), errors.Is(err, pkcs7.ErrUnsupportedAlgorithm), errors.Is(err, x509.ErrUnsupportedAlgorithm):
		s.Reason = problem.Textf("thuật toán %s chưa xét được", "the algorithm %s is not judged", s.Digest)
	default:
		s.State, s.Reason = Bad, problem.Textf("chữ ký sai khuôn dạng", "the message has no valid form")
	}
}

// stamped takes the time stamp that a signature may have.
func (s *Signature) stamped(m *message) {
	for _, a := range m.signer.UnauthenticatedAttributes {
		if !a.Type.Equal(oidTimeStamp) {
			continue
		}
		token, err := parseMessage(a.Value.Bytes)
		if err != nil || tooLong(token.cert) {
			return
		}
		if at, err := token.stampOf(m.signer.EncryptedDigest); err == nil {
			s.Stamped, s.Stamper = at, oneLine(token.cert.Subject.CommonName)
		}
		return
	}
}

// stampOf verifies a time stamp of some bytes (RFC 3161) and returns its time.
func (m *message) stampOf(of []byte) (time.Time, error) {
	var info struct {
		Version int
		Policy  asn1.ObjectIdentifier
		Imprint struct {
			Algorithm pkix.AlgorithmIdentifier
			Digest    []byte
		}
		Serial *big.Int
		At     time.Time `asn1:"generalized"`
	}
	if err := pkcs7.CheckSignatureWithContentType(m.cert, m.signer, m.Content, oidTSTInfo); err != nil {
		return time.Time{}, err
	}
	if _, err := asn1.Unmarshal(m.Content, &info); err != nil {
		return time.Time{}, err
	}
	return info.At, pkcs7.VerifyMessageDigestTSToken(info.Imprint.Algorithm.Algorithm, info.Imprint.Digest, of)
}

// attribute reads one that the signer signed.
func (m *message) attribute(oid asn1.ObjectIdentifier, into any) bool {
	for _, a := range m.signer.AuthenticatedAttributes {
		if a.Type.Equal(oid) {
			_, err := asn1.Unmarshal(a.Value.Bytes, into)
			return err == nil
		}
	}
	return false
}

func personOf(c *x509.Certificate) Person {
	p := Person{Name: oneLine(c.Subject.CommonName), Issuer: oneLine(c.Issuer.CommonName), Serial: fmt.Sprintf("%X", c.SerialNumber), From: c.NotBefore, To: c.NotAfter}
	if len(c.Subject.Organization) > 0 {
		p.Organization = oneLine(c.Subject.Organization[0])
	}
	return p
}

// oneLine returns what a file calls somebody or something, on one line and not
// longer than a name is.
func oneLine(s string) string {
	const most = 200 // characters
	s = strings.Join(strings.Fields(strings.ToValidUTF8(s, "\uFFFD")), " ")
	if letters := []rune(s); len(letters) > most {
		return string(letters[:most]) + "…"
	}
	return s
}

func digestName(oid asn1.ObjectIdentifier) string {
	if oid.Equal(oidMD5) {
		return "MD5"
	}
	hash, err := pkcs7.HashForOID(oid)
	if err != nil {
		return oid.String()
	}
	return hash.String()
}

// weaknesses are what no signature of today should have.
func weaknesses(digest string, c *x509.Certificate) (weak []string) {
	if digest == "MD5" || digest == crypto.SHA1.String() {
		weak = append(weak, digest)
	}
	if key, ok := c.PublicKey.(*rsa.PublicKey); ok && key.N.BitLen() < minKey {
		weak = append(weak, fmt.Sprintf("RSA %d", key.N.BitLen()))
	}
	if key, ok := c.PublicKey.(*ecdsa.PublicKey); ok && key.Curve.Params().BitSize < 224 {
		weak = append(weak, fmt.Sprintf("ECDSA %d", key.Curve.Params().BitSize))
	}
	return weak
}

func tooLong(c *x509.Certificate) bool {
	key, ok := c.PublicKey.(*rsa.PublicKey)
	return ok && key.N.BitLen() > maxKey
}
