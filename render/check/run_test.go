package check

import (
	"fmt"
	"reflect"
	"testing"

	"ketluan/render/check/lexicon"
	"ketluan/render/record"
)

// What a run remembers of other records changes nothing that is found.
func TestRun(t *testing.T) {
	var run Run
	sources := [][]byte{thirtyTasks(t)}
	for _, text := range []string{
		"Phòng A ứng dụng công nghê số; UBDN tỉnh gọp ý, chuyên đổi số.", "Phòng A củng cố, cũng cố tổ chức; nhân xét, nhận xét.",
		"Phòng A nhận xét công nghệ, công nghê của HDND tỉnh năm 2026.", "Phòng A hoãn thịên quyy trình, bổ xung hồ sơ.",
	} {
		sources = append(sources, []byte(sentence(text)))
	}
	for range 3 {
		for i, src := range sources {
			rec, problems := record.Parse(src, record.Source{Name: "a.yaml"})
			want, got := Record(rec, problems), run.Record(rec, problems)
			if len(want) == 0 || !reflect.DeepEqual(got, want) {
				t.Errorf("%d: %d findings, %d wanted", i, len(got), len(want))
			}
		}
	}
}

// A memory forgets all before it grows beyond its limits.
func TestMemoryForgets(t *testing.T) {
	m := &memory{guesses: map[surrounded]meaning{}, spelled: map[string]*spelling{}}
	for i := range maxGuesses {
		m.guesses[surrounded{lexicon.Syllable(i)}] = meaning{}
	}
	for i := range maxSpelled {
		m.spelled[fmt.Sprint(i)] = nil
	}
	words := wordsOf("KHOA học công nghê")
	m.spell(words)
	m.guessFor(standsOf(&record.Passage{Text: "KHOA học công nghê"}, words, nil)[1:6])
	if len(m.guesses) != 1 || len(m.spelled) > len(words) {
		t.Errorf("%d guesses, %d words", len(m.guesses), len(m.spelled))
	}
}
