package pdf

import (
	"cmp"
	"crypto/md5"
	"fmt"
	"path"
	"slices"
	"strings"

	"ketluan/render/doc"
)

// An Attachment is a file inside the PDF: what the document was made from.
type Attachment struct {
	Name        string // none twice
	Description string
	Content     []byte
}

// attach adds the files and returns their entries of the catalog. Files that
// are not PDF/A themselves make the whole PDF/A-3a (ISO 19005-3, 6.8).
func (a *assembly) attach(files []Attachment, created doc.Date) string {
	if len(files) == 0 {
		return ""
	}
	files = slices.SortedFunc(slices.Values(files), func(x, y Attachment) int { return cmp.Compare(x.Name, y.Name) })
	var names, all strings.Builder
	for _, f := range files {
		content := a.addStream(fmt.Sprintf("/Type /EmbeddedFile /Subtype /%s /Params <</Size %d /ModDate (%s) /CheckSum <%X>>>",
			mediaType(f.Name), len(f.Content), dateString(created), md5.Sum(f.Content)), f.Content)
		name := textString(f.Name)
		spec := a.add(fmt.Appendf(nil, "<</Type /Filespec /F %s /UF %s /Desc %s /AFRelationship /Source /EF <</F %d 0 R /UF %d 0 R>>>>",
			name, name, textString(f.Description), content, content))
		fmt.Fprintf(&names, "%s %d 0 R ", name, spec)
		fmt.Fprintf(&all, "%d 0 R ", spec)
	}
	return fmt.Sprintf(" /AF [%s] /Names <</EmbeddedFiles <</Names [%s]>>>>", all.String(), names.String())
}

// mediaType is that of a record, or of one of its tables, as the name of a PDF
// object.
func mediaType(name string) string {
	switch strings.ToLower(path.Ext(name)) {
	case ".csv":
		return "text#2Fcsv"
	case ".tsv":
		return "text#2Ftab-separated-values"
	case ".txt":
		return "text#2Fplain"
	}
	return "application#2Fyaml"
}
