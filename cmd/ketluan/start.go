package main

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"text/template"
	"unicode/utf8"

	"ketluan/render/calendar"
)

// profileName is the name of the profile that init writes.
const profileName = "co-quan.profile.yaml"

// A startFile is one file that init writes.
type startFile struct {
	name    string
	content []byte
}

// A start is what the first files say.
type start struct {
	answers
	Units        []string
	Committee    bool
	Head         string // of the agency, as its notices name him
	Meeting      string
	Quarter      string // IV năm 2026
	First, Last  string // deadlines
	Profile      string
	ReportBy     string
	Lead, Second string
}

// startFiles makes the profile and the first record of what was answered.
func startFiles(a answers) []startFile {
	day, _ := calendar.ParseDate(a["meeting-date"])
	quarter := day.Quarter()
	a["agency"] = inFull(a["agency"])
	s := start{
		answers: a, Units: unitsIn(a["units"]), Committee: isCommittee(a["agency"]), Meeting: day.Slashed(), Profile: profileName,
		Head:    headOf(a["agency"]) + " " + a["agency"],
		Quarter: fmt.Sprintf("%s năm %d", []string{"I", "II", "III", "IV"}[quarter.N-1], quarter.Year),
		First:   calendar.WorkingDay(day, 10).Slashed(), Last: calendar.WorkingDay(day, 20).Slashed(), ReportBy: calendar.WorkingDay(day, 25).Slashed(),
	}
	s.Lead, s.Second = s.Units[0], s.Units[min(1, len(s.Units)-1)]
	made := func(name, text string) startFile {
		t := template.Must(template.New(name).Funcs(template.FuncMap{"yaml": yamlText, "fold": fold}).Parse(text))
		var b strings.Builder
		if err := t.Execute(&b, s); err != nil {
			panic(err) // of texts only
		}
		return startFile{name: name, content: []byte(b.String())}
	}
	return []startFile{
		made(profileName, startProfile),
		made(fmt.Sprintf("%d-q%d-giao-ban.yaml", quarter.Year, quarter.N), startRecord),
	}
}

// At returns an answer for a template.
func (s start) At(flag string) string { return s.answers[flag] }

// HasParent reports a parent agency.
func (s start) HasParent() bool { return s.answers["parent"] != "-" }

// plainText is what YAML takes for a text without quotes.
var plainText = regexp.MustCompile(`^\pL[\pL\d ().–-]*$`)

