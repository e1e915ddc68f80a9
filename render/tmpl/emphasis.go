package tmpl

import (
	"slices"
	"strings"
	"unicode/utf8"

	"ketluan/render/record"
)

// The edges of what is emphasised, on the way from the record through the texts
// of a template to the spans of a paragraph. They are private characters, which
// no record holds; everything but a paragraph gets the words alone.
const (
	boldBegins   = '\uE000'
	boldEnds     = '\uE001'
	italicBegins = '\uE002'
	italicEnds   = '\uE003'
	edges        = "\uE000\uE001\uE002\uE003"
)

// marked returns a text with the edges of its runs.
func marked(text string, runs []record.Run) string {
	if len(runs) == 0 {
		return text
	}
	ends, begins := slices.Clone(runs), slices.Clone(runs)
	slices.Reverse(ends) // the inner ones end first
	slices.SortStableFunc(ends, func(a, b record.Run) int { return a.To - b.To })
	slices.SortStableFunc(begins, func(a, b record.Run) int { return a.From - b.From })
	var b strings.Builder
	for at := 0; at <= len(text); at++ {
		for ; len(ends) > 0 && ends[0].To == at; ends = ends[1:] {
			b.WriteRune(edge(ends[0], boldEnds, italicEnds))
		}
		for ; len(begins) > 0 && begins[0].From == at; begins = begins[1:] {
			b.WriteRune(edge(begins[0], boldBegins, italicBegins))
		}
		if at < len(text) {
			b.WriteByte(text[at])
		}
	}
	return b.String()
}

func edge(run record.Run, bold, italic rune) rune {
	if run.Bold {
		return bold
	}
	return italic
}

// allMarked marks the texts of a list.
func allMarked(texts []string, emphasis [][]record.Run) []string {
	all := make([]string, len(texts))
	for i, text := range texts {
		all[i] = text
		if i < len(emphasis) {
			all[i] = marked(text, emphasis[i])
		}
	}
	return all
}

// wordsAlone returns a marked text without its edges.
func wordsAlone(s string) string {
	if !hasEdges(s) {
		return s
	}
	return strings.Map(func(c rune) rune {
		if strings.ContainsRune(edges, c) {
			return -1
		}
		return c
	}, s)
}

// hasEdges is quick to see that a text has none: no other character of a record
// begins with their first byte.
func hasEdges(s string) bool { return strings.IndexByte(s, 0xEE) >= 0 }

// A piece is a part of a marked text in one face.
type piece struct {
	text         string
	bold, italic bool
}

// pieces parts a marked text where its face changes.
func pieces(s string) []piece {
	if !hasEdges(s) {
		return []piece{{text: s}}
	}
	var all []piece
	var face piece
	for {
		i := strings.IndexAny(s, edges)
		if i < 0 {
			break
		}
		if i > 0 {
			all = append(all, piece{s[:i], face.bold, face.italic})
		}
		c, size := utf8.DecodeRuneInString(s[i:])
		switch c {
		case boldBegins, boldEnds:
			face.bold = c == boldBegins
		case italicBegins, italicEnds:
			face.italic = c == italicBegins
		}
		s = s[i+size:]
	}
	if s != "" {
		all = append(all, piece{s, face.bold, face.italic})
	}
	return all
}
