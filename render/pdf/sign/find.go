package sign

import (
	"bytes"
	"cmp"
	"encoding/hex"
	"regexp"
	"slices"
	"strconv"
	"time"

	"ketluan/render/doc"
	"ketluan/render/pdf/read"
	"ketluan/render/problem"
)

// find takes the signatures out of the form's fields.
func (r *reader) find() error {
	pages, err := r.graph.Pages()
	if err != nil {
		return err
	}
	fields := fieldsOf(r.graph, maxFields)
	r.pageOf = r.pagesOfWidgets(pages)
	for _, f := range append(fields, r.stray(pages, fields)...) {
		value := r.graph.Dict(f.value)
		if f.kind != "Sig" || value == nil {
			continue
		}
		if len(r.found) == maxSignatures {
			r.report.Left = true
			break
		}
		s := found{value: value}
		s.Field, s.Kind = f.name, oneLine(string(r.graph.Name(value["SubFilter"])))
		s.Stamp = s.Kind == "ETSI.RFC3161"
		s.Page, s.Box = r.place(pages, f.ref, f.dict)
		s.Shows = oneLine(r.graph.Shown(f.ref))
		s.Claimed = dateOf(r.graph.Text(value["M"]))
		s.Signer.Name = oneLine(r.graph.Text(value["Name"]))
		s.Locks = r.locks(value)
		r.found = append(r.found, s)
	}
	return nil
}

// stray are the signatures on pages that the form does not list: some versions of
// poppler forget to.
func (r *reader) stray(pages []read.Leaf, fields []field) (all []field) {
	listed := map[read.Ref]bool{}
	for _, f := range fields {
		listed[f.ref] = true
	}
	seen := 0
	for _, page := range pages {
		for _, o := range r.graph.Array(page.Dict["Annots"]) {
			ref, ok := o.(read.Ref)
			a := r.graph.Dict(o)
			if seen++; !ok || listed[ref] || len(all) == maxSignatures || seen > maxWidgets || r.graph.Name(a["Subtype"]) != "Widget" || r.graph.Name(a["FT"]) != "Sig" {
				continue
			}
			listed[ref] = true
			all = append(all, field{name: oneLine(r.graph.Text(a["T"])), kind: "Sig", value: r.graph.Of(a["V"]), dict: a, ref: ref})
		}
	}
	return all
}

// maxWidgets bounds what is looked at of what lies over pages.
const maxWidgets = 200_000

// pagesOfWidgets returns the pages that annotations are on, from 0: they need
// not say so themselves.
func (r *reader) pagesOfWidgets(pages []read.Leaf) map[read.Ref]int {
	all, n := map[read.Ref]int{}, 0
	for i, page := range pages {
		for _, o := range r.graph.Array(page.Dict["Annots"]) {
			if ref, ok := o.(read.Ref); ok {
				all[ref] = i
			}
			if n++; n > maxWidgets {
				return all
			}
		}
	}
	return all
}

// place returns the page and the box of a widget.
func (r *reader) place(pages []read.Leaf, ref read.Ref, widget read.Dict) (int, Box) {
	page, ok := r.pageOf[ref]
	if !ok {
		return 0, Box{}
	}
	box, ok := r.graph.Box(widget["Rect"])
	if !ok || box[2]-box[0] < 1 || box[3]-box[1] < 1 {
		return page + 1, Box{}
	}
	mm := func(pt float64) doc.MM { return doc.PT(pt).MM() }
	of := pages[page].Box
	return page + 1, Box{mm(box[0] - of[0]), mm(of[3] - box[3]), mm(box[2] - box[0]), mm(box[3] - box[1])}
}

// locks reports a signature that allows no change (ISO 32000-1, 12.8.2.2).
func (r *reader) locks(value read.Dict) bool {
	for _, o := range r.graph.Array(value["Reference"]) {
		ref := r.graph.Dict(o)
		p, ok := r.graph.Of(r.graph.Dict(ref["TransformParams"])["P"]).(float64)
		if r.graph.Name(ref["TransformMethod"]) == "DocMDP" && ok && p == 1 {
			return true
		}
	}
	return false
}

// covered is whether the ranges of a signature are all of the file up to a byte
// but for the message: else bytes that nobody signed could stand between.
func (r *reader) covered(s *found) bool {
	a := r.graph.Array(s.value["ByteRange"])
	if len(a) != 4 {
		return false
	}
	for i := range s.ranges {
		n, ok := r.graph.Of(a[i]).(float64)
		if !ok || n < 0 || n > float64(len(r.file)) {
			return false
		}
		s.ranges[i] = int(n)
	}
	message, _ := r.graph.Of(s.value["Contents"]).(read.String)
	return r.gapIs(s.ranges, []byte(message))
}

