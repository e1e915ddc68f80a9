package office

import (
	"fmt"
	"strings"

	"ketluan/render/decree"
	"ketluan/render/pdf/sign"
	"ketluan/render/problem"
)

// A signedRule is one that judges the signatures of a file.
type signedRule struct {
	id, place string
	title     problem.Text
	judge     func(d *signedFile, out *decree.Result)
}

// A signedFile is a file with signatures, and what is known of it.
type signedFile struct {
	all      []Signature
	report   *sign.Report
	head     head
	known    known
	trusting bool // roots are given
	size     int  // of the file
}

var signedRules = []signedRule{
	{"KS-01", "ISO 32000-1, 12.8", problem.Textf("từng chữ ký còn nguyên giá trị", "each signature holds"), judgeStates},
	{"KS-02", "ISO 32000-1, 12.8", problem.Textf("sau mỗi chữ ký chỉ có thêm chữ ký", "after each signature there are only signatures more"), judgeChanges},
	{"KS-03", "NIST SP 800-131A", problem.Textf("thuật toán ký đủ mạnh", "no digest and no key is weak"), judgeStrength},
	{"KS-04", "Nghị định 30, điều 14, 15.3, 32.2d", problem.Textf("ký trước, rồi số, ngày, sau cùng là dấu", "the signer first, then number and day, the seal last"), judgeOrder},
	{"KS-05", "Phụ lục I, II.8a", problem.Textf("dấu trùm khoảng 1/3 chữ ký về bên trái", "the seal lies over a third of the signature, on its left"), judgeSeal},
	{"KS-06", "Phụ lục I, II.4", problem.Textf("ngày in hợp với ngày ký", "the printed date goes with the days of signing"), judgeDates},
	{"KS-07", "--record", problem.Textf("số đúng như bản ghi, sổ đăng ký", "the number is that of the record and the register"), judgeNumber},
	{"KS-08", "--trust", problem.Textf("chứng thư dẫn về chứng thư gốc đã cho", "the certificates lead to the given roots"), judgeChains},
}

// results judges a file by all of them.
func (d *signedFile) results() (all []decree.Result) {
	for _, r := range signedRules {
		out := decree.Result{ID: r.id, Place: r.place, Title: r.title, Status: decree.Kept}
		r.judge(d, &out)
		all = append(all, out)
	}
	return all
}

// blame says why a rule is broken, tell what keeps it from being judged.
func blame(out *decree.Result, page int, message problem.Text) {
	out.Status = decree.Broken
	tell(out, page, message)
}

func tell(out *decree.Result, page int, message problem.Text) {
	out.Faults = append(out.Faults, decree.Fault{Page: page, Message: message})
}

func unmeasured(out *decree.Result) {
	if out.Status == decree.Kept {
		out.Status = decree.Unmeasured
	}
}

func judgeStates(d *signedFile, out *decree.Result) {
	for _, s := range d.all {
		switch s.State {
		case sign.Bad:
			blame(out, s.Page, inField(s.Field, s.Reason))
		case sign.Unjudged:
			unmeasured(out)
			tell(out, s.Page, inField(s.Field, s.Reason))
		}
	}
	if d.report.Left {
		unmeasured(out)
		tell(out, 0, problem.Textf("tệp có nhiều chữ ký hay nhiều lần sửa quá mức xét hết", "the file has more signatures or changes than are judged"))
	}
}

func inField(field string, reason problem.Text) problem.Text {
	return problem.Text{VI: "ô " + field + ": " + reason.VI, EN: "field " + field + ": " + reason.EN}
}

func judgeChanges(d *signedFile, out *decree.Result) {
	for _, s := range d.all {
		for _, c := range s.After {
			if !c.Harmless() {
				says := ChangeInWords(c)
				blame(out, c.Page, problem.Text{VI: "sau chữ ký " + s.Field + ": " + says.VI, EN: "after the signature " + s.Field + ": " + says.EN})
			}
		}
		if s.Locks && len(s.After) > 0 {
			blame(out, s.Page, problem.Textf("chữ ký %s không cho thay đổi gì nữa, mà tệp có thêm phần sau nó", "the signature %s allows no change, and the file goes on after it", s.Field))
		}
	}
	if last := len(d.all) - 1; last >= 0 && d.all[last].State != sign.Bad && !d.all[last].Whole && len(d.all[last].After) == 0 {
		blame(out, 0, problem.Textf("sau chữ ký cuối còn %d byte không ai ký", "bytes behind the last signature that nobody signed: %d", d.size-d.all[last].End))
	}
	if d.report.Orphans > 0 {
		blame(out, 0, problem.Textf("%d chữ ký đã bị gỡ khỏi tệp", "signatures that were taken out of the file: %d", d.report.Orphans))
	}
}

