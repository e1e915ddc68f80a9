package record

import (
	"strings"

	"gopkg.in/yaml.v3"

	"ketluan/render/problem"
)

// keysOf lists the keys of a table by their English or their Vietnamese names,
// those first that a word is nearest to.
func keysOf[T any](fields []field[T], vietnamese bool, word string) string {
	keys := namesOf(fields, vietnamese)
	if word != "" {
		keys = problem.NearestFirst(word, keys)
	}
	return strings.Join(keys, ", ")
}

// namesOf returns the keys of a table in one language; a table that has no
// Vietnamese ones has its English ones in both.
func namesOf[T any](fields []field[T], vietnamese bool) []string {
	var keys []string
	for _, f := range fields {
		if name := f.key; !vietnamese {
			keys = append(keys, name)
		} else if f.vi != "" {
			keys = append(keys, f.vi)
		}
	}
	if len(keys) == 0 {
		return namesOf(fields, false)
	}
	return keys
}

// unknownKey reports a key of the mapping n that the table does not have, with
// the nearest that it has. A long one is rather the start of a text with a
// colon in it.
func unknownKey[T any](r *reader, n, key, value *yaml.Node, path string, fields []field[T]) {
	if r.parser.full() { // nobody reads its hint
		r.parser.dropped++
		return
	}
	inVietnamese := vietnamese(r, n, key, fields)
	near := problem.Nearest(key.Value, namesOf(fields, inVietnamese))
	if near == "" {
		near = problem.Nearest(key.Value, namesOf(fields, !inVietnamese))
	}
	var hint problem.Text
	switch {
	case near != "":
		hint = problem.Textf("có phải %q không?", "is it %q?", near)
	case strings.Contains(key.Value, " ") && strings.Contains(path, "[") && value.Kind == yaml.ScalarNode:
		hint = problem.Textf("nếu là lời văn có dấu hai chấm thì đặt trong ngoặc kép: %s", "if it is a text with a colon put it in quotes: %s", Quoted(key.Value+": "+value.Value))
	default: // outside of items no text stands without a key
		hint = problem.Textf("các khóa ở đây: %s", "the keys here: %s", keysOf(fields, inVietnamese, key.Value))
	}
	r.problem(key, path, problem.Textf("không có mục nào tên %q", "there is no field %q", short(key.Value)), hint)
}

// vietnamese reports whether a key that is not known was meant to be one of the
// Vietnamese: it has their letters, or most keys beside it are in Vietnamese,
// or where that does not tell some of the file so far.
func vietnamese[T any](r *reader, n, key *yaml.Node, fields []field[T]) bool {
	if !isASCII(key.Value) {
		return true
	}
	vi, en := 0, 0
	for i := 0; i+1 < len(n.Content) && i < 2*maxBeside; i += 2 {
		switch word := n.Content[i].Value; {
		case !isASCII(word):
			vi++
		case lookUp(fields, word) != nil:
			en++
		}
	}
	return vi > en || vi == en && len(r.written) > 0
}

// maxBeside is how many keys tell the language of one: more than any table has.
const maxBeside = 60

// keysOfRecords is every key that a record or a profile may have, by both its names.
var keysOfRecords = func() map[string]bool {
	keys := map[string]bool{}
	addKeys(keys, recordFields)
	addKeys(keys, agencyFields)
	addKeys(keys, groupFields)
	addKeys(keys, signerFields)
	addKeys(keys, itemFields(0))
	addKeys(keys, meetingFields)
	addKeys(keys, personFields)
	addKeys(keys, sessionFields)
	addKeys(keys, statementFields)
	addKeys(keys, paperFields)
	return keys
}()

func addKeys[T any](keys map[string]bool, fields []field[T]) {
	for _, f := range fields {
		keys[f.key] = true
		if f.vi != "" {
			keys[f.vi] = true
		}
	}
}
