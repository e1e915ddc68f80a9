package office

import (
	"archive/zip"
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"

	"ketluan/render/revision"
)

const reviewed = `# của văn thư
number: "05"
date: 09/01/2026
meeting-date: 06/01/2026
subject: Kết luận của Giám đốc Sở tại cuộc họp giao ban
profile: so.profile.yaml
signer: gd
opening: |
  Ngày 06/01/2026, Giám đốc Sở chủ trì cuộc họp giao ban.

  Sau khi nghe các phòng báo cáo, Giám đốc Sở kết luận như sau:
conclusions:
  - heading: Đánh giá chung
    items:
      - Các phòng đã hoàn thành phần lớn nhiệm vụ được giao.   # giữ lời
      - "Tiến độ giải ngân \"còn chậm\" ở một số dự án."
  - heading: Nhiệm vụ trọng tâm
    items:
      - text: >-
          Phòng Ngân sách chủ trì, phối hợp với Phòng Giá rà soát dự toán,
          báo cáo Giám đốc Sở trước ngày 16/01/2026.
        lead: NS
        partners: G
        deadline: trước ngày 16/01/2026
      - {text: "Phòng Ngân sách công khai dự toán trước ngày 31/3/2026.", lead: NS, deadline: trước ngày 31/3/2026}
      - text: Phòng Giá theo dõi **giá thị trường**, báo cáo hằng tháng.
        lead: G
        deadline: hằng tháng
`

const reviewedProfile = `agency: {parent: UBND tỉnh Quảng Ngãi, name: Sở Tài chính, code: STC, place: Quảng Ngãi}
units: [{name: Phòng Ngân sách, short: NS}, {name: Phòng Giá, short: G}]
signers: {gd: {position: Giám đốc, name: Nguyễn Văn A}}
recipients:
  - Các phòng
  - "Lưu: VT, VP"
`

// wordOf makes the Word file of a record.
func wordOf(t *testing.T, src string) []byte {
	t.Helper()
	r, err := NewReviser(nil)
	if err != nil {
		t.Fatal(err)
	}
	f := NewMemory(map[string]string{"a.yaml": src, "so.profile.yaml": reviewedProfile})
	in := Open(r.presses[0], Place{Folder: f, Name: "a.yaml"}.File())
	if in.Err != nil || len(in.Problems) > 0 {
		t.Fatal(in.Err, in.Problems)
	}
	files, err := r.presses[0].Files(in.Record)
	if err != nil || len(files) != 1 || files[0].Suffix != ".docx" {
		t.Fatal(files, err)
	}
	return files[0].Bytes
}

// changedWord changes the text of a Word file.
func changedWord(t *testing.T, src []byte, change func(xml string) string) []byte {
	t.Helper()
	zr, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	zw := zip.NewWriter(&out)
	for _, f := range zr.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name == "word/document.xml" {
			made := change(string(content))
			if made == string(content) {
				t.Fatal("the change is none")
			}
			content = []byte(made)
		}
		w, err := zw.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		w.Write(content)
	}
	zw.Close()
	return out.Bytes()
}

// paragraphWith returns the bytes of the paragraph that has a text.
func paragraphWith(t *testing.T, xml, text string) (from, to int) {
	t.Helper()
	at := strings.Index(xml, text)
	if at < 0 {
		t.Fatalf("no %q", text)
	}
	from = strings.LastIndex(xml[:at], "<w:p>")
	return from, at + strings.Index(xml[at:], "</w:p>") + len("</w:p>")
}

const (
	tracked = `<w:ins w:id="901" w:author="Trần Văn B" w:date="2026-01-10T08:05:00Z"><w:r><w:t>%</w:t></w:r></w:ins>`
	struck  = `<w:del w:id="902" w:author="Trần Văn B" w:date="2026-01-10T08:06:00Z"><w:r><w:delText>%</w:delText></w:r></w:del>`
)

