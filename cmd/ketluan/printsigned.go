package main

import (
	"fmt"

	"ketluan/render/office"
	"ketluan/render/problem"
)

// printSignatures says which fields are not signed, and who signed what, when.
func (a *app) printSignatures(v office.Verified) {
	for _, f := range v.File.Fields {
		if !f.Signed {
			a.tell(problem.Textf("  ô ký %s, trang %d: chưa ký", "  signature field %s, page %d: not signed", f.Name, f.Page))
		}
	}
	for i, s := range v.Signatures {
		what := office.PurposeInWords(s.Purpose)
		if s.Stamp {
			what = problem.Textf("dấu thời gian", "a time stamp")
		}
		at := timeOf(s)
		a.tell(problem.Text{
			VI: fmt.Sprintf("  đã ký %d. %s (ô %s, trang %d): %s, %s", i+1, what.VI, s.Field, s.Page, signer(s, "không rõ ai"), at.VI),
			EN: fmt.Sprintf("  signed %d. %s (field %s, page %d): %s, %s", i+1, what.EN, s.Field, s.Page, signer(s, "nobody knows who"), at.EN),
		})
		says := office.StateInWords(s, v.Trusting)
		a.tell(problem.Text{VI: "           " + says.VI, EN: "           " + says.EN})
		for _, c := range s.After {
			says := office.ChangeInWords(c)
			a.tell(problem.Text{VI: "           sau đó: " + says.VI, EN: "           then: " + says.EN})
		}
	}
}

// signer names whom the certificate names.
func signer(s office.Signature, nobody string) string {
	name := s.Signer.Name
	if name == "" {
		name = nobody
	}
	if o := s.Signer.Organization; o != "" && o != name {
		name += ", " + o
	}
	return name
}

// timeOf says when a document was signed, and who says so.
func timeOf(s office.Signature) problem.Text {
	const shape = "02/01/2006 15:04:05"
	switch {
	case !s.Stamped.IsZero():
		at := office.Vietnam(s.Stamped).Format(shape)
		return problem.Textf("%s (dấu thời gian của %s)", "%s (time stamp of %s)", at, s.Stamper)
	case !s.Claimed.IsZero():
		at := office.Vietnam(s.Claimed).Format(shape)
		return problem.Textf("%s (theo máy người ký)", "%s (as the signer's machine says)", at)
	}
	return problem.Textf("không ghi giờ ký", "without a time")
}
