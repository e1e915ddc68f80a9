package wording

import (
	"slices"

	"ketluan/render/calendar"
	"ketluan/render/record"
)

// maxAbove is how many words of what stands above an item are searched for the
// words of its deadline.
const maxAbove = 2000

// A passage is what the heading and the text of one item say, and below which
// other it stands.
type passage struct {
	above   *passage
	units   map[*record.Unit]bool
	current map[*record.Unit]bool // that took named units over
	anyone  bool                  // "các đơn vị", "các sở, ban, ngành"
	words   []word
	times   *times          // once they are asked for: by tasks with a deadline
	told    record.Deadline // of the task, where a sentence of ours says it
}

// times are what words say of time.
type times struct {
	ends    map[when]bool // a deadline may end with them
	phrases []string      // the words, times in one form
}

// read reads what an item says.
func (d *directory) read(it *record.Item, above *passage) *passage {
	p := &passage{above: above, units: map[*record.Unit]bool{}, current: map[*record.Unit]bool{}, words: wordsOf(it.Heading + "\n" + it.Text)}
	d.named(p.words, p.name)
	p.anyone = namesAnyone(p.words)
	return p
}

// timed returns what p says of time.
func (p *passage) timed() *times {
	if p.times != nil {
		return p.times
	}
	t := &times{ends: map[when]bool{}}
	t.phrases = phrases(p.words, func(w when, before []string) {
		if mayEnd(w, before) {
			t.ends[w] = true
		}
		if part := partOfMonth(w, before); part != (when{}) {
			t.ends[part] = true
		}
	})
	p.times = t
	return t
}

// general are pairs of words that mean all of a kind behind "các".
var general = map[[2]string]bool{
	{"đơn", "vị"}: true, {"cơ", "quan"}: true, {"ban", "ngành"}: true, {"phòng", "ban"}: true, {"địa", "phương"}: true,
}

// namesAnyone reports words that mean all: "các sở, ban, ngành", "các phòng,
// đơn vị", "đơn vị liên quan".
func namesAnyone(words []word) bool {
	left := 0 // words in which the plural holds
	for i, w := range words {
		if w.before >= colon {
			left = 0
		}
		if w.many {
			left = 6
		}
		if i+1 < len(words) && (left > 0 || i+3 < len(words) && words[i+2].s == "liên" && words[i+3].s == "quan") &&
			general[[2]string{w.s, words[i+1].s}] {
			return true
		}
		left--
	}
	return false
}

// phrases returns the words with what they say of time in one form, without
// the "ngày" before it, and calls see with each such and the words before it.
func phrases(words []word, see func(w when, before []string)) []string {
	all := make([]string, 0, len(words))
	for i := 0; i < len(words); {
		w, n := whenAt(words[i:])
		if n == 0 {
			all = append(all, words[i].s)
			i++
			continue
		}
		if last := len(all) - 1; last >= 0 && all[last] == "ngày" {
			all = all[:last]
		}
		see(w, all)
		all = append(all, w.String())
		i += n
	}
	return all
}

func wordBefore(before []string) string {
	if len(before) == 0 {
		return ""
	}
	return before[len(before)-1]
}

// until are the words behind which a month, a quarter or a year is a deadline
// and not what the task is about (kế hoạch quý IV).
var until = map[string]bool{
	"trong": true, "hết": true, "cuối": true, "đến": true, "tới": true, "vào": true, "xong": true, "thành": true, "hạn": true, "nhất": true,
}

// leading are the words that the words of a deadline may begin with or not.
var leading = map[string]bool{"trong": true, "trước": true, "ngày": true, "chậm": true, "muộn": true, "nhất": true, "đến": true, "hết": true, "vào": true, "xong": true}

func mayEnd(w when, before []string) bool {
	last := wordBefore(before)
	if w.day > 0 {
		return last != "từ" && last != "sau"
	}
	return until[last]
}

