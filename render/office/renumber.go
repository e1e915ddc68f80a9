package office

import (
	"context"

	"ketluan/render/problem"
	"ketluan/render/record"
)

// ErrNotGone is said of a record that is to lose a number that stands.
var ErrNotGone = &Misuse{problem.Textf("bản ghi không mang số đã thu hồi nào", "the record has no number that was taken back"),
	problem.Textf("số đang dùng thì thu hồi trước", "take a number that stands back first")}

// Unnumber empties the number and the date of a record whose document was taken
// back, so that it can be issued under a new one. Every other byte stays, and the
// number stays in the register. Sum is that of the record as the user has seen it.
func Unnumber(ctx context.Context, p *Press, f Found, sum string) error {
	in, e, err := EntryOf(p, f)
	switch {
	case err != nil:
		return err
	case in.Record == nil || e.Document == nil || !e.Gone() || !sameNumber(e.Number, in.Record.Number):
		return ErrNotGone
	}
	byHand := &Misuse{problem.Textf("không bỏ được số, ngày khỏi bản ghi", "the number and the date cannot be taken out of the record"),
		problem.Textf("xóa tay hai dòng number và date trong bản ghi", "take the lines number and date out by hand")}
	edits, ok := in.Record.Unnumbered()
	made, n, err := record.Mend(in.Source, edits)
	if !ok || err != nil || n != len(edits) {
		return byHand
	}
	then := in
	then.read(p.Renderer, made, nil)
	if then.Record == nil || len(then.Problems) > len(in.Problems) || then.Record.Number != "" || !then.Record.Date.IsZero() {
		return byHand
	}
	_, err = f.Folder.Apply(ctx, []Change{{Name: f.Name, Bytes: made, Was: []string{sum}, MustStand: true}})
	return About(f.Folder, f.Name, err)
}
