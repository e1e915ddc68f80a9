package tmpl

import (
	"strings"

	"ketluan/render/problem"
	"ketluan/render/record"
)

// eachReply makes an e-mail about each reply that has something wrong with it.
const eachReply = "reply"

// A rewording puts what the office is told to do into what a unit is asked for:
// a clause that has the words of of becomes Say; where there is none it goes.
type rewording struct {
	Of  string `yaml:"of"`
	Say string `yaml:"say"`
}

// A Reply is one that has something wrong with it.
type Reply struct {
	File     string // by its name
	Unit     string // by its name in the record; "" where that is not known
	Refused  bool   // nothing of it was taken
	Problems []problem.Problem
}

// An answerView is what an answer to a reply sees.
type answerView struct {
	*view
	Unit    *record.Unit // nil where nobody knows
	File    string
	Refused bool
	Places  []*answerPlace
}

// An answerPlace is something wrong at one place of a reply.
type answerPlace struct {
	Ordinal   int    // from 1
	Sheet     string // "" of the file as a whole
	Cell, Row string // one of them where there is a sheet; Cell may be a range
	Message   string
	Wanted    string // what the unit is asked for; often ""
}

// Answer fills t, which must make answers, in for a reply to a record. There is
// none to a unit that can do nothing about what is wrong.
func (t *Template) Answer(rec *record.Record, r Reply) (answer Mail, ok bool, err error) {
	dot := &answerView{view: newView(rec, t.file.Numbering), File: r.File, Refused: r.Refused}
	m := Mail{}
	for _, u := range rec.Units {
		if u.Name == r.Unit {
			m.Unit, m.To, m.Slug, dot.Unit = u, addressOf(u), slugOf(u), u
		}
	}
	for _, p := range r.Problems {
		place := &answerPlace{Ordinal: len(dot.Places) + 1, Message: p.Message.VI, Wanted: t.wanted(p.Hint.VI)}
		if p.Hint.VI != "" && place.Wanted == "" {
			continue // only the office can do something about it
		}
		if said := t.reworded(place.Message); said != "" {
			place.Message = said
		}
		if at := strings.LastIndexByte(p.Field, '!'); at >= 0 {
			place.Sheet, place.Cell = p.Field[:at], p.Field[at+1:]
			if strings.Trim(place.Cell, "0123456789") == "" {
				place.Cell, place.Row = "", place.Cell
			}
		}
		dot.Places = append(dot.Places, place)
	}
	if len(dot.Places) == 0 {
		return m, false, nil
	}
	return m, true, t.say(dot, &m)
}

// wanted rewords a hint for a unit.
func (t *Template) wanted(hint string) string {
	var clauses []string
	for clause := range strings.SplitSeq(hint, "; ") {
		if clause = t.reworded(clause); clause != "" {
			clauses = append(clauses, clause)
		}
	}
	return strings.Join(clauses, "; ")
}

func (t *Template) reworded(clause string) string {
	for _, r := range t.file.Mail.Wanted {
		before, after, found := strings.Cut(clause, r.Of)
		if found && r.Say == "" {
			return ""
		}
		if found {
			return before + r.Say + after
		}
	}
	return clause
}