func judgeStrength(d *signedFile, out *decree.Result) {
	for _, s := range d.all {
		if len(s.Weak) > 0 {
			blame(out, s.Page, problem.Textf("ô %s: %s nay bị coi là yếu", "field %s: %s counts as weak today", s.Field, strings.Join(s.Weak, ", ")))
		}
	}
}

// steps are the order of the roles; day and month are one step.
var roleSteps = map[Purpose]int{ForSigner: 1, ForNumber: 2, ForDay: 3, ForMonth: 3, ForSeal: 4}

func judgeOrder(d *signedFile, out *decree.Result) {
	roles := 0
	for i, s := range d.all {
		if roleSteps[s.Purpose] == 0 {
			continue
		}
		roles++
		for _, before := range d.all[:i] {
			if roleSteps[before.Purpose] > roleSteps[s.Purpose] {
				a, b := PurposeInWords(before.Purpose), PurposeInWords(s.Purpose)
				blame(out, s.Page, problem.Text{
					VI: a.VI + " (ô " + before.Field + ") có trước " + b.VI + " (ô " + s.Field + ")", EN: a.EN + " (field " + before.Field + ") came before " + b.EN + " (field " + s.Field + ")",
				})
			}
		}
	}
	if roles < 2 {
		unmeasured(out)
	}
}

func judgeSeal(d *signedFile, out *decree.Result) {
	measured := false
	for _, seal := range d.all {
		if seal.Purpose != ForSeal || seal.Box == (sign.Box{}) {
			continue
		}
		for _, s := range d.all {
			if s.Purpose != ForSigner || s.Box == (sign.Box{}) || s.Page != seal.Page || !left(seal.Box, s.Box) && seal.Field != "co-quan" {
				continue
			}
			measured = true
			over := (min(seal.Box.X+seal.Box.Width, s.Box.X+s.Box.Width) - max(seal.Box.X, s.Box.X)) / s.Box.Width
			level := min(seal.Box.Y+seal.Box.Height, s.Box.Y+s.Box.Height) > max(seal.Box.Y, s.Box.Y)
			if over < 0.15 || over > 0.55 || !level || seal.Box.X > s.Box.X {
				if !level {
					over = 0
				}
				blame(out, seal.Page, problem.Textf("dấu trùm %d %% bề ngang chữ ký %s", "the seal lies over %d %% of the width of the signature %s", int(100*max(over, 0)), s.Field))
			}
		}
	}
	if !measured {
		unmeasured(out)
	}
}

func judgeDates(d *signedFile, out *decree.Result) {
	printed, judged := d.head.date, false
	if printed.Day == 0 || printed.Month == 0 || !printed.Valid() {
		unmeasured(out)
		return
	}
	for _, s := range d.all {
		if s.At().IsZero() || roleSteps[s.Purpose] == 0 {
			continue
		}
		judged = true
		on, role := dayOf(s.At()), PurposeInWords(s.Purpose)
		if on == printed || s.Purpose == ForSigner && on.Before(printed) {
			continue
		}
		blame(out, s.Page, problem.Text{
			VI: fmt.Sprintf("%s: ký ngày %s, văn bản ghi ngày %s", role.VI, on.Slashed(), printed.Slashed()), EN: fmt.Sprintf("%s was signed on %s, the document is dated %s", role.EN, on, printed),
		})
	}
	if !judged {
		unmeasured(out)
	}
}

func judgeNumber(d *signedFile, out *decree.Result) {
	has, said := d.head.number, false
	if has == "" {
		unmeasured(out)
		return
	}
	if n := d.known.number; n != "" {
		if said = true; !sameNumber(has, n) {
			blame(out, 1, problem.Textf("văn bản mang số %s, bản ghi là số %s", "the document has the number %s, the record %s", has, n))
		}
	}
	if doc := d.known.document; doc != nil {
		if said = true; !sameNumber(has, doc.Number) {
			blame(out, 1, problem.Textf("văn bản mang số %s, sổ đăng ký ghi số %s", "the document has the number %s, the register %s", has, doc.Number))
		}
		if printed := d.head.date; printed.Valid() && printed != doc.Date {
			blame(out, 1, problem.Text{
				VI: "văn bản ghi ngày " + printed.Slashed() + ", sổ đăng ký ghi ngày " + doc.Date.Slashed(), EN: "the document is dated " + printed.String() + ", in the register " + doc.Date.String(),
			})
		}
	}
	if !said {
		unmeasured(out)
	}
}

func judgeChains(d *signedFile, out *decree.Result) {
	if !d.trusting {
		unmeasured(out)
		tell(out, 0, problem.Textf("chưa xét chứng thư: thêm --trust THU-MUC có chứng thư gốc", "the chain is not judged: add --trust DIR with root certificates"))
		return
	}
	for _, s := range d.all {
		switch s.Chain {
		case sign.Bad:
			blame(out, s.Page, inField(s.Field, s.Why))
		case sign.Unjudged:
			unmeasured(out)
		}
	}
}
