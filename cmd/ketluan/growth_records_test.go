//go:build unix

package main

import (
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

const soundHead = `code: 2026-Q3
meeting-date: 28/9/2026
date: 29/9/2026
number: "12"
subject: Kết luận của Giám đốc Sở tại cuộc họp giao ban
agency: {parent: UBND tỉnh Quảng Ngãi, name: Sở Nội vụ, code: SNV, place: Quảng Ngãi}
opening: Sau khi nghe báo cáo, Giám đốc Sở kết luận như sau
closing: Văn phòng Sở thông báo để các đơn vị biết, thực hiện
signer: {position: Giám đốc, name: Nguyễn Văn An}
`

const (
	soundTo     = "recipients: [\"Lưu: VT\"]\n"
	soundRecord = soundHead + soundTo
	soundEnd    = "units: [{name: Văn phòng Sở}]\nconclusions: [{text: Làm việc., lead: Văn phòng Sở, deadline: 1/12/2026}]\n"
)

// ofRecord is a command over a record of n.
func ofRecord(n int, command string, record func(n int) string) growing {
	return growing{n: n, make: func(tb testing.TB, dir string, n int) []string {
		path := filepath.Join(dir, "hop.yaml")
		save(tb, path, record(n))
		args := strings.Fields(command)
		if args[0] == "render" || args[0] == "send" {
			args = append(args, "-o", filepath.Join(dir, "out"), "--overwrite")
		}
		return append(args, path)
	}}
}

// growingRecords are records by what they have too many of.
func growingRecords() map[string]growing {
	all := map[string]growing{}
	for name, many := range manyOf {
		for _, command := range strings.Split(many.commands, ", ") {
			all[strings.ReplaceAll(command, " ", "_")+"/"+name] = ofRecord(many.n, command, many.record)
		}
	}
	return all
}

var manyOf = map[string]struct {
	commands string
	n        int
	record   func(n int) string
}{
	"aliases": {"check, status", 20_000, func(n int) string {
		return soundRecord + "units: [{name: Văn phòng Sở, aliases: [" + repeated(n, "Tên #, ") + "]}]\nconclusions: [{text: Làm., lead: Văn phòng Sở}]\n"
	}},
	"aliases said": {"check, check --fix", 2400, func(n int) string {
		return soundRecord + "units: [{name: Văn phòng Sở, aliases: [" + repeated(n, "Tên số # của Sở, ") + "]}]\nconclusions:\n" + repeated(n, "  - {text: Giao Tên số # của Sở làm., lead: Văn phòng Sở}\n")
	}},
	"units": {"check, check --fix, render, status", 20_000, func(n int) string {
		return soundRecord + "units:\n" + repeated(n, "  - {name: Phòng Quản lý #}\n") + "conclusions: [{text: Làm., lead: Phòng Quản lý 0}]\n"
	}},
	// What send is to attach, the notice of all tasks to each unit's letter, grows as the
	// square: it is refused, after the workbooks, which must not grow so, are made.
	"units and tasks": {"check, check --fix, render, render --units, render -t cong-van-don-doc --as-of 1/1/2027, status, send, carry --to 2026-Q4", 1200, func(n int) string {
		return soundRecord + "units:\n" + repeated(n, "  - {name: Phòng Quản lý #}\n") + "conclusions:\n" + repeated(n, "  - {text: Phòng Quản lý # rà soát việc., lead: Phòng Quản lý #, deadline: 1/12/2026}\n")
	}},
	"units misspelt": {"check, check --fix", 1200, func(n int) string {
		return soundRecord + "units:\n" + repeated(n, "  - {name: Phòng Quản lý #}\n") + "conclusions:\n" + repeated(n, "  - {text: Phòng Quan lý # rà soát., lead: Phòng Quản ly #}\n")
	}},
	"groups": {"check, render", 700, func(n int) string {
		return soundRecord + "units:\n" + repeated(n, "  - {name: Phòng #}\n") + "groups:\n" + repeated(n, "  - {name: Khối #, units: [Phòng #]}\n") + "conclusions:\n" + repeated(n, "  - {text: Làm., lead: Khối #}\n")
	}},
	"members": {"check, render, status", 4000, func(n int) string {
		return soundRecord + "units:\n" + repeated(n, "  - {name: Phòng #}\n") + "groups: [{name: Khối, units: [" + repeated(n, "Phòng #, ") + "]}]\nconclusions: [{text: Làm., lead: Khối, deadline: 1/12/2026}]\n"
	}},
	"units of a group": {"render --units, send", 1000, func(n int) string {
		return soundRecord + "units:\n" + repeated(n, "  - {name: Phòng #}\n") + "groups: [{name: Khối, units: [" + repeated(n, "Phòng #, ") + "]}]\nconclusions: [{text: Làm., lead: Khối, deadline: 1/12/2026}]\n"
	}},
	"successors": {"check", 4000, func(n int) string {
		return soundRecord + "units:\n" + repeated(n, "  - {name: Phòng #x, successor: Phòng #}\n  - {name: Phòng #}\n") + "conclusions: [{text: Làm., lead: Phòng 0}]\n"
	}},
	"successors in a row": {"check", 4000, func(n int) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(strings.ReplaceAll("  - {name: Phòng #, successor: Phòng ", "#", strconv.Itoa(i)) + strconv.Itoa(i+1) + "}\n")
		}
		return soundRecord + "units:\n" + b.String() + "  - {name: Phòng " + strconv.Itoa(n) + "}\nconclusions: [{text: Làm., lead: Phòng 0}]\n"
	}},
	"partners": {"check, check --fix, render, status", 8000, func(n int) string {
		return soundRecord + "units:\n" + repeated(n, "  - {name: Phòng #}\n") + "conclusions: [{text: Làm., lead: Phòng 0, partners: [" + repeated(n-1, "Phòng #, ") + "]}]\n"
	}},
	"leads": {"check, render, render --units, status", 1500, func(n int) string {
		return soundRecord + "units:\n" + repeated(n, "  - {name: Phòng #}\n") + "conclusions: [{text: Làm., lead: [" + repeated(n, "Phòng #, ") + "]}]\n"
	}},
	"leads that are no units": {"check, render, status", 1500, func(n int) string {
		return soundRecord + "conclusions:\n" + repeated(n, "  - {text: Làm việc., lead: Phòng Quản lý số #}\n")
	}},
	"recipients": {"check, render", 40_000, func(n int) string {
		return soundHead + "conclusions: [{text: Làm.}]\nrecipients:\n" + repeated(n, "  - Nơi nhận #\n") + "  - \"Lưu: VT\"\n"
	}},
	"basis": {"check, check --fix, render", 5000, func(n int) string {
		return soundRecord + "basis:\n" + repeated(n, "  - Nghị định số #/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư\n") + soundEnd
	}},
	"openings": {"check, render", 10_000, func(n int) string {
		return strings.Replace(soundRecord, "opening: Sau", "opening:\n"+repeated(n, "  - Đoạn mở đầu thứ #.\n")+"  - Sau", 1) + soundEnd
	}},
	"keys": {"check, render", 100_000, func(n int) string {
		return soundRecord + repeated(n, "khoa-la-#: 1\n") + "conclusions: [{text: Làm.}]\n"
	}},
	"keys twice": {"check", 50_000, func(n int) string {
		return soundRecord + strings.Repeat("quarter: 2026-Q3\n", n) + "conclusions: [{text: Làm.}]\n"
	}},
	"keys of items": {"check", 100_000, func(n int) string {
		return soundRecord + "conclusions:\n  - text: Làm.\n" + repeated(n, "    khoa-la-#: 1\n")
	}},
	"items": {"check, check --fix, render, render --only docx, check --questions", 2400, func(n int) string {
		return soundRecord + "conclusions:\n" + repeated(n, "  - {text: Làm việc số #., lead: Văn phòng Sở}\n")
	}},
	"tasks": {"check, render, render --docx, render --units, render --draft, status, send, check --questions, carry --to 2026-Q4, render -t bao-cao-ket-qua --as-of 1/1/2027, render -t cong-van-don-doc --as-of 1/1/2027", 2400, func(n int) string {
		return soundRecord + "units: [{name: Văn phòng Sở}]\nconclusions:\n" + repeated(n, "  - {text: Làm việc số #., lead: Văn phòng Sở, deadline: 1/12/2026, product: Báo cáo}\n")
	}},
	"the same task": {"check, status, carry --to 2026-Q4", 2400, func(n int) string {
		return soundRecord + "units: [{name: Văn phòng Sở}]\nconclusions:\n" + strings.Repeat("  - {text: Làm việc., lead: Văn phòng Sở, deadline: 1/12/2026}\n", n)
	}},
	"too many tasks": {"check, render", 20_000, func(n int) string {
		return soundRecord + "units: [{name: Văn phòng Sở}]\nconclusions:\n" + repeated(n, "  - {text: Làm việc số #., lead: Văn phòng Sở, deadline: 1/12/2026}\n")
	}},
	"parts": {"check, render, status", 1200, func(n int) string {
		return soundRecord + "units: [{name: Văn phòng Sở}]\nconclusions:\n  - text: \"" + repeated(n, "Văn phòng Sở làm việc số #; ") + "\"\n    parts:\n" + repeated(n, "      - {text: Văn phòng Sở làm việc số #, lead: Văn phòng Sở}\n")
	}},
	"deep items": {"check, render", 400, func(n int) string {
		item := "  - heading: Mục\n    items:\n"
		var b strings.Builder
		for range n {
			for d := range 10 {
				b.WriteString(indented(item, 4*d))
			}
			b.WriteString(indented("  - Làm việc.\n", 40))
		}
		return soundRecord + "conclusions:\n" + b.String()
	}},
	"nesting": {"check", 100_000, func(n int) string { return soundRecord + "conclusions: " + strings.Repeat("[", n) }},
	"table rows": {"check, render, render --docx", 4000, func(n int) string {
		return soundRecord + "conclusions:\n  - text: Theo bảng sau.\n    table:\n      columns: [STT, Nội dung]\n      rows:\n" + repeated(n, "        - [\"#\", Việc số #]\n")
	}},
	"annexes": {"check, render", 2000, func(n int) string {
		return soundRecord + soundEnd + "annex:\n" + repeated(n, "  - {title: Phụ lục số #, text: Lời., columns: [A, B], rows: [[a, b]]}\n")
	}},
	"people": {"check, check --fix, render -t bien-ban", 10_000, func(n int) string {
		return soundRecord + soundEnd + "meeting:\n  name: họp giao ban\n  present:\n" + repeated(n, "    - {name: Nguyễn Văn A#, position: Trưởng phòng, unit: Phòng Quản lý #}\n")
	}},
	"people said": {"check", 1200, func(n int) string {
		return soundRecord + "conclusions:\n" + repeated(n, "  - {text: Giao đồng chí Nguyễn Văn A# làm.}\n") + "meeting:\n  name: họp giao ban\n  present:\n" + repeated(n, "    - {name: Nguyễn Văn A#, position: Trưởng phòng, unit: Phòng Quản lý #}\n")
	}},
	"agenda": {"check, render -t chuong-trinh", 5000, func(n int) string {
		return soundRecord + soundEnd + "meeting:\n  name: họp giao ban\n  agenda:\n" + repeated(n, "    - {time: 8 giờ 00 - 8 giờ 30, content: Việc số #, speaker: Nguyễn Văn A}\n")
	}},
	"what was said": {"check, render -t bien-ban", 3000, func(n int) string {
		return soundRecord + soundEnd + "meeting:\n  name: họp giao ban\n  said:\n" + repeated(n, "    - {speaker: Phòng #, text: Việc số # chậm.}\n")
	}},
	"documents": {"check", 4000, func(n int) string {
		return soundRecord + soundEnd + "documents:\n" + repeated(n, "  - {template: giay-moi, unit: Phòng #, number: \"#\", date: 1/10/2026}\n")
	}},
	"opinions": {"check", 4000, func(n int) string {
		return soundRecord + soundEnd + "documents:\n  - template: phieu-trinh\n    opinions:\n" + repeated(n, "      - Phòng # đồng ý.\n")
	}},
	"holidays": {"check", 2000, func(n int) string {
		return soundRecord + soundEnd + "holidays:\n" + repeated(n, "  - 1/1/2026\n")
	}},
	"relative deadlines": {"check, status", 2400, func(n int) string {
		return soundRecord + "units: [{name: Văn phòng Sở}]\nholidays: [" + repeated(900, "1/2/20#, ") + "]\nconclusions:\n" + repeated(n, "  - {text: Làm việc số #., lead: Văn phòng Sở, deadline: trong 250 ngày làm việc kể từ ngày 12/10/2026}\n")
	}},
	"signers": {"check", 20_000, func(n int) string {
		return soundRecord + soundEnd + "signers:\n" + repeated(n, "  nguoi-#: {position: Giám đốc, name: Nguyễn Văn A}\n")
	}},
	"switches": {"check, check --fix", 20_000, func(n int) string {
		return soundRecord + repeated(n, "# ketluan: bỏ qua NV-03\n") + soundEnd
	}},
	"switches used": {"check, check --fix", 1200, func(n int) string {
		return soundRecord + "conclusions:\n" + repeated(n, "  - {text: Làm việc  số  # .} # ketluan: bỏ qua CT-04\n")
	}},
	"comments": {"check, check --fix", 100_000, func(n int) string { return soundRecord + strings.Repeat("# ghi chú\n", n) + soundEnd }},
	"lines":    {"check", 1_000_000, func(n int) string { return soundRecord + strings.Repeat("\n", n) + soundEnd }},
	"anchors": {"check", 20_000, func(n int) string {
		return soundRecord + "x: &a Làm.\ny: [" + strings.Repeat("*a, ", n) + "]\n" + soundEnd
	}},
	"anchored items": {"check", 2400, func(n int) string {
		return soundRecord + "conclusions:\n  - &a {text: Làm việc., lead: Văn phòng Sở}\n" + strings.Repeat("  - *a\n", n)
	}},
	"papers cited": {"check, check --fix", 2400, func(n int) string {
		return soundRecord + "conclusions:\n" + repeated(n, "  - {text: Thực hiện Quyết định số #/QĐ-UBND ngày 05 tháng 01 năm 2026 của UBND tỉnh.}\n")
	}},
	"papers cited differently": {"check, check --fix", 1200, func(n int) string {
		return soundRecord + "conclusions:\n" + repeated(n, "  - {text: Thực hiện Quyết định số #/QĐ-UBND ngày 05 tháng 01 năm 2026 của UBND tỉnh.}\n  - {text: Thực hiện Quyết định số #/QĐ-UBND ngày 06 tháng 01 năm 2026 của Sở.}\n")
	}},
	"hours": {"check", 1200, func(n int) string {
		return soundRecord + "conclusions:\n" + repeated(n, "  - {text: Họp lúc 8 giờ 30 ngày 05/10/2026 tại phòng #.}\n  - {text: Họp lúc 9 giờ 30 ngày 05/10/2026 tại phòng #.}\n")
	}},
	"headings": {"check, render", 2400, func(n int) string {
		return soundRecord + "conclusions:\n" + repeated(n, "  - {heading: Mục số #, text: Làm.}\n")
	}},
	"numbers typed": {"check, check --fix", 2400, func(n int) string {
		return soundRecord + "conclusions:\n" + repeated(n, "  - {text: \"#. Làm việc.\"}\n")
	}},
	"a thousand mends": {"check --fix", 240, func(n int) string {
		return soundRecord + "conclusions:\n" + strings.Repeat("  - {text: Làm  việc , đúng  hạn .}\n", n)
	}},
	"tails": {"check, render", 2400, func(n int) string {
		return soundRecord + "conclusions:\n" + repeated(n, "  - {text: Làm., after: [Sau đó.], items: [Việc # nhỏ.]}\n")
	}},
}

// indented is a text with so many spaces before each line.
func indented(text string, spaces int) string {
	by := strings.Repeat(" ", spaces)
	return by + strings.ReplaceAll(strings.TrimSuffix(text, "\n"), "\n", "\n"+by) + "\n"
}
