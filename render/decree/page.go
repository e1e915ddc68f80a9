package decree

import (
	"math"
	"strconv"
	"strings"

	"ketluan/render/doc"
	"ketluan/render/pdf/read"
)

// families are Times New Roman and faces of the same widths that stand for it.
var families = []string{"timesnewroman", "times-", "liberationserif", "tinos", "nimbusroman", "termes"}

var pageRules = []rule{
	{"PG-01", "Phụ lục I, I.1", nil, text("khổ giấy A4", "A4 paper"), func(n *notice, f *faults) {
		for i, p := range n.file.Pages {
			if !within(p.Width, 210, 210, placeOff) || !within(p.Height, 297, 297, placeOff) {
				f.add(i+1, "trang %.1f x %.1f mm, phải là 210 x 297", "the page is %.1f x %.1f mm, not 210 x 297", p.Width, p.Height)
			}
		}
	}},
	{"PG-02", "Phụ lục I, I.3", nil, text("lề trên 20-25 mm", "top margin 20-25 mm"), func(n *notice, f *faults) {
		for i, lines := range n.lines {
			if len(lines) == 0 {
				continue
			}
			top := lines[0].top()
			for _, l := range lines {
				top = min(top, l.top())
			}
			if top < 20-placeOff || i == 0 && top > 25+placeOff {
				f.add(i+1, "chữ bắt đầu cách mép trên %.1f mm", "text begins %.1f mm from the top edge", top)
			}
		}
	}},
	{"PG-03", "Phụ lục I, I.3", nil, text("lề dưới từ 20 mm", "bottom margin of at least 20 mm"), func(n *notice, f *faults) {
		for i, lines := range n.lines {
			for _, l := range lines {
				if space := n.file.Pages[i].Height - l.bottom(); space < 20-placeOff {
					f.add(i+1, "chữ cách mép dưới %.1f mm: %q", "text %.1f mm from the bottom edge: %q", space, short(l.text))
					break
				}
			}
		}
	}},
	{"PG-04", "Phụ lục I, I.3", nil, text("lề trái 30-35 mm", "left margin 30-35 mm"), func(n *notice, f *faults) {
		if len(n.body) == 0 {
			f.missing()
			return
		}
		if !within(n.left, 30, 35, placeOff) {
			f.add(0, "lề trái %.1f mm", "the left margin is %.1f mm", n.left)
		}
	}},
	{"PG-05", "Phụ lục I, I.3", nil, text("lề phải 15-20 mm", "right margin 15-20 mm"), func(n *notice, f *faults) {
		if len(n.body) == 0 {
			f.missing()
			return
		}
		if margin := n.file.Pages[0].Width - n.right; !within(margin, 15, 20, placeOff) {
			f.add(0, "lề phải %.1f mm", "the right margin is %.1f mm", margin)
		}
	}},
	{"PG-06", "Phụ lục I, I.4", nil, text("phông Times New Roman", "Times New Roman"), func(n *notice, f *faults) {
		for _, font := range n.file.Fonts {
			switch {
			case isTimes(font.Name) || n.silent[font]:
			case isCourier(font.Name): // what signing tools print in
				f.warn(0, "phông %s", "the font %s", font.Name)
			default:
				f.add(0, "phông %s", "the font %s", font.Name)
			}
		}
	}},
	{"PG-07", "Phụ lục I, I.4", nil, text("chữ màu đen", "black text"), func(n *notice, f *faults) {
		for i, p := range n.file.Pages {
			for _, t := range p.Texts {
				if !t.Black && strings.TrimSpace(t.Text) != "" {
					f.add(i+1, "chữ không đen: %q", "text that is not black: %q", short(t.Text))
					break
				}
			}
		}
	}},
	{"PG-09", "Phụ lục I, I.7", nil, text("số trang 13-14, đứng, giữa lề trên, từ trang 2", "page numbers of 13-14 pt, upright, centred in the top margin, from page 2"), checkPageNumbers},
	{"PG-10", "Phụ lục I, I.7", nil, text("trang 1 không có số trang", "no number on page 1"), func(n *notice, f *faults) {
		for _, l := range n.pageNumbers {
			if l.page == 1 {
				f.add(1, "trang 1 có số %s", "page 1 has the number %s", l.text)
			}
		}
	}},
	{"EF-03", "Phụ lục I, I.4", nil, text("phông nhúng trong tệp", "fonts within the file"), func(n *notice, f *faults) {
		for _, font := range n.file.Fonts {
			switch {
			case font.Embedded || n.silent[font]:
			case isCourier(font.Name) || isNewRoman(font.Name):
				f.warn(0, "phông %s không nhúng", "the font %s is not embedded", font.Name)
			default:
				f.add(0, "phông %s không nhúng", "the font %s is not embedded", font.Name)
			}
		}
	}},
}

// silent returns the faces in which a file shows nothing but blanks.
func silent(file *read.File) map[*read.Font]bool {
	all := map[*read.Font]bool{}
	for _, font := range file.Fonts {
		all[font] = true
	}
	for _, p := range file.Pages {
		for _, t := range p.Texts {
			if all[t.Font] && strings.TrimSpace(t.Text) != "" {
				all[t.Font] = false
			}
		}
	}
	return all
}

func isCourier(name string) bool { return strings.Contains(strings.ToLower(name), "courier") }

// isNewRoman reports Times New Roman itself, which Word leaves out of some files,
// and every Windows has.
func isNewRoman(name string) bool {
	return strings.Contains(strings.ReplaceAll(strings.ToLower(name), " ", ""), "timesnewroman")
}

func isTimes(name string) bool {
	name = strings.ReplaceAll(strings.ToLower(name), " ", "")
	for _, family := range families {
		if strings.Contains(name, family) {
			return true
		}
	}
	return false
}

func checkPageNumbers(n *notice, f *faults) {
	if len(n.lines) < 2 {
		f.missing()
	}
	middle := n.middleOfPage()
	if len(n.body) > 0 {
		middle = (n.left + n.right) / 2
	}
	for page := 2; page <= len(n.lines); page++ {
		var found *line
		for _, l := range n.pageNumbers {
			if l.page == page {
				found = l
			}
		}
		switch {
		case found == nil:
			f.add(page, "không có số trang", "there is no page number")
		case found.text != strconv.Itoa(page):
			f.add(page, "số trang là %s", "the page number is %s", found.text)
		case !isSize(found, 13, 14) || found.italic || found.bold:
			f.add(page, "số trang cỡ %.1f, đậm hoặc nghiêng", "the page number is of %.1f pt, bold or italic", found.size)
		case math.Abs(float64(found.centre()-middle)) > float64(centreOff) && math.Abs(float64(found.centre()-n.middleOfPage())) > float64(centreOff):
			f.add(page, "số trang không ở giữa", "the page number is not in the middle")
		}
	}
}

// short cuts a text for a message.
func short(s string) string {
	if runes := []rune(s); len(runes) > 40 {
		return string(runes[:40]) + "…"
	}
	return s
}

func apart(a, b doc.MM) doc.MM { return doc.MM(math.Abs(float64(a - b))) }