// gapIs reports whether the ranges leave out a string in hexadecimal digits, that
// of message where one is given.
func (r *reader) gapIs(ranges [4]int, message []byte) bool {
	from, to := ranges[1], ranges[2]
	if ranges[0] != 0 || from > to || to+ranges[3] > len(r.file) || to-from < 2 {
		return false
	}
	gap := r.file[from:to]
	if gap[0] != '<' || gap[len(gap)-1] != '>' {
		return false
	}
	digits := gap[1 : len(gap)-1]
	if bytes.IndexFunc(digits, func(c rune) bool { return !isHex(c) }) >= 0 {
		return false
	}
	if message == nil {
		return true
	}
	if len(digits)%2 == 1 {
		digits = append(slices.Clone(digits), '0')
	}
	said := make([]byte, hex.DecodedLen(len(digits)))
	_, err := hex.Decode(said, digits)
	return err == nil && bytes.Equal(said, message)
}

func isHex(c rune) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}

// judge says what there is to say of one signature by itself.
func (r *reader) judge(s *found, trust *trust) {
	s.State, s.Chain = Unjudged, Unjudged
	s.Why = problem.Textf("chưa có chứng thư gốc (--trust)", "there are no root certificates (--trust)")
	if s.inRanges = r.covered(s); !s.inRanges {
		s.State, s.Reason = Bad, problem.Textf("vùng ký (ByteRange) không khớp với tệp", "its byte range does not fit the file")
		return
	}
	s.End = s.ranges[2] + s.ranges[3]
	s.Whole = len(bytes.TrimRight(r.file[s.End:], "\r\n\t \x00")) == 0
	if r.hashed += s.ranges[1] + s.ranges[3]; r.hashed > maxHashed {
		r.report.Left, s.Reason = true, problem.Textf("tệp có quá nhiều chữ ký để xét hết", "the file has more signatures than are judged")
		return
	}
	signed := slices.Concat(r.file[:s.ranges[1]], r.file[s.ranges[2]:s.End])
	message, _ := r.graph.Of(s.value["Contents"]).(read.String)
	s.verify([]byte(message), signed, trust)
}

// order puts the signatures in the order in which they were made.
func (r *reader) order() {
	slices.SortStableFunc(r.found, func(a, b found) int { return cmp.Compare(a.End, b.End) })
}

var byteRange = regexp.MustCompile(`/ByteRange\s*\[\s*(\d{1,9})\s+(\d{1,9})\s+(\d{1,9})\s+(\d{1,9})\s*\]`)

// orphans counts the signatures that were taken out of the form: their bytes are
// still there, as files are only appended to.
func (r *reader) orphans() {
	seen := map[[4]int]bool{}
	for _, s := range r.found {
		seen[s.ranges] = true
	}
	for _, m := range byteRange.FindAllSubmatch(r.file, 4*maxSignatures) {
		var ranges [4]int
		for i := range ranges {
			ranges[i], _ = strconv.Atoi(string(m[i+1]))
		}
		if !seen[ranges] && r.gapIs(ranges, nil) {
			r.report.Orphans++
		}
		seen[ranges] = true
	}
}

var dateShape = regexp.MustCompile(`^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(Z|[+-]\d\d)?'?(\d\d)?`)

// dateOf reads a date of a PDF (ISO 32000-1, 7.9.4): D:20260108093000+07'00'.
func dateOf(s string) time.Time {
	m := dateShape.FindStringSubmatch(s)
	if m == nil {
		return time.Time{}
	}
	part := [6]int{1, 1, 1, 0, 0, 0}
	for i := range part {
		if m[i+1] != "" {
			part[i], _ = strconv.Atoi(m[i+1])
		}
	}
	offset := 0
	if z := m[7]; z != "" && z != "Z" {
		hours, _ := strconv.Atoi(z)
		minutes, _ := strconv.Atoi(m[8])
		if offset = hours*3600 + minutes*60; hours < 0 {
			offset = hours*3600 - minutes*60
		}
	}
	return time.Date(part[0], time.Month(part[1]), part[2], part[3], part[4], part[5], 0, time.FixedZone("", offset))
}
