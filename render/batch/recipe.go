package batch

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"

	"ketluan/fonts"
	"ketluan/render"
	"ketluan/render/office"
)

// A recipe is all that files are made with beside the record: two runs with
// one recipe make the same of it.
type recipe struct {
	ID        string            `json:"id"`        // a hash of the rest
	Program   string            `json:"program"`   // its version
	Templates map[string]string `json:"templates"` // the SHA-256 of each, by what it makes
	Fonts     string            `json:"fonts"`     // the SHA-256 of the four faces
	Options   []string          `json:"options,omitempty"`
}

// settings are the recipes of one run.
type settings struct {
	records  recipe
	quarters recipe // without templates where no quarter's workbook is made
}

// roleNames are what a manifest calls the roles.
var roleNames = map[office.Role]string{
	office.Notice: "notice", office.Tracker: "workbook", office.UnitReports: "unit-workbooks",
	office.Quarterly: "quarter-workbook", office.QuarterlyReport: "quarter-unit-workbooks",
}

// settingsOf tells what a press makes files with. Program names the program so
// that two that differ have two names.
func settingsOf(p *office.Press, program string) settings {
	base := recipe{Program: program, Fonts: sumOfFamily(p.Family)}
	s := settings{records: base, quarters: base}
	s.records.Templates, s.quarters.Templates = map[string]string{}, map[string]string{}
	for r, t := range p.Templates {
		if !r.OverQuarter() {
			s.records.Templates[roleNames[r]] = t.Sum
		} else {
			s.quarters.Templates[roleNames[r]] = t.Sum
		}
	}
	for _, t := range p.Forms {
		s.records.Templates[roleNames[office.Notice]+" "+t.Name] = t.Sum
	}
	for i, t := range p.Documents {
		if i > 0 {
			s.records.Templates["document "+t.Name] = t.Sum
		}
	}
	if p.Wants.Fitting {
		s.records.Options = append(s.records.Options, "all")
	}
	formats := p.Wants.Formats()
	for name, set := range map[string]bool{"draft": p.Wants.Draft, "attach-record": p.Wants.AttachRecord, "signing-boxes": p.Wants.SigningBoxes, "docx": slices.Contains(formats, render.DOCX), "no-pdf": !slices.Contains(formats, render.PDF)} {
		if set {
			s.records.Options = append(s.records.Options, name)
		}
	}
	slices.Sort(s.records.Options)
	for _, r := range []*recipe{&s.records, &s.quarters} {
		b, err := json.Marshal(r)
		if err != nil {
			panic(err) // strings only
		}
		r.ID = office.SumOf(b)[:16]
	}
	return s
}

func sumOfFamily(family *fonts.Family) string {
	h := sha256.New()
	for _, face := range family.Faces {
		sum := sha256.Sum256(face.TTF)
		h.Write(sum[:])
	}
	return hex.EncodeToString(h.Sum(nil))
}
