package pdf

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"unicode/utf16"

	"ketluan/render/doc"
)

// language is that of all documents.
const language = "vi-VN"

// catalog writes what makes the file PDF/A-2a and PDF/UA-1 at once, with
// further entries, and returns the number of the catalog.
func (a *assembly) catalog(structure, profile int, metadata []byte, entries string) int {
	xmp := a.add(streamObject("/Type /Metadata /Subtype /XML", metadata)) // as it is: ISO 19005-2, 6.6.2.1
	return a.add(fmt.Appendf(nil, "<</Type /Catalog /Pages 1 0 R /Lang (%s) /MarkInfo <</Marked true>> /StructTreeRoot %d 0 R"+
		" /ViewerPreferences <</DisplayDocTitle true>> /Metadata %d 0 R"+
		" /OutputIntents [<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB) /DestOutputProfile %d 0 R>>]%s>>",
		language, structure, xmp, profile, entries))
}

// info returns the document information dictionary; it says what the metadata say.
func info(p doc.Properties) []byte {
	var b bytes.Buffer
	b.WriteString("<<")
	for _, e := range []struct{ key, value string }{
		{"Title", p.Title}, {"Author", p.Author}, {"Subject", p.Subject}, {"Keywords", p.Keywords}, {"Creator", producer}, {"Producer", producer},
	} {
		if e.value != "" {
			b.WriteString("/" + e.key + " " + textString(e.value) + "\n")
		}
	}
	date := dateString(p.Created)
	b.WriteString("/CreationDate (" + date + ")\n/ModDate (" + date + ")>>")
	return b.Bytes()
}

// dateString writes the start of a day in Vietnam (ISO 32000-1, 7.9.4).
func dateString(d doc.Date) string {
	return fmt.Sprintf("D:%04d%02d%02d000000+07'00'", d.Year, d.Month, d.Day)
}

// longestString is how many units of UTF-16 a string holds behind its mark: it
// has at most 32,767 bytes (ISO 19005-2, 6.1.13).
const longestString = (32767 - 2) / 2

// within cuts a text off where it would not fit a string.
func within(s string) string {
	if len(s) <= longestString { // of bytes there are no fewer than units
		return s
	}
	units, end := 0, 0 // end is where there is room for the mark of what is left out
	for i, r := range s {
		if units < longestString {
			end = i
		}
		if units += max(utf16.RuneLen(r), 1); units > longestString {
			return s[:end] + "…"
		}
	}
	return s
}

// textString writes a text as UTF-16 in hexadecimal (ISO 32000-1, 7.9.2.2).
func textString(s string) string { return string(appendText(make([]byte, 0, 8+4*len(s)), s)) }

func appendText(b []byte, s string) []byte {
	b = append(b, "<FEFF"...)
	for _, r := range within(s) {
		b = appendUTF16(b, r)
	}
	return append(b, '>')
}

// metadata returns the XMP packet of a part of PDF/A, level A. PDF/A knows no property of PDF/UA, so the
// packet describes the one it has (ISO 19005-2, 6.6.2.3).
func metadata(p doc.Properties, part int) []byte {
	date := fmt.Sprintf("%04d-%02d-%02dT00:00:00+07:00", p.Created.Year, p.Created.Month, p.Created.Day)
	var b bytes.Buffer
	b.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` + "\n" +
		`<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">` + "\n" +
		fmt.Sprintf("<pdfaid:part>%d</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>\n", part) +
		"<dc:format>application/pdf</dc:format><dc:language><rdf:Bag><rdf:li>" + language + "</rdf:li></rdf:Bag></dc:language>\n")
	for _, e := range []struct{ before, value, after string }{
		{`<dc:title><rdf:Alt><rdf:li xml:lang="x-default">`, p.Title, "</rdf:li></rdf:Alt></dc:title>"},
		{"<dc:creator><rdf:Seq><rdf:li>", p.Author, "</rdf:li></rdf:Seq></dc:creator>"},
		{`<dc:description><rdf:Alt><rdf:li xml:lang="x-default">`, p.Subject, "</rdf:li></rdf:Alt></dc:description>"},
		{"<pdf:Keywords>", p.Keywords, "</pdf:Keywords>"},
		{"<pdf:Producer>", producer, "</pdf:Producer>"},
		{"<xmp:CreatorTool>", producer, "</xmp:CreatorTool>"},
		{"<xmp:CreateDate>", date, "</xmp:CreateDate>"},
		{"<xmp:ModifyDate>", date, "</xmp:ModifyDate>"},
	} {
		if e.value != "" {
			b.WriteString(e.before)
			xml.EscapeText(&b, []byte(e.value)) // a buffer takes all
			b.WriteString(e.after + "\n")
		}
	}
	b.WriteString("</rdf:Description>\n" + uaSchema + "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>")
	return b.Bytes()
}

const uaSchema = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"` +
	` xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of PDF/UA that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
`