func TestTake(t *testing.T) {
	word := wordOf(t, reviewed)
	for name, c := range map[string]struct {
		edit func(xml string) string
		want string   // kinds and names of the changes
		by   string   // who tracked the first
		old  []string // pairs of what the record said, and says then
	}{
		"untracked": {
			func(x string) string { return strings.Replace(x, "phần lớn", "90%", 1) }, "edited 1.1", "",
			[]string{"hoàn thành phần lớn nhiệm vụ", "hoàn thành 90% nhiệm vụ"},
		},
		"quotes": {
			func(x string) string {
				return strings.Replace(x, "còn chậm", `rất chậm`, 1)
			}, "edited 1.2", "",
			[]string{`\"còn chậm\"`, `\"rất chậm\"`},
		},
		"tracked": {
			func(x string) string {
				return strings.Replace(x, "Các phòng đã", `</w:t></w:r>`+strings.Replace(struck, "%", "Các phòng", 1)+strings.Replace(tracked, "%", "Các đơn vị", 1)+`<w:r><w:t xml:space="preserve"> đã`, 1)
			}, "edited 1.1", "Trần Văn B",
			[]string{"Các phòng đã hoàn thành", "Các đơn vị đã hoàn thành"},
		},
		"over the end of a line": {
			func(x string) string {
				from, to := paragraphWith(t, x, "rà soát")
				return x[:from] + strings.NewReplacer("dự toán, ", "dự toán năm 2026 và ", "Giám đốc Sở ", "lãnh đạo Sở ").Replace(x[from:to]) + x[to:]
			}, "edited 2.1", "",
			[]string{"rà soát dự toán,\n          báo cáo Giám đốc Sở", "rà soát dự toán năm 2026 và\n          báo cáo lãnh đạo Sở"},
		},
		"beside emphasis": {
			func(x string) string {
				return strings.Replace(x, ", báo cáo hằng", ", chủ động báo cáo hằng", 1)
			}, "edited 2.3", "",
			[]string{"**, báo cáo hằng", "**, chủ động báo cáo hằng"},
		},
		"opening": {
			func(x string) string {
				return strings.Replace(x, "các phòng báo cáo", "các phòng, đơn vị báo cáo", 1)
			}, "edited opening.2", "",
			[]string{"nghe các phòng báo cáo", "nghe các phòng, đơn vị báo cáo"},
		},
		"a new paragraph of the opening": {
			func(x string) string {
				from, to := paragraphWith(t, x, "chủ trì cuộc họp giao ban")
				return x[:from] + x[from:to] + `<w:p><w:r><w:t>Dự họp có lãnh đạo các phòng.</w:t></w:r></w:p>` + x[to:]
			}, "added opening.1+", "",
			[]string{"cuộc họp giao ban.\n", "cuộc họp giao ban.\n\n  Dự họp có lãnh đạo các phòng.\n"},
		},
		"the last paragraph of the opening": {
			func(x string) string {
				from, to := paragraphWith(t, x, "kết luận như sau")
				return x[:from] + x[from:to] + `<w:p><w:r><w:t>Đây là kết luận: * chung.</w:t></w:r></w:p>` + x[to:]
			}, "added opening.2+", "",
			[]string{"kết luận như sau:\n", "kết luận như sau:\n\n  Đây là kết luận: * chung.\n"},
		},
		"bold": {
			func(x string) string {
				return strings.Replace(x, "phần lớn", `</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">phần lớn</w:t></w:r><w:r><w:t xml:space="preserve">`, 1)
			}, "restyled 1.1 refused", "", nil,
		},
		"bold no more": {
			func(x string) string {
				return strings.Replace(x, `<w:b/><w:bCs/></w:rPr><w:t xml:space="preserve">giá thị trường`, `</w:rPr><w:t xml:space="preserve">giá thị trường`, 1)
			}, "restyled 2.3 refused", "", nil,
		},
		"edited and struck through": {
			func(x string) string {
				return strings.Replace(x, "phần lớn", `90% </w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t xml:space="preserve">số</w:t></w:r><w:r><w:t xml:space="preserve">`, 1)
			}, "edited 1.1; restyled 1.1+2 refused", "",
			[]string{"phần lớn", "90% số"},
		},
		"a new item": {
			func(x string) string {
				from, to := paragraphWith(t, x, "còn chậm")
				p := `<w:p><w:r><w:t>3. Công tác phối hợp: còn hạn chế.</w:t></w:r></w:p>`
				return x[:from] + x[from:to] + p + x[to:]
			}, "added 1.2+", "",
			[]string{"ở một số dự án.\"\n", "ở một số dự án.\"\n      - \"Công tác phối hợp: còn hạn chế.\"\n"},
		},
		"a removed item": {
			func(x string) string {
				from, to := paragraphWith(t, x, "Phòng Giá theo dõi")
				return x[:from] + x[to:]
			}, "removed 2.3", "",
			[]string{"      - text: Phòng Giá theo dõi **giá thị trường**, báo cáo hằng tháng.\n        lead: G\n        deadline: hằng tháng\n", ""},
		},
		"a recipient in the profile": {
			func(x string) string { return strings.Replace(x, "Lưu: VT, VP", "Lưu: VT, VP, NS", 1) }, "edited recipients.2", "", nil,
		},
		"what the template prints": {
			func(x string) string { return strings.Replace(x, "Độc lập", "Độc Lập", 1) }, "edited  refused", "", nil,
		},
		"joined": {
			func(x string) string {
				from, to := paragraphWith(t, x, "còn chậm")
				from0, to0 := paragraphWith(t, x, "phần lớn")
				inner := x[from:to]
				inner = inner[strings.Index(inner, "</w:pPr>")+len("</w:pPr>") : len(inner)-len("</w:p>")]
				inner = inner[strings.Index(inner, "<w:bookmarkStart"):]
				return x[:from0] + strings.TrimSuffix(x[from0:to0], "</w:p>") + `<w:r><w:t xml:space="preserve"> </w:t></w:r>` + inner + "</w:p>" + x[to:]
			}, "joined 1.1", "",
			[]string{"được giao.   # giữ lời\n      - \"Tiến độ giải ngân \\\"còn chậm\\\" ở một số dự án.\"\n", "được giao. Tiến độ giải ngân \"còn chậm\" ở một số dự án.   # giữ lời\n"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			edited := changedWord(t, word, c.edit)
			files := NewMemory(map[string]string{"a.yaml": reviewed, "so.profile.yaml": reviewedProfile, "sua.docx": string(edited)})
			r, err := NewReviser(nil)
			if err != nil {
				t.Fatal(err)
			}
			v := r.Revise(t.Context(), Place{Folder: files, Name: "a.yaml"}.File(), Place{Folder: files, Name: "sua.docx"})
			if v.Err != nil || len(v.Problems) > 0 {
				t.Fatal(v.Err, v.Problems)
			}
			var got []string
			var all []int
			for i, ch := range v.Changes {
				s := string(ch.Kind) + " " + ch.Name
				if len(ch.Edits) == 0 {
					s += " refused"
				} else {
					all = append(all, i)
				}
				got = append(got, s)
			}
			if strings.Join(got, "; ") != c.want {
				t.Fatalf("%q, want %q: %+v", got, c.want, v.Changes)
			}
			if by := v.Changes[0].By; c.by != "" && (len(by) == 0 || by[0].Name != c.by) {
				t.Errorf("by %v", by)
			}
			taken, err := v.Take(t.Context(), all)
			if err != nil || !slices.Equal(taken.Written, all) {
				t.Fatal(taken, err)
			}
			after := files.Files()
			want := reviewed
			if c.old != nil {
				want = strings.Replace(reviewed, c.old[0], c.old[1], 1)
			}
			if after["a.yaml"] != want {
				t.Errorf("%s\nwant\n%s", after["a.yaml"], want)
			}
			if again := r.Revise(t.Context(), Place{Folder: files, Name: "a.yaml"}.File(), Place{Folder: files, Name: "sua.docx"}); slices.ContainsFunc(again.Changes, func(ch revision.Change) bool { return len(ch.Edits) > 0 }) {
				t.Errorf("then: %+v", again.Changes)
			}
		})
	}
}
