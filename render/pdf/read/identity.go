package read

import (
	"bytes"
	"encoding/xml"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// maxPacket bounds the XMP of a file, in bytes; ours has 3,000.
const maxPacket = 1 << 20

// identify tells what the file says of itself.
func (r *reader) identify(f *File, catalog types.Dict) {
	if r.ctx.Info != nil {
		info := r.dict(*r.ctx.Info)
		f.Title, f.Author = r.text(info["Title"]), r.text(info["Author"])
	}
	packet, err := r.stream(catalog["Metadata"])
	if err != nil || len(packet) > maxPacket {
		return
	}
	claims := xmpClaims(packet)
	if part := claims["pdfa part"]; part != "" {
		f.Claims = append(f.Claims, "PDF/A-"+part+strings.ToLower(claims["pdfa conformance"]))
	}
	if part := claims["pdfua part"]; part != "" {
		f.Claims = append(f.Claims, "PDF/UA-"+part)
	}
}

// xmpClaims returns the values of pdfaid and pdfuaid, as elements or attributes.
func xmpClaims(packet []byte) map[string]string {
	spaces := map[string]string{"http://www.aiim.org/pdfa/ns/id/": "pdfa ", "http://www.aiim.org/pdfua/ns/id/": "pdfua "}
	claims := map[string]string{}
	decoder := xml.NewDecoder(bytes.NewReader(packet))
	open := ""
	for {
		token, err := decoder.Token()
		if err != nil {
			return claims
		}
		switch token := token.(type) {
		case xml.StartElement:
			open = ""
			if prefix := spaces[token.Name.Space]; prefix != "" {
				open = prefix + token.Name.Local
			}
			for _, a := range token.Attr {
				if prefix := spaces[a.Name.Space]; prefix != "" {
					claims[prefix+a.Name.Local] = a.Value
				}
			}
		case xml.EndElement:
			open = ""
		case xml.CharData:
			if open != "" {
				claims[open] = strings.TrimSpace(string(token))
			}
		}
	}
}

// maxAttachments bounds how many files within the file are read, maxAttached
// how many bytes they are together.
const (
	maxAttachments = 20
	maxAttached    = 32 << 20
)

func (r *reader) attachments(f *File, catalog types.Dict) {
	names := r.array(r.dict(r.dict(catalog["Names"])["EmbeddedFiles"])["Names"])
	bytes := 0
	for i := 1; i < len(names) && len(f.Attachments) < maxAttachments && bytes < maxAttached; i += 2 {
		spec := r.dict(names[i])
		content, err := r.decoded(r.dict(spec["EF"])["F"])
		if err != nil {
			continue
		}
		bytes += len(content)
		name := r.text(spec["UF"])
		if name == "" {
			name = r.text(spec["F"])
		}
		f.Attachments = append(f.Attachments, Attachment{name, content})
	}
}

// maxFields bounds how many signature fields are read.
const maxFields = 100

func (r *reader) fields(f *File, catalog types.Dict, pages []leaf) {
	pageOf := map[int]int{}
	for i, p := range pages {
		pageOf[p.number] = i + 1
	}
	for _, o := range r.array(r.dict(catalog["AcroForm"])["Fields"]) {
		field := r.dict(o)
		if r.name(field["FT"]) != "Sig" || len(f.Fields) >= maxFields {
			continue
		}
		page := 0
		if ref, ok := field["P"].(types.IndirectRef); ok {
			page = pageOf[ref.ObjectNumber.Value()]
		}
		f.Fields = append(f.Fields, Field{Name: r.text(field["T"]), Signed: r.object(field["V"]) != nil, Page: page})
	}
}
