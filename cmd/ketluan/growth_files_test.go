//go:build unix

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	msword "ketluan/render/testdata/word"
)

// The paragraphs of a small notice in Word, about which others may stand.
func wordNotice(body string, parts ...msword.Part) string {
	head := msword.P(msword.Centred, msword.R("b", "SỞ NỘI VỤ")) + msword.P(msword.Centred, msword.R("", "Số: 12/TB-SNV")) + msword.P(msword.Centred, msword.R("i", "Quảng Ngãi, ngày 29 tháng 9 năm 2026")) +
		msword.P(msword.Centred, msword.R("b", "THÔNG BÁO")) + msword.P(msword.Centred, msword.R("b", "Kết luận của Giám đốc Sở tại cuộc họp giao ban")) +
		msword.P(msword.Justified, msword.R("", "Sau khi nghe báo cáo, Giám đốc Sở kết luận như sau:"))
	tail := msword.P(msword.Centred, msword.R("b", "GIÁM ĐỐC")) + msword.P(msword.Centred, msword.R("b", "Nguyễn Văn An")) + msword.P("", msword.R("bi", "Nơi nhận:")) + msword.P("", msword.R("", "- Lưu: VT."))
	return string(msword.File(head+body+tail, parts...))
}

// importing is a document that is read.
func importing(n int, ending string, document func(n int) string) growing {
	return growing{n: n, make: func(tb testing.TB, dir string, n int) []string {
		path := filepath.Join(dir, "van-ban"+ending)
		save(tb, path, document(n))
		return []string{"import", path, "-o", filepath.Join(dir, "nhap"), "--json"}
	}}
}

// verifying is a notice of n, made by the program itself, that is measured.
func verifying(n int, record func(n int) string, flags ...string) growing {
	return growing{n: n, make: func(tb testing.TB, dir string, n int) []string {
		path := filepath.Join(dir, "hop.yaml")
		save(tb, path, record(n))
		args := []string{"render", path, "-o", dir, "--only", "pdf"}
		if status, _, errs := runHere(tb.Context(), nil, append(args, flags...)...); status != allGood {
			tb.Fatal(errs)
		}
		return []string{"verify", filepath.Join(dir, "hop", "hop.pdf")}
	}}
}

