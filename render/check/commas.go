package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ketluan/render/problem"
	"ketluan/render/record"
)

// checkCommas finds names that a comma between [ and ] has parted, and names
// that none has.
func checkCommas(n *notice, f *found) {
	passages := n.rec.Passages()
	known := slices.ContainsFunc(passages, func(p *record.Passage) bool {
		return strings.HasPrefix(p.Field, "units") || strings.HasPrefix(p.Field, "groups")
	})
	for i := 0; i < len(passages); i++ {
		end := i
		for end+1 < len(passages) && torn(passages[i], passages[end], passages[end+1], known) {
			end++
		}
		if end > i {
			reportTorn(f, passages[i:end+1])
			i = end
		} else if !known {
			checkTogether(f, passages[i])
		}
	}
}

// torn reports whether a comma parts next from last, and it looks like the rest
// of the text that begins with first. Known is whether only units of a list are
// taken for the names of units.
func torn(first, last, next *record.Passage, known bool) bool {
	if !next.Parted || next.File != last.File {
		return false
	}
	switch field := lastPart(next.Field); {
	case field == "recipients":
		return record.Continues(first.Text, next.Text) && (startsSmall(next.Text) || strings.Contains(next.Text, " và ")) || archives(first.Text) && isCode(next.Text)
	case field == "aliases":
		return record.Continues(first.Text, next.Text) && strings.Contains(next.Text, " và ")
	case strings.HasPrefix(next.Field, "units["), !known && (field == "lead" || field == "partners"):
		return record.Continues(first.Text, next.Text)
	case slices.Contains(peopleFields, field):
		return tornPerson(first, next)
	case field == "opening" || field == "closing" || field == "conclusions" || field == "items":
		return startsSmall(next.Text)
	}
	return false
}

func startsSmall(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(c)
}

// archives reports the line of the archive: "Lưu: VT, VP".
func archives(s string) bool { return strings.HasPrefix(s, "Lưu") }

// isCode reports an abbreviation of a unit.
func isCode(s string) bool { return s == strings.ToUpper(s) && !strings.Contains(s, " ") }

func reportTorn(f *found, pieces []*record.Passage) {
	var parts, shown []string
	for i, p := range pieces {
		parts = append(parts, p.Text)
		if i < maxPieces {
			shown = append(shown, record.Quoted(short(p.Text)))
		}
	}
	if len(pieces) > maxPieces {
		shown = append(shown, "…")
	}
	first, whole := pieces[0], strings.Join(parts, ", ")
	f.in(first, len(first.Text), len(first.Text), problem.Textf("dấu phẩy trong [ ] tách chỗ này thành %d: %s", "the comma between [ and ] makes %d of this: %s", len(parts), strings.Join(shown, ", ")),
		problem.Textf("nếu là một thì đặt trong ngoặc kép: [%s]; nếu là nhiều thì ghi mỗi cái một dòng sau dấu -", "if it is one put it in quotes: [%s]; if they are several write each on a line of its own behind a -", record.Quoted(short(whole))))
}

// maxPieces is how many pieces of a name a message shows.
const maxPieces = 4

// checkTogether finds two names on one line where every name is a unit:
// "Phòng Tổng hợp, Phòng Ngân sách".
func checkTogether(f *found, p *record.Passage) {
	if field := lastPart(p.Field); field != "lead" && field != "partners" {
		return
	}
	from := 0
	for part := range strings.FieldsFuncSeq(p.Text, func(c rune) bool { return c == ',' || c == ';' }) {
		at := strings.Index(p.Text[from:], part) + from
		first := from == 0
		from = at + len(part)
		name := strings.TrimSpace(part)
		if !record.BeginsName(name) || startsSmall(name) || strings.HasPrefix(name, "Các ") {
			if first {
				return
			}
			continue
		}
		if !first {
			f.in(p, at-1, at, problem.Textf("ở đây là một đơn vị tên %q, có một bảng báo cáo", "this is one unit called %q, with one workbook", short(p.Text)),
				problem.Textf("nếu là nhiều đơn vị thì ghi mỗi đơn vị một dòng sau dấu -, hoặc trong [ ]", "if they are several units write each on a line of its own behind a -, or between [ and ]"))
			return
		}
	}
}
