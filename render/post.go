package render

import (
	"bytes"
	"encoding/csv"
	"errors"
	"path"
	"strings"

	"ketluan/render/ics"
	"ketluan/render/mail"
	"ketluan/render/record"
	"ketluan/render/tmpl"
)

// A Post is what goes to the units of a record, and how its files are called.
type Post struct {
	Template *tmpl.Template // of the e-mails
	Stem     string         // of the record's output
	Notice   *File          // the notice as it was signed, Suffix its whole name; nil makes it
	Moves    map[string]int // of deadlines, by the tasks' IDs
	Known    Known          // of the tasks, for the workbooks
}

// maxPost bounds what all drafts of a record hold, in bytes.
const maxPost = 512 << 20

// ErrTooMuch is said of a notice that goes to too many units for its size.
var ErrTooMuch = errors.New("the drafts would be too large together")

// A Posted is what one unit is sent.
type Posted struct {
	tmpl.Mail
	Files []File // the draft, then the calendar where it has a day
}

// Post makes the drafts to all units that answer for the record's tasks, with
// the notice and the workbook of each, and the list of them. Shared are the
// files that are no unit's own: the notice and the list.
func (r *Renderer) Post(rec *record.Record, p Post) (posted []Posted, shared []File, err error) {
	in := func(f File) File {
		f.Folder = p.Template.Folder()
		return f
	}
	notice, err := r.noticeOf(rec, p)
	if err != nil {
		return nil, nil, err
	}
	if p.Notice == nil {
		shared = append(shared, in(File{Suffix: strings.TrimPrefix(notice.Name, p.Stem), Bytes: notice.Bytes}))
	}
	sheets, err := workbooks(r.options.Workbooks[0], r.xlsx[0], p.Known, rec)
	if err != nil {
		return nil, nil, err
	}
	if len(notice.Bytes)*len(sheets) > maxPost {
		return nil, nil, ErrTooMuch
	}
	next := 0
	mails, err := p.Template.Mails(rec, func(slug string, events bool) tmpl.Attached {
		a := tmpl.Attached{Mail: p.Stem + "-" + slug + ".eml", Notice: notice.Name, Workbook: p.Stem + sheets[next].Suffix}
		if events {
			a.Calendar = p.Stem + "-" + slug + ".ics"
		}
		next++
		return a
	})
	if err != nil {
		return nil, nil, err
	}
	rows := [][]string{p.Template.MailColumns()}
	for i, m := range mails {
		posted = append(posted, Posted{m, nil})
		rows = append(rows, m.Row)
		for _, f := range draft(m, p.Moves, notice, mail.Attachment{Name: m.Attached.Workbook, Type: xlsxType, Bytes: sheets[i].Bytes}) {
			f.Suffix = strings.TrimPrefix(f.Suffix, p.Stem)
			posted[i].Files = append(posted[i].Files, in(f))
		}
		posted[i].Files = append(posted[i].Files, in(sheets[i]))
	}
	if len(rows[0]) == 0 {
		return posted, shared, nil
	}
	list, err := listOf(rows)
	return posted, append(shared, in(File{Suffix: p.Template.Suffix() + ".csv", Bytes: list})), err
}

// noticeOf is the notice that goes along: the signed one, or one that is made.
func (r *Renderer) noticeOf(rec *record.Record, p Post) (mail.Attachment, error) {
	const pdfType = "application/pdf"
	if p.Notice != nil {
		return mail.Attachment{Name: p.Notice.Suffix, Type: pdfType, Bytes: p.Notice.Bytes}, nil
	}
	made, err := r.document(r.Document(rec), rec)
	if err == nil && len(made) == 0 {
		err = errors.New("the template makes no notice of the record")
	}
	if err != nil {
		return mail.Attachment{}, err
	}
	return mail.Attachment{Name: p.Stem + made[0].Suffix, Type: pdfType, Bytes: made[0].Bytes}, nil
}

// xlsxType is that of workbooks in e-mails.
const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

// draft makes the draft of an e-mail, and the calendar that goes along.
func draft(m tmpl.Mail, moves map[string]int, attachments ...mail.Attachment) []File {
	message := mail.Message{To: mail.Address{Name: m.Unit.Current().Name, Email: m.To}, Subject: m.Subject, Text: m.Body, Attachments: attachments}
	var files []File
	if len(m.Events) > 0 {
		days := ics.Calendar{Name: m.Calendar}
		for _, e := range m.Events {
			days.Events = append(days.Events, ics.Event{
				UID: e.UID, Sequence: moves[e.Task], Stamp: e.Stamp, Day: e.Day, Summary: e.Summary, Description: e.Description, Remind: e.Remind,
			})
		}
		files = append(files, File{Suffix: m.Attached.Calendar, Bytes: days.Bytes()})
		message.Attachments = append(message.Attachments, mail.Attachment{Name: path.Base(m.Attached.Calendar), Type: ics.Type, Bytes: files[0].Bytes})
	}
	return append([]File{{Suffix: m.Attached.Mail, Bytes: message.Bytes()}}, files...)
}

// listOf writes a table as spreadsheets and mail merges read it: UTF-8 with its
// mark, commas, CRLF. What would be a formula is a text.
func listOf(rows [][]string) ([]byte, error) {
	b := bytes.NewBufferString("\uFEFF")
	w := csv.NewWriter(b)
	w.UseCRLF = true
	for _, row := range rows {
		for i, cell := range row {
			if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
				row[i] = "'" + cell
			}
		}
	}
	err := w.WriteAll(rows)
	return b.Bytes(), err
}

// Answer makes the answer to a reply that has something wrong with it: as text,
// and as the draft of an e-mail; none where the unit can do nothing about it.
// Suffixes are what comes behind the reply's name.
func Answer(t *tmpl.Template, rec *record.Record, r tmpl.Reply) ([]File, error) {
	m, ok, err := t.Answer(rec, r)
	if err != nil || !ok {
		return nil, err
	}
	message := mail.Message{Subject: m.Subject, Text: m.Body}
	if m.Unit != nil {
		message.To = mail.Address{Name: m.Unit.Current().Name, Email: m.To}
	}
	// a text of Windows, with the mark by which Notepad knows UTF-8
	words := "\uFEFF" + strings.ReplaceAll(m.Subject+"\n\n"+m.Body, "\n", "\r\n")
	return []File{{Suffix: t.Suffix() + ".txt", Bytes: []byte(words)}, {Suffix: t.Suffix() + ".eml", Bytes: message.Bytes()}}, nil
}
