package office

import (
	"context"
	"encoding/json"
	"errors"

	"ketluan/render/decree"
	"ketluan/render/pdf/read"
	"ketluan/render/problem"
)

// A Verified is one PDF that was to be measured.
type Verified struct {
	Path string // as messages call it
	*Verdict
	Err error // why it cannot be measured
}

// VerifyAll measures PDFs, in their order. It reports whether it came to its
// end: a file that takes for ever is left to itself when ctx ends, and it and
// those behind it have ErrStopped.
func VerifyAll(ctx context.Context, jobs int, files []Place, o VerifyOptions, tick func(done, failed int)) ([]Verified, bool) {
	all, whole := each(ctx, jobs, files, func(p Place) Verified { return VerifyFile(p, o) }, tick)
	for i, v := range all {
		if v.Verdict == nil && v.Err == nil {
			all[i] = Verified{Path: files[i].path(), Err: &FileError{files[i].path(), ErrStopped}}
		}
	}
	return all, whole
}

// ErrStopped is why a file was not measured that comes behind the end of a run.
var ErrStopped = errors.New("stopped before the file was measured")

// VerifyFile measures a PDF of a folder.
func VerifyFile(p Place, o VerifyOptions) Verified {
	v := Verified{Path: p.path()}
	src, err := p.content(MaxPDF)
	if errors.Is(err, ErrTooLarge) {
		err = read.ErrTooLarge
	}
	if err == nil {
		v.Verdict, err = Verify(src, o)
	}
	if err != nil {
		v.Err = &FileError{v.Path, cut(err)}
	}
	return v
}

// Broken reports whether a rule is broken, or the file cannot be measured.
func (v Verified) Broken() bool {
	if v.Err != nil {
		return true
	}
	for _, r := range v.Results {
		if r.Status == decree.Broken {
			return true
		}
	}
	return false
}

// A failure is what JSON has in the place of a file that could not be read.
type failure struct {
	File  string       `json:"file"`
	Error problem.Text `json:"error"`
	Hint  problem.Text `json:"hint,omitzero"`
}

func failureOf(path string, err error) failure {
	message, hint := InWords(err)
	return failure{path, message, hint}
}

// The JSON of a verdict. Texts are in both languages.
type (
	verdictJSON struct {
		File     string       `json:"file"`
		Version  string       `json:"version"`
		Claims   []string     `json:"claims"`
		Title    string       `json:"title"`
		Pages    int          `json:"pages"`
		Fonts    []fontJSON   `json:"fonts"`
		Fields   []fieldJSON  `json:"fields"`
		Attached []string     `json:"attached"`
		Rules    []resultJSON `json:"rules"`

		Signatures []signatureJSON `json:"signatures,omitempty"`
	}
	fontJSON struct {
		Name     string `json:"name"`
		Embedded bool   `json:"embedded"`
	}
	fieldJSON struct {
		Name   string `json:"name"`
		Page   int    `json:"page"`
		Signed bool   `json:"signed"`
	}
	resultJSON struct {
		ID     string        `json:"id"`
		Place  string        `json:"place"`
		Title  problem.Text  `json:"title"`
		Status decree.Status `json:"status"`
		Faults []faultJSON   `json:"faults,omitempty"`
	}
	faultJSON struct {
		Page    int          `json:"page,omitempty"`
		Message problem.Text `json:"message"`
		Slight  bool         `json:"slight,omitempty"`
	}
)

// MarshalJSON gives the file with what was found, or with the error that kept
// it from being measured.
func (v Verified) MarshalJSON() ([]byte, error) {
	if v.Err != nil {
		return json.Marshal(failureOf(v.Path, v.Err))
	}
	j := verdictJSON{
		File: v.Path, Version: v.File.Version, Claims: append([]string{}, v.File.Claims...), Title: v.File.Title, Pages: len(v.File.Pages),
		Fonts: []fontJSON{}, Fields: []fieldJSON{}, Attached: []string{}, Rules: []resultJSON{},
	}
	for _, f := range v.File.Fonts {
		j.Fonts = append(j.Fonts, fontJSON{f.Name, f.Embedded})
	}
	for _, f := range v.File.Fields {
		j.Fields = append(j.Fields, fieldJSON{f.Name, f.Page, f.Signed})
	}
	for _, f := range v.File.Attachments {
		j.Attached = append(j.Attached, f.Name)
	}
	for _, r := range v.Results {
		result := resultJSON{ID: r.ID, Place: r.Place, Title: r.Title, Status: r.Status}
		for _, f := range r.Faults {
			result.Faults = append(result.Faults, faultJSON{f.Page, f.Message, f.Slight})
		}
		j.Rules = append(j.Rules, result)
	}
	for _, s := range v.Signatures {
		j.Signatures = append(j.Signatures, signatureOf(s))
	}
	return json.Marshal(j)
}