func growingFiles() map[string]growing {
	row := func(n int, text string) string { return strings.ReplaceAll(repeated(n, text), "\n", "") }
	para := msword.P(msword.Justified, msword.R("", "#. Văn phòng Sở rà soát việc số #, báo cáo trước ngày 05/12/2026."))
	all := map[string]growing{
		"import/docx/paragraphs": importing(1000, ".docx", func(n int) string { return wordNotice(row(n, para)) }),
		"import/docx/plain paragraphs": importing(10_000, ".docx", func(n int) string {
			return wordNotice(row(n, msword.P(msword.Justified, msword.R("", "Làm việc số #."))))
		}),
		"import/docx/empty paragraphs": importing(40_000, ".docx", func(n int) string { return wordNotice(row(n, msword.P(""))) }),
		"import/docx/runs":             importing(40_000, ".docx", func(n int) string { return wordNotice(msword.P(msword.Justified, row(n, msword.R("", "a ")))) }),
		"import/docx/runs of looks": importing(20_000, ".docx", func(n int) string {
			return wordNotice(msword.P(msword.Justified, row(n, msword.R("b", "a ")+msword.R("i", "b "))))
		}),
		"import/docx/breaks": importing(40_000, ".docx", func(n int) string {
			return wordNotice(msword.P(msword.Justified, msword.R("", strings.Repeat("a\n", n))))
		}),
		"import/docx/tabs": importing(40_000, ".docx", func(n int) string {
			return wordNotice(msword.P(msword.Justified, msword.R("", strings.Repeat("a\t", n))))
		}),
		"import/docx/long text": importing(400_000, ".docx", func(n int) string {
			return wordNotice(msword.P(msword.Justified, msword.R("", strings.Repeat("làm việc ", n))))
		}),
		"import/docx/centred": importing(10_000, ".docx", func(n int) string {
			return wordNotice(row(n, msword.P(msword.Centred, msword.R("b", "VIỆC SỐ #"))))
		}),
		"import/docx/list": importing(10_000, ".docx", func(n int) string {
			return wordNotice(row(n, msword.P(msword.InList(1, 0), msword.R("", "Văn phòng Sở làm việc."))), msword.Numbering([]msword.Level{{Format: "decimal", Text: "%1."}}))
		}),
		"import/docx/lists": importing(4000, ".docx", func(n int) string {
			var b strings.Builder
			var lists [][]msword.Level
			for i := range n {
				b.WriteString(msword.P(msword.InList(i+1, 0), msword.R("", "Văn phòng Sở làm việc.")))
				lists = append(lists, []msword.Level{{Format: "decimal", Text: "%1."}})
			}
			return wordNotice(b.String(), msword.Numbering(lists...))
		}),
		"import/docx/rows": importing(5000, ".docx", func(n int) string {
			rows := make([][]string, n)
			for i := range rows {
				rows[i] = []string{msword.P("", msword.R("", fmt.Sprint(i))), msword.P("", msword.R("", "Việc."))}
			}
			return wordNotice(msword.Table([]int{1000, 7000}, rows...))
		}),
		"import/docx/tables": importing(3000, ".docx", func(n int) string {
			return wordNotice(row(n, msword.Table([]int{1000, 7000}, []string{msword.P("", msword.R("", "#")), msword.P("", msword.R("", "Việc."))})))
		}),
		"import/docx/boxes": importing(2000, ".docx", func(n int) string {
			return wordNotice(row(n, msword.P("", msword.Box(0, 0, 9, 9, msword.P("", msword.R("", "a"))))))
		}),
		"import/docx/pictures": importing(20_000, ".docx", func(n int) string { return wordNotice(row(n, msword.P("", msword.Picture()))) }),
		"import/docx/styles": importing(10_000, ".docx", func(n int) string {
			return wordNotice(row(n, msword.P(`<w:pStyle w:val="s#"/>`, msword.R("", "a"))), msword.Part{Kind: "styles", Body: repeated(n, `<w:style w:type="paragraph" w:styleId="s#"><w:basedOn w:val="s0"/></w:style>`)})
		}),
		"import/docx/bookmarks": importing(40_000, ".docx", func(n int) string {
			return wordNotice(msword.P("", repeated(n, `<w:bookmarkStart w:id="#" w:name="a#"/>`), msword.R("", "a"), repeated(n, `<w:bookmarkEnd w:id="#"/>`)))
		}),
		"import/docx/bookmarks over paragraphs": importing(300, ".docx", func(n int) string {
			return wordNotice(repeated(n, `<w:bookmarkStart w:id="#" w:name="a#"/>`) + row(n, msword.P("", msword.R("", "a"))) + repeated(n, `<w:bookmarkEnd w:id="#"/>`))
		}),
		"import/docx/changes": importing(10_000, ".docx", func(n int) string {
			return wordNotice(msword.P("", repeated(n, `<w:ins w:id="#" w:author="a"><w:r><w:t>a</w:t></w:r></w:ins><w:del w:id="#" w:author="b"><w:r><w:delText>c</w:delText></w:r></w:del>`)))
		}),
		"import/docx/attributes": importing(20_000, ".docx", func(n int) string { return wordNotice(msword.P("<w:x " + repeated(n, `a#="" `) + "/>")) }),
	}
	for name, many := range map[string]string{"items": "  - {text: Làm việc số #.}\n", "tasks": aTask} {
		record := func(n int) string { return oneUnit + repeated(n, many) }
		all["verify/"+name] = verifying(2000, record)
		all["verify/"+name+" with the record"] = verifying(2000, record, "--attach-record")
		all["import/pdf/"+name] = growing{n: 2000, make: func(tb testing.TB, dir string, n int) []string {
			args := verifying(n, record).make(tb, dir, n)
			return []string{"import", args[1], "-o", filepath.Join(dir, "nhap"), "--json"}
		}}
		all["import/docx/"+name] = growing{n: 1000, make: func(tb testing.TB, dir string, n int) []string { return taking(tb, dir, n, record, "import") }}
		all["take/"+name] = growing{n: 1000, make: func(tb testing.TB, dir string, n int) []string { return taking(tb, dir, n, record, "take") }}
	}
	for name, content := range map[string]string{
		"texts": "(a)Tj ", "joined": "[(a)-900(b)-900(c)]TJ ", "lines": "0 -1 Td (a)Tj ", "rules": "0 0 m 99 0 l S ", "boxes": "0 0 9 1 re f ", "one path": "9 0 l 0 0 l ", "states": "q Q ", "dictionaries": "<<", "comments": "%\n",
	} {
		all["verify/content/"+name] = growing{n: 300_000, make: func(tb testing.TB, dir string, n int) []string {
			path := filepath.Join(dir, "van-ban.pdf")
			save(tb, path, crafted(crafting{4: deflated("", "BT /F 9 Tf 0 0 m "+strings.Repeat(content, n))}))
			return []string{"verify", path}
		}}
	}
	all["verify/recipients"] = verifying(4000, manyOf["recipients"].record)
	all["register/documents"] = registering(9000, func(n int) string {
		return repeated(n, aDocument)
	})
	all["register/documents, out of order"] = registering(9000, func(n int) string {
		return repeated(n, "  - {number: #1, kind: thong-bao, date: 9/2/2026}\n  - {number: #2, kind: thong-bao, date: 9/1/2026}\n")
	})
	all["register/the same number"] = registering(9000, func(n int) string {
		return strings.Repeat("  - {number: 5, kind: thong-bao, date: 9/1/2026}\n", n)
	})
	all["register/far numbers"] = registering(9000, func(n int) string {
		return repeated(n, "  - {number: #00000, kind: thong-bao, date: 9/1/2026}\n")
	})
	all["register/registers"] = growing{n: 2000, make: func(tb testing.TB, dir string, n int) []string {
		for i := range n {
			save(tb, filepath.Join(dir, fmt.Sprint(i), aRegister), registerOf(repeated(1, aDocument)))
		}
		return []string{"register", dir}
	}}
	for _, command := range []string{"check", "status", "batch", "register"} {
		all[command+"/records"] = growing{n: 60, make: func(tb testing.TB, dir string, n int) []string {
			generate(tb, filepath.Join(dir, "ban-ghi"), n, 7)
			save(tb, filepath.Join(dir, "ban-ghi", aRegister), registerOf(repeated(1, aDocument)))
			args := []string{command, filepath.Join(dir, "ban-ghi")}
			if command == "batch" {
				args = append(args, "-o", filepath.Join(dir, "out"), "--force")
			}
			return args
		}}
		all[command+"/folders"] = growing{n: 5000, make: func(tb testing.TB, dir string, n int) []string {
			for i := range n {
				if err := os.MkdirAll(filepath.Join(dir, "a", fmt.Sprint(i)), 0o777); err != nil {
					tb.Fatal(err)
				}
			}
			save(tb, filepath.Join(dir, "a", "hop.yaml"), soundRecord+soundEnd)
			save(tb, filepath.Join(dir, "a", aRegister), registerOf(repeated(1, aDocument)))
			args := []string{command, filepath.Join(dir, "a")}
			if command == "batch" {
				args = append(args, "-o", filepath.Join(dir, "out"), "--force")
			}
			return args
		}}
	}
	return all
}

