package register

import (
	"errors"
	"fmt"
	"reflect"
	"strings"

	"ketluan/render/record"
)

// preface heads each register: what its reader must know.
const preface = `# Sổ đăng ký văn bản đi: ketluan issue ghi thêm, văn phòng sửa tay được.
# Văn bản phát hành ngoài chương trình ghi thêm tay: number, kind, date, subject.
# copies (số lượng bản), sent (ngày chuyển), note (ghi chú) do văn thư ghi.
# series: each là mỗi loại văn bản một dãy số, one là một dãy số chung.
# Số bỏ không dùng giữ lại, ghi state: đã hủy; văn bản thu hồi: đã thu hồi.
`

// New returns the register of a period in which nothing has been issued.
func New(name, agency, parent string, of Period) *Register {
	var b strings.Builder
	b.WriteString(preface)
	fmt.Fprintf(&b, "agency: %s\n", record.Scalar(agency))
	if parent != "" {
		fmt.Fprintf(&b, "parent: %s\n", record.Scalar(parent))
	}
	if of.Year > 0 {
		fmt.Fprintf(&b, "year: %d\n", of.Year)
	} else {
		fmt.Fprintf(&b, "term: %s\n", of.Term)
	}
	b.WriteString("series: each\ndocuments:\n")
	r, problems := Read(name, []byte(b.String()))
	if len(problems) > 0 {
		panic(fmt.Sprint("register: ", problems)) // of texts only
	}
	return r
}

// Bytes returns the register as its file.
func (r *Register) Bytes() []byte { return r.src }

// ErrForm is returned for a register that nothing can be written into.
var ErrForm = errors.New("the register is not written with a document to a line")

// Add returns the register with one document more, behind the others. Every byte
// that was there stays.
func (r *Register) Add(d Document) (*Register, error) {
	if r.faulty {
		return nil, ErrForm
	}
	e, ok := r.list.Append(d.lines())
	return r.changed(ok, len(r.Documents), d, e)
}

// Renew returns the register with a document in the place of the i-th, which
// loses what was typed into it.
func (r *Register) Renew(i int, d Document) (*Register, error) {
	e, ok := r.Documents[i].at.Renew(d.lines())
	return r.changed(ok, i, d, e)
}

// Mark returns the register with another state of the i-th document, and a note
// where one is given, which is added to what stands there.
func (r *Register) Mark(i int, s State, note string) (*Register, error) {
	d := *r.Documents[i]
	d.State = s
	if note != "" && d.Note != "" {
		note = d.Note + "; " + note
	}
	if note != "" {
		d.Note = note
	}
	if d.state.IsZero() || note != "" && d.note.IsZero() {
		return r.Renew(i, d)
	}
	e, ok := d.state.Put(s.String())
	edits := []record.Edit{e}
	if note != "" {
		more, said := d.note.Put(note)
		edits, ok = append(edits, more), ok && said
	}
	return r.changed(ok, i, d, edits...)
}

// Resum returns the register in which the documents of a record that had a sum
// have another: the number of another of its documents was written into it. It is
// r itself where there are none.
func (r *Register) Resum(file, from, to string) (*Register, error) {
	var edits []record.Edit
	if from != to {
		for _, d := range r.made[file] {
			if d.Sum != from {
				continue
			}
			e, ok := d.sum.Put(to)
			if !ok {
				return nil, ErrForm
			}
			edits = append(edits, e)
		}
	}
	if len(edits) == 0 {
		return r, nil
	}
	src, n, err := record.Mend(r.src, edits)
	if err != nil || n != len(edits) || r.faulty {
		return nil, ErrForm
	}
	then, problems := Read(r.Name, src)
	if len(problems) > 0 {
		return nil, ErrForm
	}
	return then, nil
}

// changed carries edits out and reads what comes of them: the i-th document is d
// then, and the others are what they were.
func (r *Register) changed(ok bool, i int, d Document, edits ...record.Edit) (*Register, error) {
	if !ok || r.faulty { // what is wrong with it is told where it is read
		return nil, ErrForm
	}
	src, n, err := record.Mend(r.src, edits)
	if err != nil || n != len(edits) {
		return nil, ErrForm
	}
	then, problems := Read(r.Name, src)
	if len(problems) > 0 || len(then.Documents) != max(len(r.Documents), i+1) {
		return nil, ErrForm
	}
	for k, now := range then.Documents {
		want := &d
		if k != i {
			want = r.Documents[k]
		}
		if !reflect.DeepEqual(now.said(), want.said()) {
			return nil, ErrForm
		}
	}
	return then, nil
}

// said is what a document says, without its places.
func (d *Document) said() Document {
	s := *d
	s.dated, s.at, s.sum, s.state, s.note = false, record.Value{}, record.Value{}, record.Value{}, record.Value{}
	return s
}

// lines are those of the document in the file.
func (d *Document) lines() []string {
	lines := []string{"number: " + record.Quoted(d.Number), "kind: " + d.Kind}
	say := func(key, value string) {
		if value != "" {
			value = record.Scalar(value)
		}
		lines = append(lines, strings.TrimRight(key+": "+value, " "))
	}
	say("symbol", d.Symbol)
	if !d.Date.IsZero() {
		lines = append(lines, "date: "+d.Date.Slashed())
	}
	say("title", d.Title)
	say("subject", d.Subject)
	say("signer", d.Signer)
	if len(d.Recipients) > 0 {
		lines = append(lines, "recipients:")
	}
	for _, to := range d.Recipients {
		lines = append(lines, "  - "+record.Scalar(to))
	}
	say("keeper", d.Keeper)
	say("copies", d.Copies)
	sent := ""
	if !d.Sent.IsZero() {
		sent = d.Sent.Slashed()
	}
	lines = append(lines, strings.TrimRight("sent: "+sent, " "))
	say("note", d.Note)
	say("state", d.State.String())
	if d.First {
		lines = append(lines, "first: yes")
	}
	if d.Record == "" {
		return lines
	}
	say("record", d.Record)
	say("code", d.Code)
	lines = append(lines, "sum: "+record.Quoted(d.Sum), "files:")
	for _, f := range d.Files {
		lines = append(lines, "  - name: "+record.Scalar(f.Name), fmt.Sprintf("    size: %d", f.Size), "    sum: "+record.Quoted(f.Sum))
	}
	return lines
}

// Same reports whether two documents say the same.
func (d *Document) Same(other Document) bool { return reflect.DeepEqual(d.said(), other.said()) }
