package inbox

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"path"
	"regexp"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/unicode/norm"
)

// maxMultiparts are the parts in each other of one mail; programs write three.
const maxMultiparts = 8

// footer is what servers of Exchange call a piece of the text behind a file.
var footer = regexp.MustCompile(`^ATT\d+\.(txt|html?)$`)

// A header is that of a mail or of a part.
type header interface{ Get(key string) string }

// mail opens the attachments of a mail.
func (o *opening) mail(name string, src []byte, depth int) {
	message, err := mail.ReadMessage(bytes.NewReader(src))
	if err != nil || message.Header.Get("From")+message.Header.Get("Content-Type")+message.Header.Get("Subject") == "" {
		o.refuse(name, unsound)
		return
	}
	defer func(around string) { o.sent = around }(o.sent)
	if t, err := message.Header.Date(); err == nil {
		o.sent = t.Format(time.RFC3339)
	}
	m := &letter{opening: o, name: name, depth: depth}
	if !m.part(message.Header, message.Body, 0) {
		if !o.full {
			o.refuse(name, unsound)
		}
		return
	}
	if m.attached == 0 {
		o.refuse(name, empty)
	}
}

// A letter is a mail that is opened.
type letter struct {
	*opening
	name     string
	depth    int
	attached int
}

// part opens a part, and those in it. It reports whether it came to its end.
func (m *letter) part(h header, body io.Reader, depth int) bool {
	kind, params, _ := mime.ParseMediaType(h.Get("Content-Type")) // a bad parameter leaves the kind
	if strings.HasPrefix(kind, "multipart/") {
		return m.parts(multipart.NewReader(body, params["boundary"]), params["boundary"], depth)
	}
	disposition, name := named(h, params)
	if name == "" && kind == "message/rfc822" {
		name = "thu.eml"
	}
	attached := strings.EqualFold(disposition, "attachment")
	switch {
	case name == "" && !attached:
		return true // what the mail says
	case !attached && h.Get("Content-Id") != "" && strings.HasPrefix(kind, "image/"), ending(name) == ".p7s", footer.MatchString(name), Passes(name):
		m.Passed++ // a picture of the signature, a digital one, a piece of the text
		return true
	case name == "":
		name = "tep-dinh-kem"
	}
	m.attached++
	inside := m.name + "/" + name
	if kind == "message/rfc822" && ending(inside) != ".eml" {
		inside += ".eml"
	}
	if !Opens(inside) {
		m.refuse(inside, other(inside))
		return true
	}
	return m.open(inside, h.Get("Content-Transfer-Encoding"), body)
}

// open takes an attachment.
func (m *letter) open(inside, encoding string, body io.Reader) bool {
	limit := int64(MaxWorkbook)
	if Parcel(inside) {
		limit = MaxParcel
	}
	src, err := io.ReadAll(io.LimitReader(plainly(encoding, body), limit+1))
	switch {
	case err != nil:
		m.refuse(inside, broken)
	case int64(len(src)) > limit:
		m.refuse(inside, tooLarge)
	case !m.spend(m.name, int64(len(src))):
		return false
	default:
		m.opening.open(inside, src, m.depth+1)
	}
	return true
}

func (m *letter) parts(r *multipart.Reader, boundary string, depth int) bool {
	if boundary == "" || depth >= maxMultiparts {
		return false
	}
	for {
		p, err := r.NextRawPart()
		if err == io.EOF {
			return true
		}
		if err != nil || !m.spend(m.name, 0) || !m.part(p.Header, p, depth+1) {
			return false
		}
	}
}

// plainly undoes the encoding of a part.
func plainly(encoding string, body io.Reader) io.Reader {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, body) // passes over ends of lines
	case "quoted-printable":
		return quotedprintable.NewReader(body)
	}
	return body
}

// named returns how a part is to be shown, and its name: as RFC 2231 has it, or
// as programs do that put an encoded word of RFC 2047 there instead.
func named(h header, params map[string]string) (disposition, name string) {
	disposition, own, _ := mime.ParseMediaType(h.Get("Content-Disposition"))
	if disposition == "" {
		disposition, _, _ = strings.Cut(h.Get("Content-Disposition"), ";")
	}
	for _, n := range []string{own["filename"], params["name"]} {
		if n == "" {
			continue
		}
		words := mime.WordDecoder{CharsetReader: charset}
		if decoded, err := words.DecodeHeader(n); err == nil {
			n = decoded
		}
		if !utf8.ValidString(n) {
			n, _ = charmap.Windows1258.NewDecoder().String(n)
		}
		return disposition, norm.NFC.String(path.Base(strings.ReplaceAll(n, `\`, "/")))
	}
	return disposition, ""
}

// charset reads a character set of encoded words that mime does not know.
func charset(name string, r io.Reader) (io.Reader, error) {
	var e encoding.Encoding
	e, err := htmlindex.Get(name)
	if err != nil {
		return nil, err
	}
	return e.NewDecoder().Reader(r), nil
}
