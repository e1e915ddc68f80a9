package carry

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
}
