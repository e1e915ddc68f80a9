// Package mail writes e-mails that nobody has sent yet: files that mail
// programs open as drafts (RFC 5322, MIME). It knows no clock, no sender and no
// network; the same message has the same bytes.
package mail

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"strings"
)

// A Message is a draft. Who sends it, and when, the mail program adds.
type Message struct {
	To          Address
	Subject     string
	Text        string // paragraphs, with "\n" between lines
	Attachments []Attachment
}

// An Address is whom a message goes to; without Email it is left open.
type Address struct {
	Name  string // is left out where it is ""
	Email string // local@domain, in ASCII
}

// An Attachment is a file that goes along.
type Attachment struct {
	Name  string // of the file, without folders
	Type  string // "application/pdf"
	Bytes []byte
}

// Bytes returns the message: lines of at most 76 octets but for an address,
// which no line can be broken in, with CRLF.
func (m Message) Bytes() []byte {
	text := part{head: "Content-Type: text/plain; charset=utf-8\r\n", body: []byte(strings.ReplaceAll(lines(m.Text), "\n", "\r\n"))}
	parts := []part{text}
	for _, a := range m.Attachments {
		parts = append(parts, part{
			head: folded("Content-Type:", a.Type) + "\r\nContent-Disposition: attachment" + parameter("filename", a.Name) + "\r\n", body: a.Bytes,
		})
	}
	boundary := boundaryOf(parts)
	var b bytes.Buffer
	if m.To.Email != "" {
		b.WriteString(address("To: ", m.To))
	}
	b.WriteString("Subject: " + words(len("Subject: "), m.Subject) + "\r\n")
	// A draft: Outlook opens it to be edited and sent.
	b.WriteString("X-Unsent: 1\r\nMIME-Version: 1.0\r\n")
	fmt.Fprintf(&b, "Content-Type: multipart/mixed;\r\n boundary=%q\r\n\r\n", boundary)
	for _, p := range parts {
		b.WriteString("--" + boundary + "\r\n" + p.head + "Content-Transfer-Encoding: base64\r\n\r\n")
		writeBase64(&b, p.body)
	}
	b.WriteString("--" + boundary + "--\r\n")
	return b.Bytes()
}

// A part is one of a message, with the lines of its head that are its own.
type part struct {
	head string
	body []byte
}

// boundaryOf is the sum of all parts behind "=_", which no base64 has (RFC 2045,
// 6.7): nothing in a part can look like it.
func boundaryOf(parts []part) string {
	sum := sha256.New()
	for _, p := range parts {
		fmt.Fprintf(sum, "%d %d ", len(p.head), len(p.body))
		sum.Write([]byte(p.head))
		sum.Write(p.body)
	}
	return "=_" + hex.EncodeToString(sum.Sum(nil))[:40]
}

// writeBase64 writes lines of 76 octets (RFC 2045, 6.8).
func writeBase64(b *bytes.Buffer, body []byte) {
	const most = 76 / 4 * 3
	for len(body) > 0 {
		n := min(len(body), most)
		b.Write(base64.StdEncoding.AppendEncode(b.AvailableBuffer(), body[:n]))
		b.WriteString("\r\n")
		body = body[n:]
	}
}