const (
	aRegister = "SNV-2026.register.yaml"
	aDocument = "  - {number: #1, kind: thong-bao, date: 9/1/2026, subject: Việc số #}\n"
)

func registerOf(documents string) string {
	return "agency: Sở Nội vụ\nyear: 2026\ndocuments:\n" + documents
}

func registering(n int, documents func(n int) string) growing {
	return growing{n: n, make: func(tb testing.TB, dir string, n int) []string {
		path := filepath.Join(dir, aRegister)
		save(tb, path, registerOf(documents(n)))
		return []string{"register", path, "-o", filepath.Join(dir, "out")}
	}}
}

// taking makes the Word file of a record, and reads it.
func taking(tb testing.TB, dir string, n int, record func(n int) string, command string) []string {
	path := filepath.Join(dir, "hop.yaml")
	save(tb, path, record(n))
	if status, _, errs := runHere(tb.Context(), nil, "render", path, "-o", dir, "--only", "docx"); status != allGood {
		tb.Fatal(errs)
	}
	made := filepath.Join(dir, "hop", "hop.docx")
	if command == "import" {
		return []string{"import", made, "-o", filepath.Join(dir, "nhap"), "--json"}
	}
	save(tb, path, strings.ReplaceAll(record(n), "Làm việc", "Làm xong việc"))
	return []string{"take", path, made, "--json"}
}
