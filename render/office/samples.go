package office

import (
	"strings"

	"ketluan/render/calendar"
	"ketluan/render/problem"
	"ketluan/render/record"
)

// maxSampled is how many conclusions a record may have for its samples to be looked
// for: the first record of an office has six.
const maxSampled = 200

// samples returns the conclusions that still say, to the letter, what the first
// record of an office has for an example, by their fields. Those that no office
// would write by chance name a unit of it and a day; without one of these nothing
// is an example.
func samples(rec *record.Record) map[string]*record.Item {
	all := map[string]*record.Item{}
	if rec == nil || len(rec.Units) == 0 || rec.MeetingDate.IsZero() {
		return all
	}
	said, last := 0, calendar.WorkingDay(rec.MeetingDate, 20).Slashed()
	var own []*record.Item
	rec.EachItem(func(it *record.Item) {
		own = append(own, it)
		if strings.Contains(it.Text, "trước ngày "+last) {
			said++
		}
	})
	if said == 0 || len(own) > maxSampled {
		return all
	}
	first := sampled(rec)
	dated := false
	for _, it := range own {
		if it.Text != "" && first[it.Text] {
			all[it.Field()] = it
			dated = dated || strings.Contains(it.Text, last)
		}
	}
	if !dated {
		clear(all)
	}
	return all
}

// sampled are the texts of the first record of an office like that of a record.
func sampled(rec *record.Record) map[string]bool {
	var units []string
	for _, u := range rec.Units {
		if len(u.Members) == 0 && !u.Everybody && len(units) < 2 {
			units = append(units, u.Name)
		}
	}
	a := Answers{"agency": rec.Agency.Name, "parent": "-", "code": "X", "place": "X", "position": "X", "signer": "X", "units": strings.Join(units, ";"), "meeting-date": rec.MeetingDate.Slashed()}
	texts := map[string]bool{}
	if len(unitsIn(a["units"])) == 0 {
		return texts
	}
	files := firstFiles(a)
	made, _ := record.Parse(files[1].Bytes, record.Source{Name: files[1].Name, Open: func(string) ([]byte, error) { return files[0].Bytes, nil }})
	if made == nil {
		return texts
	}
	made.EachItem(func(it *record.Item) { texts[it.Text] = true })
	return texts
}

// sampleProblems tell of the examples that a record still has.
func sampleProblems(rec *record.Record) (all []problem.Problem) {
	left := samples(rec)
	rec.EachItem(func(it *record.Item) {
		if left[it.Field()] != nil {
			all = append(all, rec.Problem(it.Field()+".text", problem.Textf("còn dòng mẫu của bản ghi đầu tiên", "this is still an example of the first record"),
				problem.Textf("thay bằng kết luận thật, hoặc bỏ mục này", "put what was concluded in its place, or take it away")))
		}
	})
	return all
}
