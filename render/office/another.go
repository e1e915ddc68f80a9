package office

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strings"
	"text/template"

	"ketluan/render/calendar"
	"ketluan/render/problem"
	"ketluan/render/record"
)

// A MeetingKind is what a further record can be of.
type MeetingKind struct {
	Name    string // in the name of its file: "giao-ban"
	Called  problem.Text
	meeting string // in sentences, with the quarter
	code    string
}

// MeetingKinds are those there are; the first is that of a folder's first record.
func MeetingKinds() []MeetingKind {
	return []MeetingKind{
		{"giao-ban", problem.Textf("Họp giao ban quý", "Quarterly meeting"), "cuộc họp giao ban Quý %s", "GB"},
		{"chuyen-de", problem.Textf("Họp chuyên đề", "Meeting on one subject"), "cuộc họp chuyên đề Quý %s", "CD"},
		{"hoi-nghi", problem.Textf("Hội nghị", "Conference"), "hội nghị Quý %s", "HN"},
	}
}

// Another says which further record a folder gets.
type Another struct {
	Profile string // that of the record, by its name in the folder
	Kind    string // "" is the first of MeetingKinds
	Meeting calendar.Date
}

// Profiles lists the profiles of a folder by their names, but for what is below it.
func Profiles(f Folder) ([]string, error) {
	entries, err := f.ReadDir(".")
	var names []string
	for _, e := range entries {
		if IsProfileName(e.Name()) && !strings.HasPrefix(e.Name(), ".") {
			names = append(names, e.Name())
		}
	}
	return names, err
}

// AddRecord writes a further record of a profile that is there, with nothing
// concluded yet. Its name and its code are of the quarter and the kind, and none
// that another record has. What is wrong with the wish comes as problems.
func AddRecord(ctx context.Context, p *Press, f Folder, a Another) (out Started, err error) {
	says, problems := a.says(p, f)
	if out.Problems = problems; len(problems) > 0 {
		return out, nil
	}
	taken := codesOf(f)
	for n := 1; n < 100; n++ {
		suffix, name := "", fmt.Sprintf("%d-q%d-%s", says.quarter.Year, says.quarter.N, says.kind.Name)
		if n > 1 {
			suffix = fmt.Sprint(n)
			name += "-" + suffix
		}
		says.Code = fmt.Sprintf("%s-%s%s", says.quarter, says.kind.code, suffix)
		if name += ".yaml"; free(f, name) != nil || taken[record.FoldCode(says.Code)] {
			continue
		}
		var b bytes.Buffer
		t := template.Must(template.New(name).Funcs(template.FuncMap{"yaml": record.Scalar, "fold": fold}).Parse(nextRecord))
		if err := t.Execute(&b, says); err != nil {
			return out, err
		}
		if _, err := f.Apply(ctx, []Change{{Name: name, Bytes: b.Bytes()}}); err != nil {
			return out, About(f, name, err)
		}
		out.Record = f.Path(name)
		out.Files = []string{out.Record}
		return out, nil
	}
	return out, About(f, ".", ErrThere)
}

// next is what a further record says.
type next struct {
	first
	Code, Signer, In string
	kind             MeetingKind
	quarter          calendar.Quarter
}

