package office

import (
	"slices"
	"strings"
	"testing"

	"ketluan/render/register"
	"ketluan/render/testdata/racing"
)

// Killed at any step, or let down by the disk there, a run leaves no number
// without a word: the next run completes the documents, each under the number that
// the register has for it, and none has two.
func TestIssueKilled(t *testing.T) {
	racing.Skip(t)
	p := issuePress(t)
	names := []string{"hop-1.yaml", "hop-2.yaml"}
	held := 0
	for _, dies := range []bool{true, false} {
		for n := 1; ; n++ {
			f := NewMemory(issuables(2))
			f.FailAt, f.Dies = n, dies
			issueSome(t, p, f, names)
			if f.Steps() < n {
				break
			}
			f = f.Reborn()
			given := map[string]string{} // numbers by records, before the next run
			if _, err := f.Lstat(bookName); err == nil {
				for _, d := range bookOf(t, f, bookName).Documents {
					given[d.Record] = d.Number
					if d.State == register.Issuing {
						held++
					}
				}
			}
			out := issued(t, p, f, Issuing{Date: issueDay}, names...)
			numbers, wrong := isWhole(t, f)
			if numbers != "01 02" || len(wrong) > 0 || len(out.Faults) > 0 {
				t.Fatalf("step %d, dies %v: numbers %s, %q, %v", n, dies, numbers, wrong, out.Faults)
			}
			for _, d := range out.Documents {
				if was := given[d.Record]; !d.Done || was != "" && was != d.Number {
					t.Fatalf("step %d, dies %v: %s had %q: %+v", n, dies, d.Record, was, d)
				}
			}
		}
	}
	if held == 0 {
		t.Error("no run was stopped between the number and the files")
	}
}

