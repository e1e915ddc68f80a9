package docx

import (
	"bytes"
	"fmt"
	"strings"

	"ketluan/render/doc"
)

const head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// family is the one face of all text (Phụ lục I, I.4).
const family = "Times New Roman"

const (
	wordSpace = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	allSpaces = wordSpace + ` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"` +
		` xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"` +
		` xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"`
)

const contentTypes = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
	`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
	`<Default Extension="xml" ContentType="application/xml"/>` +
	`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>` +
	`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>` +
	`<Override PartName="/word/fontTable.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"/>` +
	`<Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>` +
	`<Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>` +
	`<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>` +
	`</Types>`

const relationTypes = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/`

const packageRelations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
	`<Relationship Id="rId1" Type="` + relationTypes + `officeDocument" Target="word/document.xml"/>` +
	`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
	`</Relationships>`

const documentRelations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
	`<Relationship Id="rId1" Type="` + relationTypes + `styles" Target="styles.xml"/>` +
	`<Relationship Id="rId2" Type="` + relationTypes + `settings" Target="settings.xml"/>` +
	`<Relationship Id="rId3" Type="` + relationTypes + `fontTable" Target="fontTable.xml"/>` +
	`<Relationship Id="rId4" Type="` + relationTypes + `header" Target="header1.xml"/>` +
	`</Relationships>`

// fontTable names what stands for the face where a machine does not have it.
const fontTable = `<w:fonts ` + wordSpace + `><w:font w:name="` + family + `"><w:altName w:val="Liberation Serif"/>` +
	`<w:panose1 w:val="02020603050405020304"/><w:charset w:val="A3"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>`

// settings are those of Word since 2013. Names of those who correct are kept:
// who changed what is to be known.
const settings = `<w:settings ` + wordSpace + `><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/><w:characterSpacingControl w:val="doNotCompress"/>` +
	`<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>` +
	`<w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>`

// coreProperties tell what the document is, and of nobody.
func coreProperties(p doc.Properties) []byte {
	var b bytes.Buffer
	b.WriteString(head + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"` +
		` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`)
	for _, e := range []struct{ tag, text string }{
		{"dc:title", p.Title}, {"dc:subject", p.Subject}, {"dc:language", "vi-VN"}, {"cp:keywords", p.Keywords},
	} {
		if e.text != "" {
			b.WriteString("<" + e.tag + ">")
			escape(&b, e.text)
			b.WriteString("</" + e.tag + ">")
		}
	}
	if c := p.Created; c.Year > 0 && c.Month > 0 && c.Day > 0 {
		for _, tag := range []string{"dcterms:created", "dcterms:modified"} {
			fmt.Fprintf(&b, `<%s xsi:type="dcterms:W3CDTF">%04d-%02d-%02dT00:00:00Z</%s>`, tag, c.Year, c.Month, c.Day, tag)
		}
	}
	b.WriteString("</cp:coreProperties>")
	return b.Bytes()
}

// escaper takes out what XML has no place for, too.
var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\u0000", "", "\t", " ", "\n", " ", "\r", " ")

func escape(b *bytes.Buffer, text string) {
	if strings.ContainsAny(text, "&<>\"\u0000\t\n\r") {
		text = escaper.Replace(text)
	}
	b.WriteString(text)
}