// partOfMonth is the day that "đầu" and "giữa" mean before a month, its first
// and its 15th (Bộ luật Dân sự, điều 146.3).
func partOfMonth(w when, before []string) when {
	if w.month == 0 || w.day > 0 {
		return when{}
	}
	switch wordBefore(before) {
	case "đầu":
		w.day = 1
	case "giữa":
		w.day = 15
	default:
		return when{}
	}
	return w
}

// names reports whether p or what stands above it names a unit, by itself or by
// a group it belongs to.
func (d *directory) names(p *passage, u *record.Unit) bool {
	for ; p != nil; p = p.above {
		if p.saysUnit(u) || slices.ContainsFunc(d.groups[u], func(g *record.Unit) bool { return p.units[g] }) || p.saysMembers(u) {
			return true
		}
	}
	return false
}

// maxFormer is how many successors of a unit are followed.
const maxFormer = 8

func (p *passage) name(u *record.Unit) {
	p.units[u] = true
	for range maxFormer {
		if u = u.Successor; u == nil {
			return
		}
		p.current[u] = true
	}
}

// saysUnit reports whether p names u, one that u took over, or one that took u
// over.
func (p *passage) saysUnit(u *record.Unit) bool {
	if p.current[u] {
		return true
	}
	for range maxFormer {
		if p.units[u] {
			return true
		}
		if u.Successor == nil {
			break
		}
		u = u.Successor
	}
	return false
}

// saysMembers reports whether p means a group: all in general, or each member.
func (p *passage) saysMembers(group *record.Unit) bool {
	n := len(group.Members)
	if n == 0 {
		return false
	}
	return p.anyone || n <= min(maxName, len(p.units)) && !slices.ContainsFunc(group.Members, func(u *record.Unit) bool { return !p.saysUnit(u) })
}

// saysDeadline reports whether p or what stands above it says a deadline: by its
// words, or by its last day. Meeting is from which a day without a year counts.
func (p *passage) saysDeadline(d record.Deadline, meeting calendar.Date) bool {
	for q := p; q != nil; q = q.above {
		if q.told == d || !d.Day.IsZero() && q.saysDay(d.Day, meeting) {
			return true
		}
	}
	words, most := core(phrases(wordsOf(d.Words), func(when, []string) {}), d), -1
	for ; p != nil; p = p.above {
		if contains(p.timed().phrases, words, most) {
			return true
		}
		most = maxAbove
	}
	return false
}

// core leaves out what adds nothing to the words of a deadline. One day is
// looked for as a day only.
func core(words []string, d record.Deadline) []string {
	for len(words) > 3 && leading[words[0]] {
		words = words[1:]
	}
	if d.Day.IsZero() && len(words) > 2 && words[0] == "định" && words[1] == "kỳ" {
		words = words[2:]
	}
	if !d.Day.IsZero() && len(words) < 2 {
		return nil
	}
	return words[:min(len(words), maxName)]
}

func contains(text, words []string, most int) bool {
	if len(words) == 0 {
		return false
	}
	if most >= 0 {
		text = text[:min(len(text), most)]
	}
	for ; len(text) >= len(words); text = text[1:] {
		if slices.Equal(text[:len(words)], words) {
			return true
		}
	}
	return false
}

// saysDay reports whether p names the day d, or a time that ends with it. What
// has no year is the next after the meeting; a deadline before the meeting is
// carried over, and any year may be meant.
func (p *passage) saysDay(d, meeting calendar.Date) bool {
	ends := p.timed().ends
	month, quarter, year := when{month: d.Month}, when{quarter: (d.Month + 2) / 3}, when{year: d.Year}
	for _, w := range []when{{month: d.Month, day: d.Day}, month, quarter, year} {
		if w.last(d.Year) != d {
			continue
		}
		dated := w
		dated.year = d.Year
		if ends[dated] {
			return true
		}
		if near := meeting.IsZero() || d.Before(meeting) || w.last(d.Year-1).Before(meeting); w != year && near && ends[w] {
			return true
		}
	}
	return false
}