// yamlText writes a text as a value of YAML on one line.
func yamlText(s string) string {
	taken := []string{"yes", "no", "true", "false", "null", "on", "off", "y", "n"}
	if plainText.MatchString(s) && !slices.Contains(taken, strings.ToLower(s)) {
		return s
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}

// inFull writes a committee's name out, as it stands above the number (Phụ lục
// I, II.2a); that of the parent may stay short.
func inFull(agency string) string {
	if name, ok := strings.CutPrefix(agency, "UBND "); ok {
		return "Ủy ban nhân dân " + name
	}
	return agency
}

// fold breaks a text into lines of a folded block that is indented by two.
func fold(s string) string {
	var b strings.Builder
	width := 0
	for i, word := range strings.Split(s, " ") {
		n := utf8.RuneCountInString(word) + 1
		switch width += n; {
		case i == 0:
		case width > 78:
			b.WriteString("\n  ")
			width = n
		default:
			b.WriteByte(' ')
		}
		b.WriteString(word)
	}
	return b.String()
}

// quoted writes a path as an argument of a command.
func quoted(path string) string {
	if strings.ContainsAny(path, ` ;&()'$`) {
		return `"` + path + `"`
	}
	return path
}

const startProfile = `# yaml-language-server: $schema=profile.schema.json
# Hồ sơ cơ quan: ghi một lần, dùng cho mọi bản ghi (hồ sơ: {{.Profile}}).
# Mỗi khóa còn có tên tiếng Anh (số: number …), viết tên nào cũng được.
cơ quan:
{{- if .HasParent}}
  cơ quan chủ quản: {{yaml (.At "parent")}}   # in trên tên cơ quan
{{- end}}
  tên: {{yaml (.At "agency")}}
  chữ viết tắt: {{yaml (.At "code")}}   # trong ký hiệu: Số: 05/TB-{{.At "code"}}
  địa danh: {{yaml (.At "place")}}

# Các đơn vị nhận nhiệm vụ. Thêm "tên ngắn: KHTC" hay "tên khác: [Tài vụ]" để
# bản ghi gọi cho gọn.
đơn vị:
{{- range .Units}}
  - tên: {{yaml .}}
{{- end}}

# Nhóm: gọi một tên thay cho nhiều đơn vị.
nhóm đơn vị:
  - tên: Các phòng, đơn vị
    đơn vị: tất cả

# Những người ký; bản ghi gọi bằng khóa (người ký: nguoi-dung-dau). Cấp phó ký
# thay thì thêm một khóa có "thẩm quyền: KT. {{.At "position"}}".
những người ký:
  nguoi-dung-dau:
{{- if .Committee}}
    thẩm quyền: TM. Ủy ban nhân dân
{{- end}}
    chức vụ: {{yaml (.At "position")}}
    họ tên: {{yaml (.At "signer")}}

# Nơi nhận; các dấu - ; . do chương trình ghi. Dòng có dấu hai chấm thì đặt
# trong ngoặc kép.
nơi nhận:
{{- if .HasParent}}
  - {{yaml (printf "%s (để b/c)" (.At "parent"))}}
{{- end}}
  - Các phòng, đơn vị
  - "Lưu: VT, VP"   # VP: đơn vị soạn thảo
`

const startRecord = `# yaml-language-server: $schema=record.schema.json
# Bản ghi kết luận cuộc họp. Sửa lời văn cho đúng cuộc họp, rồi chạy:
#   ketluan check tệp-này.yaml            tìm lỗi
#   ketluan render tệp-này.yaml -o out    lập thông báo và bảng theo dõi
# Lời văn có dấu hai chấm thì đặt trong ngoặc kép, hoặc viết sau >- như dưới đây.
hồ sơ: {{.Profile}}

số:                  # để trống cho văn thư cấp, hoặc "05"
ngày ban hành:       # để trống được
ngày họp: {{.Meeting}}
hạn báo cáo: {{.ReportBy}}   # ngày các đơn vị gửi lại bảng báo cáo

trích yếu: >-
  {{fold (printf "Kết luận của %s tại cuộc họp giao ban Quý %s" .Head .Quarter)}}

mở đầu: >-
  {{fold (printf "Ngày %s, %s chủ trì cuộc họp giao ban Quý %s. Sau khi nghe các đơn vị báo cáo và ý kiến của các đại biểu dự họp, %s kết luận như sau:" .Meeting .Head .Quarter .Head)}}

cách đánh số: ["1.", "a)", "-"]

kết luận:
  # Mục không có đơn vị chủ trì chỉ được in, không vào bảng theo dõi.
  - nội dung: >-
      Trong thời gian qua, các phòng, đơn vị đã có nhiều cố gắng trong việc thực
      hiện nhiệm vụ được giao; tuy nhiên, tiến độ một số việc còn chậm.

  # Mục có nội dung và đơn vị chủ trì là một nhiệm vụ. Điều gì lời văn chưa nói
  # (chủ trì, phối hợp, thời hạn) thì thông báo tự ghi thêm trong ngoặc.
  - nội dung: >-
      Tổng hợp kết quả thực hiện nhiệm vụ Quý {{.Quarter}} của các phòng, đơn vị, xây
      dựng báo cáo chung.
    chủ trì: {{yaml .Lead}}
{{- if ne .Lead .Second}}
    phối hợp: {{yaml .Second}}
{{- end}}
    thời hạn: trước ngày {{.First}}
    sản phẩm: Báo cáo kết quả thực hiện nhiệm vụ

  # Chủ trì và thời hạn ghi ở mục trên thì các mục dưới được thừa hưởng.
  - đề mục: Công tác kế hoạch, tài chính
    chủ trì: {{yaml .Second}}
    thời hạn: trước ngày {{.Last}}
    các mục:
      - nội dung: Rà soát tiến độ giải ngân kinh phí được giao, đề xuất phương án điều chỉnh.
        sản phẩm: Báo cáo tiến độ giải ngân
      - nội dung: Xây dựng kế hoạch công tác quý tiếp theo.
        sản phẩm: Dự thảo kế hoạch

  # "tất cả" là mọi đơn vị.
  - nội dung: Rà soát các nhiệm vụ chưa hoàn thành, báo cáo nguyên nhân và giải pháp.
    chủ trì: tất cả
    thời hạn: trước ngày {{.Last}}
    sản phẩm: Báo cáo của từng đơn vị

phần kết: Các phòng, đơn vị nghiêm túc triển khai thực hiện các nội dung trên.

người ký: nguoi-dung-dau   # khóa trong mục "những người ký" của hồ sơ
`
