package pdf_test

import (
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"io"
	"regexp"
	"slices"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

var clauses = slices.Concat(structureClauses, tableClauses, outlineClauses, fieldClauses, []clause{
	{"A 6.1.2", "the header names PDF 1.n, and a comment of four bytes over 127 follows", func(f *finished) {
		if !regexp.MustCompile(`^%PDF-1\.[0-7]\n%[\x80-\xFF]{4}`).Match(f.bytes) && !bytes.HasPrefix(f.bytes, []byte("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")) {
			f.T.Errorf("it begins %q", f.bytes[:20])
		}
	}},
	{"A 6.1.3", "the trailer has an ID", func(f *finished) {
		if len(f.ID) != 2 {
			f.T.Errorf("ID %v", f.ID)
		}
	}},
	{"A 6.1.3 encryption", "no encryption, and nothing after the end", func(f *finished) {
		if f.Encrypt != nil || !bytes.HasSuffix(f.bytes, []byte("%%EOF\n")) {
			f.T.Errorf("encrypted, or not ended")
		}
	}},
	{"A 6.1.7", "no stream lies in another file or has a filter but Flate", func(f *finished) {
		f.objects(func(n int, o types.Object) {
			if s, ok := o.(types.StreamDict); ok {
				for _, key := range []string{"F", "FFilter", "FDecodeParms"} {
					if s.Dict[key] != nil {
						f.T.Errorf("object %d has /%s", n, key)
					}
				}
				if s.Dict["Filter"] != nil && f.name(s.Dict["Filter"]) != "FlateDecode" {
					f.T.Errorf("object %d has the filter %v", n, s.Dict["Filter"])
				}
			}
		})
	}},
	{"A 6.2.2", "each page has its resources, and each font that it names", func(f *finished) {
		for i, page := range f.pages() {
			fonts := f.dict(f.dict(page["Resources"])["Font"])
			for _, op := range operators(f.stream(page["Contents"])) {
				if op.name == "Tf" && f.embedded(fonts[op.operands[0][1:]]) == nil {
					f.T.Errorf("page %d: font %s is not embedded", i+1, op.operands[0])
				}
			}
		}
	}},
	{"A 6.2.3", "an output intent with a profile of RGB", func(f *finished) {
		intents := f.array(f.catalog["OutputIntents"])
		if len(intents) != 1 {
			f.T.Fatalf("%d output intents", len(intents))
		}
		intent := f.dict(intents[0])
		profile := f.stream(intent["DestOutputProfile"])
		if f.name(intent["S"]) != "GTS_PDFA1" || f.number(f.dict(intent["DestOutputProfile"])["N"]) != 3 || f.text(intent["OutputConditionIdentifier"]) == "" {
			f.T.Errorf("%v", intent)
		}
		if len(profile) < 132 || int(binary.BigEndian.Uint32(profile)) != len(profile) || string(profile[12:24]) != "mntrRGB XYZ " || string(profile[36:40]) != "acsp" {
			f.T.Errorf("the profile is none of a monitor in RGB")
		}
		count := int(binary.BigEndian.Uint32(profile[128:]))
		for i := range count {
			tag := profile[132+12*i:]
			if at, size := binary.BigEndian.Uint32(tag[4:]), binary.BigEndian.Uint32(tag[8:]); at%4 != 0 || int(at+size) > len(profile) {
				f.T.Errorf("tag %s of the profile lies outside it", tag[:4])
			}
		}
	}},
	{"A 6.2.4", "no colours but grey and RGB, no transparency, no images, no external objects", func(f *finished) {
		allowed := " q Q cm w J j d G g RG rg BT ET Tf Tw Td Tj BDC BMC EMC m l S re f n W "
		for i, page := range f.pages() {
			if page["Group"] != nil || f.dict(page["Resources"])["ExtGState"] != nil {
				f.T.Errorf("page %d has transparency", i+1)
			}
			for _, op := range operators(f.stream(page["Contents"])) {
				if !strings.Contains(allowed, " "+op.name+" ") {
					f.T.Errorf("page %d: operator %s", i+1, op.name)
				}
			}
		}
	}},
	{"A 6.3", "where there are annotations, they print, show, and have an appearance", func(f *finished) {
		for _, a := range f.annotations() {
			const print, bad = 4, 1 | 2 | 32 | 256 // invisible, hidden, no view, toggle no view
			if flags := int(f.number(a["F"])); flags&print == 0 || flags&bad != 0 {
				f.T.Errorf("flags %d", flags)
			}
			if f.dict(f.dict(a["AP"])["N"])["BBox"] == nil || f.dict(a["AP"])["R"] != nil || f.dict(a["AP"])["D"] != nil {
				f.T.Errorf("appearance %v", a["AP"])
			}
		}
	}},
	{"A 6.4.1", "no forms that need appearances or hold XFA, and no actions", func(f *finished) {
		form := f.dict(f.catalog["AcroForm"])
		if need, ok := form["NeedAppearances"]; ok {
			f.T.Errorf("NeedAppearances %v", need)
		}
		if form["XFA"] != nil || f.catalog["OpenAction"] != nil || f.catalog["AA"] != nil || f.dict(f.catalog["Names"])["JavaScript"] != nil {
			f.T.Errorf("XFA or an action")
		}
		f.objects(func(n int, o types.Object) {
			if d, ok := o.(types.Dict); ok && (d["A"] != nil && f.name(d["Type"]) == "Annot" || d["AA"] != nil || f.name(d["S"]) == "JavaScript") {
				f.T.Errorf("object %d has an action", n)
			}
		})
	}},
	{"A 6.6.2.1", "metadata in a stream of XML without filter", func(f *finished) {
		d := f.dict(f.catalog["Metadata"])
		if f.name(d["Type"]) != "Metadata" || f.name(d["Subtype"]) != "XML" || d["Filter"] != nil {
			f.T.Errorf("%v", d)
		}
		decoder := xml.NewDecoder(bytes.NewReader(f.stream(f.catalog["Metadata"])))
		for {
			if _, err := decoder.Token(); err == io.EOF {
				break
			} else if err != nil {
				f.T.Fatalf("%v", err)
			}
		}
	}},
	{"A 6.6.2.3", "the schema of PDF/UA's property is described", func(f *finished) {
		xmp := string(f.stream(f.catalog["Metadata"]))
		for _, want := range []string{
			"<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>", "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>",
			"<pdfaProperty:name>part</pdfaProperty:name>", "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>", "<pdfaProperty:category>internal</pdfaProperty:category>",
		} {
			if !strings.Contains(xmp, want) {
				f.T.Errorf("no %s", want)
			}
		}
	}},
	{"A 6.6.3", "information and metadata agree", func(f *finished) {
		info := f.dict(*f.Info)
		xmp := f.metadata()
		for key, path := range map[string]string{
			"Title": "title/Alt/li", "Author": "creator/Seq/li", "Subject": "description/Alt/li", "Keywords": "Keywords", "Creator": "CreatorTool", "Producer": "Producer",
		} {
			if got := f.text(info[key]); got == "" || got != xmp[path] {
				f.T.Errorf("%s: %q and %q", key, got, xmp[path])
			}
		}
		for key, path := range map[string]string{"CreationDate": "CreateDate", "ModDate": "ModifyDate"} {
			got := strings.NewReplacer("D:", "", "'", "", "-", "", ":", "", "T", "").Replace(f.text(info[key]))
			if want := strings.NewReplacer("-", "", ":", "", "T", "").Replace(xmp[path]); got == "" || got != want {
				f.T.Errorf("%s: %q and %q", key, got, want)
			}
		}
	}},
	{"A 6.6.4", "the metadata claim PDF/A-2a", func(f *finished) {
		if xmp := f.metadata(); xmp["part"] == "" || !strings.Contains(string(f.stream(f.catalog["Metadata"])), "<pdfaid:part>2</pdfaid:part>") || xmp["conformance"] != "A" {
			f.T.Errorf("part and conformance %q", xmp["conformance"])
		}
	}},
	{"A 6.7.2", "the file is marked as tagged", func(f *finished) {
		if marked, ok := f.object(f.dict(f.catalog["MarkInfo"])["Marked"]).(types.Boolean); !ok || !bool(marked) {
			f.T.Errorf("not marked")
		}
	}},
	{"A 6.8", "no embedded files", func(f *finished) {
		if f.catalog["AF"] != nil || f.dict(f.catalog["Names"])["EmbeddedFiles"] != nil {
			f.T.Errorf("embedded files")
		}
	}},
	{"A 6.9", "no optional content", func(f *finished) {
		if f.catalog["OCProperties"] != nil {
			f.T.Errorf("optional content")
		}
	}},
	{"UA 5", "the metadata claim PDF/UA-1", func(f *finished) {
		if !strings.Contains(string(f.stream(f.catalog["Metadata"])), "<pdfuaid:part>1</pdfuaid:part>") {
			f.T.Errorf("no pdfuaid:part")
		}
	}},
	{"UA 7.1 title", "the window shows the title, which is there", func(f *finished) {
		show, ok := f.object(f.dict(f.catalog["ViewerPreferences"])["DisplayDocTitle"]).(types.Boolean)
		if !ok || !bool(show) || f.metadata()["title/Alt/li"] == "" {
			f.T.Errorf("no title, or not shown")
		}
	}},
	{"UA 7.2", "the language is Vietnamese", func(f *finished) {
		if got := f.text(f.catalog["Lang"]); got != "vi-VN" {
			f.T.Errorf("language %q", got)
		}
	}},
})

// annotations returns those of all pages.
func (f *finished) annotations() []types.Dict {
	var all []types.Dict
	for _, page := range f.pages() {
		for _, a := range f.array(page["Annots"]) {
			all = append(all, f.dict(a))
		}
	}
	return all
}

// metadata returns the texts of the XMP packet by their elements' local names
// below the description; the first of a name counts.
func (f *finished) metadata() map[string]string {
	if f.catalog["Metadata"] == nil {
		return nil
	}
	decoder := xml.NewDecoder(bytes.NewReader(f.stream(f.catalog["Metadata"])))
	texts := map[string]string{}
	var path []string
	for {
		token, err := decoder.Token()
		if err != nil {
			return texts
		}
		switch token := token.(type) {
		case xml.StartElement:
			path = append(path, token.Name.Local)
		case xml.EndElement:
			path = path[:len(path)-1]
		case xml.CharData:
			if len(path) > 3 && strings.TrimSpace(string(token)) != "" {
				if key := strings.Join(path[3:], "/"); texts[key] == "" {
					texts[key] = string(token)
				}
			}
		}
	}
}
