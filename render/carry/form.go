package carry

import (
	"fmt"
	"strings"

	"ketluan/render/record"
)

// form repeats what the record says of its form in the place of a profile.
func (w *writer) form() {
	r := w.rec
	if r.Says("system") && r.System != "" {
		w.line(0, "system: %s", r.System)
	}
	if r.Says("end-mark") {
		w.line(0, "end-mark: %s", quoted(r.EndMark))
	}
	if r.Says("tone-marks") && r.ToneMarks != "" {
		w.line(0, "tone-marks: %s", r.ToneMarks)
	}
	if r.Says("headings") && r.HeadingsAsTyped {
		w.line(0, "headings: as-typed")
	}
	if s := r.Stamps; r.Says("signing") && s != (record.Stamps{}) {
		w.line(0, "signing: {%s}", strings.Join(signing(s), ", "))
	}
}

// signing lists what a record says of the boxes of its signing tool.
func signing(s record.Stamps) (keys []string) {
	if s.Tool != "" {
		keys = append(keys, "tool: "+s.Tool)
	}
	if s.IgnoresOurs {
		keys = append(keys, "fields: no")
	} else {
		keys = append(keys, "fields: yes")
	}
	for _, one := range []struct {
		key  string
		size record.Size
	}{{"signer", s.Signer}, {"seal", s.Seal}, {"number", s.Number}, {"day", s.Day}, {"month", s.Month}} {
		if one.size != (record.Size{}) {
			keys = append(keys, fmt.Sprintf("%s: %gx%g", one.key, one.size.Width, one.size.Height))
		}
	}
	if at := s.SealAt; at.Set {
		keys = append(keys, fmt.Sprintf(`seal-at: "%g, %g"`, at.X, at.Y))
	}
	return keys
}