// says judges the wish, and asks the profile what the record needs of it.
func (a Another) says(p *Press, f Folder) (n next, problems []problem.Problem) {
	wrong := func(flag string, message, hint problem.Text) {
		problems = append(problems, problem.Problem{Pos: problem.Pos{File: flag}, Message: message, Hint: hint})
	}
	if message := wrongDay(a.Meeting.Slashed()); message != (problem.Text{}) {
		wrong("meeting-date", message, problem.Text{})
	}
	var kinds []string
	for i, k := range MeetingKinds() {
		kinds = append(kinds, k.Name)
		if a.Kind == k.Name || a.Kind == "" && i == 0 {
			n.kind = k
		}
	}
	if n.kind.Name == "" {
		wrong("kind", problem.Textf("không có loại cuộc họp %q", "there is no kind of meeting %q", a.Kind), problem.Textf("các loại: %s", "the kinds: %s", strings.Join(kinds, ", ")))
	}
	rec, message := a.profile(p, f)
	if message != (problem.Text{}) {
		wrong("profile", message, problem.Textf("ghi tên một hồ sơ cơ quan trong thư mục", "name a profile of the folder"))
	}
	if len(problems) > 0 {
		return n, problems
	}
	n.quarter = a.Meeting.Quarter()
	agency := rec.Agency.Name
	n.first = first{
		Answers: Answers{"agency": agency}, Meeting: a.Meeting.Slashed(), Profile: a.Profile, Head: headOf(agency) + " " + agency, Concluded: "Kết luận",
		Everyone: "Các phòng, đơn vị", Quarter: fmt.Sprintf("%s năm %d", n.quarter.Roman(), n.quarter.Year),
	}
	if n.Body = n.Head; rec.System != "" {
		n.ofParty()
	}
	n.In = fmt.Sprintf(n.kind.meeting, n.Quarter)
	for _, s := range rec.Signers() {
		n.Signer = s.Key
		break
	}
	return n, nil
}

// profile reads what the profile says, as a record that says nothing itself.
func (a Another) profile(p *Press, f Folder) (*record.Record, problem.Text) {
	if a.Profile == "" || path.Base(a.Profile) != a.Profile || !IsProfileName(a.Profile) {
		return nil, problem.Textf("%q không phải tên tệp hồ sơ cơ quan", "%q is no name of a profile", a.Profile)
	}
	src, err := ReadFile(f, a.Profile, MaxRecord)
	if err != nil {
		message, _ := InWords(err)
		return nil, message
	}
	rec, problems := p.Read("new.yaml", []byte("profile: "+record.Quoted(a.Profile)+"\n"), func(string) ([]byte, error) { return src, nil })
	for _, pr := range problems {
		if pr.Pos.File == a.Profile {
			return nil, pr.Message
		}
	}
	if rec == nil || rec.Agency.Name == "" {
		return nil, problem.Textf("hồ sơ chưa có tên cơ quan", "the profile has no agency")
	}
	return rec, problem.Text{}
}

var codeLine = regexp.MustCompile(`(?m)^["']?(?:code|mã)["']?:[ \t]*["']?([^\s"'#]+)`)

// codesOf are the codes that the records of a folder say they have.
func codesOf(f Folder) map[string]bool {
	codes := map[string]bool{}
	entries, _ := f.ReadDir(".")
	for _, e := range entries {
		if name := e.Name(); isYAML(name) && !BesideRecords(name) && e.Type()&fs.ModeType == 0 {
			src, _ := ReadFile(f, name, MaxRecord)
			for _, m := range codeLine.FindAllSubmatch(src, 2) {
				codes[record.FoldCode(string(m[1]))] = true
			}
		}
	}
	return codes
}

const nextRecord = `# yaml-language-server: $schema=record.schema.json
hồ sơ: {{yaml .Profile}}
mã: {{.Code}}

số:                  # để trống cho văn thư cấp, hoặc "05"
ngày ban hành:       # để trống được
ngày họp: {{.Meeting}}
hạn báo cáo:         # để trống được; ngày các đơn vị gửi lại bảng báo cáo

trích yếu: >-
  {{fold (printf "%s của %s tại %s" .Concluded .Body .In)}}

mở đầu: >-
  {{fold (printf "Ngày %s, %s chủ trì %s. Sau khi nghe các đơn vị báo cáo và ý kiến của các đại biểu dự họp, %s kết luận như sau:" .Meeting .Head .In .Body)}}

# Mỗi kết luận một mục; mục có nội dung và đơn vị chủ trì là một nhiệm vụ.
kết luận:

phần kết: {{.Everyone}} nghiêm túc triển khai thực hiện các nội dung trên.

người ký:{{with .Signer}} {{.}}{{end}}   # khóa trong mục "những người ký" của hồ sơ
`
