package record

import (
	"regexp"
	"strings"

	"ketluan/render/problem"
)

// A task's ID ends in a check character behind its last hyphen:
// 2020-Q3/4.2-Z. It is that of ISO 7064 MOD 37,36, which finds every single
// wrong character and nearly every pair of neighbours that changed places.

// alphabet are the characters of ISO 7064 MOD 37,36, each at its value.
const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"

// The marks of an ID count as letters: no ID has both where one could be
// taken for the other.
var marks = strings.NewReplacer("/", "S", ".", "P", "-", "M", "_", "U")

// checked returns id with its check character.
func checked(id string) string { return id + "-" + string(checkCharacter(id)) }

// checkCharacter works the check character of an ID out, in capitals.
func checkCharacter(id string) byte {
	const m = len(alphabet)
	p := m
	for _, c := range []byte(strings.ToUpper(marks.Replace(id))) {
		s := p + max(strings.IndexByte(alphabet, c), 0)
		if s %= m; s == 0 {
			s = m
		}
		p = s * 2 % (m + 1)
	}
	return alphabet[(m+1-p)%m]
}

// CheckID reports whether the check character of a task's ID is the right
// one, in capitals or not.
func CheckID(id string) bool {
	i := strings.LastIndexByte(id, '-')
	return i > 0 && i == len(id)-2 && strings.EqualFold(id[i+1:], string(checkCharacter(id[:i])))
}

// FoldCode makes the codes of records, and the IDs of tasks, equal that differ
// in capitals only: an office has no two that do.
func FoldCode(code string) string { return strings.ToUpper(code) }

// idShape is how the ID of a task is written: the record's code, the place of
// the task in it, and the check character.
var idShape = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,39}/[0-9a-z]{1,6}(\.[0-9a-z]{1,6})*-[0-9A-Z]$`)

// identify gives a task that is carried over the ID that it came with, and
// reports one that two tasks have.
func (p *parser) identify(f *itemForm) {
	it := f.item
	at := f.at + ".id"
	if f.id != nil && !isEmpty(f.id) {
		id := strings.ToUpper(f.r.text(f.id, at))
		switch i := strings.LastIndexByte(id, '/'); {
		case !it.Task:
			f.r.problem(f.id, at, problem.Textf("mục này không phải nhiệm vụ nên không có mã", "this item is no task and has no ID"), problem.Textf("bỏ id, hoặc thêm text và lead", "leave id out, or add text and lead"))
			return
		case i < 0:
		default:
			id = f.r.text(f.id, at)[:i] + strings.ToLower(id[i:len(id)-1]) + id[len(id)-1:]
		}
		if !idShape.MatchString(id) || !CheckID(id) {
			f.r.problem(f.id, at, problem.Textf("mã nhiệm vụ %q gõ sai", "the ID %q is mistyped", short(f.r.text(f.id, at))), problem.Textf("chép nguyên mã trong thông báo hoặc bảng theo dõi trước, ví dụ 2020-Q3/4.2-Z", "copy the ID from the notice or the tracker before, as 2020-Q3/4.2-Z"))
			return
		}
		it.ID = id
	}
	if it.ID == "" {
		return
	}
	if p.ids == nil {
		p.ids = map[string]*itemForm{}
	}
	if other := p.ids[it.ID]; other != nil {
		node := f.id
		if node == nil {
			node = f.node
		}
		f.r.problem(node, at, problem.Textf("mã %q đã là của nhiệm vụ ở dòng %d", "the ID %q is that of the task on line %d", it.ID, other.node.Line), problem.Textf("mỗi nhiệm vụ một mã; xóa một mục nếu chép hai lần", "each task has its own; take one away if it was copied twice"))
		return
	}
	p.ids[it.ID] = f
}