// issueSome issues what it can: a run that fails or dies.
func issueSome(t *testing.T, p *Press, f *Memory, names []string) Issuance {
	var records []Found
	for _, name := range names {
		records = append(records, Place{Folder: f, Name: name}.File())
	}
	out, _, err := Issue(t.Context(), p, Issuing{Out: f, Date: issueDay}, records)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// halfIssued is a folder in which a run was killed between the number and the
// files.
func halfIssued(t *testing.T, p *Press) *Memory {
	t.Helper()
	for n := 1; ; n++ {
		f := NewMemory(issuables(2))
		f.FailAt, f.Dies = n, true
		issueSome(t, p, f, []string{"hop-1.yaml"})
		if f.Steps() < n {
			t.Fatal("no step is between the number and the files")
		}
		f = f.Reborn()
		if release, err := f.Hold(t.Context()); err != nil || release() != nil {
			t.Fatal(err)
		}
		if _, err := f.Lstat(bookName); err == nil && bookOf(t, f, bookName).Documents[0].State == register.Issuing {
			return f
		}
	}
}

// Another record gets the next number, and is told of the one that is half issued;
// that one keeps its number though its record was mended meanwhile.
func TestIssueHalf(t *testing.T) {
	p := issuePress(t)
	f := halfIssued(t, p)
	out := issued(t, p, f, Issuing{Date: issueDay}, "hop-2.yaml")
	if out.Documents[0].Number != "02" || saidOf(out.Faults) != "số 01/TB-STC đang phát hành dở" || !strings.Contains(out.Faults[0].Hint.VI, "ketluan issue hop-1.yaml") {
		t.Errorf("%+v", out)
	}
	src := strings.Replace(f.Files()["hop-1.yaml"], "công khai dự toán", "công khai quyết toán", 1)
	files := f.Files()
	files["hop-1.yaml"] = src
	f = NewMemory(files)
	if d := issued(t, p, f, Issuing{}, "hop-1.yaml").Documents[0]; !d.Resumed || !d.Done || d.Number != "01" {
		t.Errorf("%+v", d)
	}
	if numbers, wrong := isWhole(t, f); numbers != "01 02" || len(wrong) > 0 {
		t.Errorf("%s %q", numbers, wrong)
	}
}

// A number that is given up stays in the register, as cancelled where nothing was
// issued under it, as withdrawn where it was; a record gets another only when its
// own number is taken out.
func TestWithdraw(t *testing.T) {
	p := issuePress(t)
	f := halfIssued(t, p)
	issued(t, p, f, Issuing{Withdraw: "bỏ"}, "hop-1.yaml")
	issued(t, p, f, Issuing{Date: issueDay}, "hop-2.yaml")
	issued(t, p, f, Issuing{Withdraw: "sai \"người ký\""}, "hop-2.yaml")
	again := issued(t, p, f, Issuing{Withdraw: "nữa"}, "hop-2.yaml").Documents[0]
	var got []string
	for _, d := range bookOf(t, f, bookName).Documents {
		got = append(got, d.Number+" "+d.State.String()+" "+d.Note)
	}
	if want := []string{"01 đã hủy bỏ", "02 đã thu hồi sai \"người ký\""}; !slices.Equal(got, want) || !again.Again {
		t.Errorf("%q; %+v", got, again)
	}
	if d := issued(t, p, f, Issuing{}, "hop-2.yaml").Documents[0]; saidOf(d.Problems) != "số 02/TB-STC đã thu hồi" {
		t.Errorf("%+v", d)
	}
	files := f.Files()
	files["hop-2.yaml"] = issuables(2)["hop-2.yaml"]
	f = NewMemory(files)
	if d := issued(t, p, f, Issuing{Date: issueDay, Number: ""}, "hop-2.yaml").Documents[0]; !d.Done || d.Number != "03" {
		t.Errorf("%+v", d)
	}
}

// What was changed behind the register's back is told: the record, its files, by
// issue, by check and where it is made again. Files that are gone are made again,
// a file that was signed is let be.
func TestIssuedThenChanged(t *testing.T) {
	p := issuePress(t)
	f := NewMemory(issuables(1))
	pdf := "hop-1/hop-1.pdf"
	issued(t, p, f, Issuing{Date: issueDay}, "hop-1.yaml")
	whole := f.Files()
	with := func(name, content string) *Memory {
		files := f.Files()
		if files[name] = content; content == "" {
			delete(files, name)
		}
		return NewMemory(files)
	}
	gone := with(pdf, "")
	if d := issued(t, p, gone, Issuing{}, "hop-1.yaml").Documents[0]; !d.Done || len(d.Told) > 0 || gone.Files()[pdf] != whole[pdf] {
		t.Errorf("gone: %+v", d)
	}
	for content, want := range map[string]string{
		whole[pdf] + "%signed":    "đã được ký số hoặc ghi thêm từ khi phát hành số 01/TB-STC, nội dung đã phát hành còn nguyên",
		"%PDF-1.7 something else": "khác tệp đã phát hành số 01/TB-STC",
	} {
		other := with(pdf, content)
		if d := issued(t, p, other, Issuing{}, "hop-1.yaml").Documents[0]; !d.Done || saidOf(d.Told) != want || other.Files()[pdf] != content {
			t.Errorf("%q: %+v", want, d)
		}
	}
	const changed = "bản ghi đã đổi từ khi phát hành số 01/TB-STC ngày 09/01/2026"
	record := with("hop-1.yaml", strings.Replace(whole["hop-1.yaml"], "công khai", "công bố", 1))
	if d := issued(t, p, record, Issuing{}, "hop-1.yaml").Documents[0]; d.Done || saidOf(d.Problems) != changed {
		t.Errorf("record: %+v", d)
	}
	found := Place{Folder: record, Name: "hop-1.yaml"}.File()
	if v, _ := Check(t.Context(), p, Checking{}, []Found{found}); saidOf(v[0].Issued) != changed || v[0].Blocked(false) || !v[0].Blocked(true) {
		t.Errorf("check: %+v", v[0].Issued)
	}
	if m := Make(t.Context(), p, Order{Out: record}, found); !m.Done || saidOf(m.Told) != changed {
		t.Errorf("render: %+v", m)
	}
	if all, err := Registers(t.Context(), []Place{{Folder: record, Name: "."}}); err != nil || len(all) != 1 || saidOf(all[0].Changed) != changed {
		t.Errorf("register: %+v, %v", all, err)
	}
	profile := with("so.profile.yaml", strings.Replace(whole["so.profile.yaml"], "Quảng Ngãi,", "Quảng Nam,", 1))
	if m := Make(t.Context(), p, Order{Out: profile}, Place{Folder: profile, Name: "hop-1.yaml"}.File()); saidOf(m.Told) != "hop-1/hop-1.pdf lập ra khác tệp đã phát hành số 01/TB-STC" {
		t.Errorf("profile: %+v", m)
	}
	other := with("hop-1.yaml", strings.Replace(whole["hop-1.yaml"], "2026-Q1-H1", "2026-Q2", 1))
	if d := issued(t, p, other, Issuing{}, "hop-1.yaml").Documents[0]; saidOf(d.Problems) != "tệp này đã phát hành số 01/TB-STC với mã 2026-Q1-H1, nay mang mã 2026-Q2" {
		t.Errorf("another meeting: %+v", d)
	}
}

// The register stands beside the profile, wherever the records are; the folder of
// the output may be the same.
func TestIssueShelf(t *testing.T) {
	p := issuePress(t)
	files := issuables(2)
	for _, name := range []string{"hop-1.yaml", "hop-2.yaml"} {
		files["q1/"+name] = strings.Replace(files[name], "so.profile.yaml", "../office/so.profile.yaml", 1)
		delete(files, name)
	}
	files["office/so.profile.yaml"] = files["so.profile.yaml"]
	f := NewMemory(files)
	for i, name := range []string{"q1/hop-1.yaml", "q1/hop-2.yaml"} {
		if d := issued(t, p, f, Issuing{Date: issueDay}, name).Documents[0]; !d.Done || d.Number != []string{"01", "02"}[i] || d.Register != "office/"+bookName {
			t.Errorf("%+v", d)
		}
	}
	if d := bookOf(t, f, "office/"+bookName).Documents[1]; d.Record != "../q1/hop-2.yaml" {
		t.Errorf("%+v", d)
	}
	all, err := Registers(t.Context(), []Place{{Folder: f, Name: "."}})
	if err != nil || len(all) != 1 || len(all[0].Changed) > 0 {
		t.Errorf("%+v, %v", all, err)
	}
}

// What another record was issued as is not put aside for a record of the same name.
func TestIssueSameName(t *testing.T) {
	p := issuePress(t)
	files := issuables(2)
	files["q1/hop.yaml"], files["q2/hop.yaml"] = files["hop-1.yaml"], files["hop-2.yaml"]
	for _, q := range []string{"q1", "q2"} {
		files[q+"/hop.yaml"] = strings.Replace(files[q+"/hop.yaml"], "so.profile.yaml", "../so.profile.yaml", 1)
	}
	f := NewMemory(files)
	both := issued(t, p, f, Issuing{Date: issueDay}, "q1/hop.yaml", "q2/hop.yaml").Documents
	if !both[0].Done || both[1].Done || saidOf(both[1].Problems) != `tên đầu ra "hop" đã của q1/hop.yaml` {
		t.Errorf("%+v", both)
	}
	if d := issued(t, p, f, Issuing{Date: issueDay}, "q2/hop.yaml").Documents[0]; d.Done || saidOf(d.Problems) != "ở đây là văn bản đã phát hành số 01/TB-STC" {
		t.Errorf("%+v", d)
	}
	if numbers := len(bookOf(t, f, bookName).Documents); numbers != 1 {
		t.Errorf("%d numbers", numbers)
	}
}

// A dry run gives the numbers that a run would, and changes nothing.
func TestIssueDry(t *testing.T) {
	p := issuePress(t)
	f := NewMemory(issuables(2))
	before := tree(f.Files())
	out := issued(t, p, f, Issuing{Date: issueDay, DryRun: true}, "hop-1.yaml", "hop-2.yaml")
	if out.Documents[1].Symbol != "02/TB-STC" || !out.Documents[1].Done || tree(f.Files()) != before {
		t.Errorf("%+v", out)
	}
}
