package layout

import "ketluan/render/doc"

// paginate fills pages with strips from first to last, and ends each page at
// the last place where it may end.
func paginate(p doc.Page, strips []strip) []Page {
	var pages []Page
	for from := 0; from < len(strips) || len(pages) == 0; {
		to := pageEnd(strips, from, p.TextHeight(), len(pages) > 0, slack{})
		page := Page{Width: p.Width, Height: p.Height, number: 1}
		if len(pages) > 0 && !strips[from].newPage {
			page.number = pages[len(pages)-1].number + 1
		}
		var y doc.MM
		if len(pages) > 0 && from < len(strips) && strips[from].header != nil {
			h := again(strips[from].header.items)
			shift(h, p.Left, p.Top)
			page.Items = append(page.Items, h...)
			y = strips[from].header.height
		}
		for i, st := range strips[from:to] {
			if i > 0 || len(pages) == 0 {
				y += st.before
			}
			shift(st.items, p.Left, p.Top+y)
			page.Items = append(page.Items, st.items...)
			if st.counts {
				page.lines = append(page.lines, p.Top+y+st.baseline)
			}
			y += st.height
		}
		pages = append(pages, page)
		from = to
	}
	return pages
}

// wholeLines is up to how many lines a paragraph goes with the signature in one
// piece: programs that set the document again do not part it either.
const wholeLines = 6

// keepTails forbids page breaks that would leave a strip with fewer lines of
// text before it than its tail, or part a short paragraph among these.
func keepTails(strips []strip) {
	for i := range strips {
		lines, k := 0, i
		for ; k > 0 && lines < strips[i].tail; k-- {
			strips[k].breakable = false
			lines += strips[k-1].lines
		}
		for ; k < i && strips[k].nth > 0 && strips[k].of <= wholeLines; k-- {
			strips[k].breakable = false
		}
	}
}

// pageEnd returns the first strip that does not stand on the page that begins
// with from.
func pageEnd(strips []strip, from int, height doc.MM, dropBefore bool, sp slack) int {
	var y doc.MM
	if dropBefore && strips[from].header != nil {
		y = strips[from].header.height
	}
	end := from // the last place where the page may end
	for i := from; i < len(strips); i++ {
		if i > from && strips[i].newPage {
			return i
		}
		if i > from && strips[i].breakable {
			end = i
		}
		if i > from || !dropBefore {
			y += sp.before(&strips[i])
		}
		y += sp.height(&strips[i])
		if y > height+tolerance && i > from {
			if end == from {
				return i // what must stay together is taller than a page
			}
			return end
		}
	}
	return len(strips)
}
