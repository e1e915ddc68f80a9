package office

import (
	"strings"
	"testing"

	"ketluan/render/calendar"
)

// What the register says of a record comes before what the record says: issued,
// changed since, taken back, half issued; and a number that it does not know is
// no issue.
func TestLookByRegister(t *testing.T) {
	folder := NewMemory(issuables(5))
	p := issuePress(t)
	issued(t, p, folder, Issuing{Date: issueDay}, "hop-1.yaml", "hop-2.yaml", "hop-3.yaml")
	issued(t, p, folder, Issuing{Withdraw: "sai"}, "hop-3.yaml")
	put := func(name, content string) {
		t.Helper()
		if _, err := folder.Apply(t.Context(), []Change{{Name: name, Bytes: []byte(content), Else: Replace}}); err != nil {
			t.Fatal(err)
		}
	}
	put("hop-2.yaml", strings.Replace(folder.Files()["hop-2.yaml"], "công khai dự toán", "công khai các các dự toán ,", 1))
	put("hop-4.yaml", strings.Replace(folder.Files()["hop-4.yaml"], "# sáng", "\nnumber: \"07\"\ndate: 9/1/2026", 1))
	surveyor := NewSurveyor(p)
	look := func(want ...string) {
		t.Helper()
		listing, err := Find(t.Context(), []Place{{Folder: folder, Name: "."}})
		if err != nil {
			t.Fatal(err)
		}
		s, _ := surveyor.Look(t.Context(), Asking{AsOf: calendar.Date{Year: 2026, Month: 2, Day: 1}, Jobs: 1}, listing)
		for i, r := range s.Records {
			if got := string(r.State) + " " + string(r.Next) + " " + r.Step.VI; !strings.HasPrefix(got, want[i]) || len(s.Problems) > 0 {
				t.Errorf("%s: %q, want %q %v", r.Path, got, want[i], s.Problems)
			}
		}
	}
	for range 2 { // the second time registers are not parsed again
		look("issued follow Chờ báo cáo", "issued issue Xem: bản ghi đã đổi từ khi phát hành số 02/TB-STC", "ready issue Số 03/TB-STC đã thu hồi: phát hành lại", "ready issue Phát hành: số 07 chưa có trong sổ", "ready issue Phát hành: cấp số")
	}
	put(bookName, strings.Replace(folder.Files()[bookName], "state: đã thu hồi", "state: đang phát hành", 1))
	look("issued", "issued", "ready issue Phát hành nốt số 03/TB-STC", "ready", "ready")
}

// An entry knows its files and what the record says otherwise; a number that was
// taken back can be taken out of the record, and of no other.
func TestEntry(t *testing.T) {
	folder := NewMemory(issuables(1))
	p := issuePress(t)
	found := Place{Folder: folder, Name: "hop-1.yaml"}.File()
	issued(t, p, folder, Issuing{Date: issueDay}, "hop-1.yaml")
	in, e, err := EntryOf(p, found)
	if err != nil || !e.Stands() || e.Changed != nil || len(e.Differences(in.Record)) != 0 {
		t.Fatalf("%+v %v", e, err)
	}
	files, err := FilesNow(folder, e.Document)
	if err != nil || len(files) != 1 || files[0].State != FileWhole {
		t.Errorf("%+v %v", files, err)
	}
	pdf := files[0].Name
	for content, want := range map[string]FileState{folder.Files()[pdf] + "ký": FileAdded, "khác": FileAltered} {
		if _, err := folder.Apply(t.Context(), []Change{{Name: pdf, Bytes: []byte(content), Else: Replace}}); err != nil {
			t.Fatal(err)
		}
		if files, _ := FilesNow(folder, e.Document); files[0].State != want {
			t.Errorf("%+v", files)
		}
	}
	if err := Unnumber(t.Context(), p, found, SumOf(in.Source)); err != ErrNotGone {
		t.Error(err)
	}
	issued(t, p, folder, Issuing{Withdraw: "sai"}, "hop-1.yaml")
	if err := Unnumber(t.Context(), p, found, "khác"); err == nil {
		t.Error("another record than was seen is changed")
	}
	if err := Unnumber(t.Context(), p, found, SumOf(in.Source)); err != nil {
		t.Fatal(err)
	}
	in, e, _ = EntryOf(p, found)
	if in.Record.Number != "" || !in.Record.Date.IsZero() || len(e.Differences(in.Record)) != 2 {
		t.Errorf("%+v", e.Differences(in.Record))
	}
	if out := issued(t, p, folder, Issuing{Date: issueDay}, "hop-1.yaml"); !out.Documents[0].Done || out.Documents[0].Number != "02" {
		t.Errorf("%+v", out)
	}
}

// A surveyor that only reads counts the tasks that Status counts, also of records
// that the press of the list refuses.
func TestReading(t *testing.T) {
	files := issuables(3)
	files["hop-2.yaml"] = strings.Replace(files["hop-2.yaml"], "signer: {position: Giám đốc, name: Nguyễn Văn A}\n", "", 1)
	folder := NewMemory(files)
	reader, err := Reader()
	if err != nil {
		t.Fatal(err)
	}
	listing, err := Find(t.Context(), []Place{{Folder: folder, Name: "."}})
	if err != nil {
		t.Fatal(err)
	}
	strict := NewSurveyor(issuePress(t))
	board := strict.Reading(reader)
	a := Asking{AsOf: calendar.Date{Year: 2026, Month: 4, Day: 20}, Jobs: 2}
	want, _ := Status(t.Context(), reader, a, listing)
	for range 2 {
		got, _ := board.Look(t.Context(), a, listing)
		list, _ := strict.Look(t.Context(), a, listing)
		if got.Standing.Total != want.Total || want.Total.Tasks != 3 || list.Standing.Total.Tasks != 2 || len(got.Standing.Problems) != len(want.Problems) {
			t.Errorf("%+v, by status %+v, by the list %+v", got.Standing.Total, want.Total, list.Standing.Total)
		}
	}
}
