package report

import (
	"strconv"
	"strings"

	"ketluan/render/calendar"
	"ketluan/render/problem"
	"ketluan/render/record"
)

// A Kind is how the values of a field are read, and what they are where they
// leave the program. Of what is no value of the kind a reading tells, and
// returns nil.
type Kind interface {
	Read(v record.Value) Value // in a ledger
	Cell(c Cell) Value         // in a workbook that came back; c is not empty
	Plain(v Value) any         // as templates have it; nil is the zero of its type
	JSON(v Value) any          // as status prints it
}

type (
	ofStates   struct{}
	ofPercents struct{}
	ofTexts    struct{}

	// ofDays takes the days that are allowed; one that is not is told.
	ofDays struct {
		allowed func(c Cell, d calendar.Date) bool
	}
)

func (ofStates) Read(v record.Value) Value {
	s := v.Line()
	if s == "" {
		return nil
	}
	for _, state := range States() {
		if strings.EqualFold(state.String(), s) {
			return state
		}
	}
	v.Problem(problem.Textf("%q không phải trạng thái", "%q is no state", s), problem.Textf("một trong: %s", "one of: %s", strings.Join(choices(), "; ")))
	return nil
}

func (ofStates) Plain(v Value) any { s, _ := v.(State); return s }
func (ofStates) JSON(v Value) any  { s, _ := v.(State); return s.String() }

func (ofPercents) Read(v record.Value) Value {
	s := v.Line()
	if s == "" {
		return nil
	}
	n, err := strconv.Atoi(strings.TrimSpace(strings.TrimSuffix(s, "%")))
	if err != nil || n < 0 || n > 100 {
		v.Problem(problem.Textf("%q không phải phần trăm", "%q is no percentage", s), problem.Textf("số nguyên từ 0 đến 100", "a whole number from 0 to 100"))
		return nil
	}
	return Percent(n)
}

func (ofPercents) Plain(v Value) any { return Values{PercentKey: v}.Percent() }
func (ofPercents) JSON(v Value) any  { return Values{PercentKey: v}.Percent() }

func (ofDays) Read(v record.Value) Value {
	if d := v.Date(); !d.IsZero() {
		return Day(d)
	}
	return nil
}

func (ofDays) Plain(v Value) any { d, _ := v.(Day); return calendar.Date(d) }

func (ofDays) JSON(v Value) any {
	if v == nil {
		return ""
	}
	return v.YAML()
}

func (ofTexts) Read(v record.Value) Value {
	if s := v.Text(); s != "" {
		return Text(s)
	}
	return nil
}

func (ofTexts) Plain(v Value) any { t, _ := v.(Text); return string(t) }
func (ofTexts) JSON(v Value) any  { t, _ := v.(Text); return string(t) }
