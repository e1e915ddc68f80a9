package main

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// zipped is an archive of names and contents in turn.
func zipped(t testing.TB, pairs ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(pairs); i += 2 {
		f, err := w.Create(pairs[i])
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprint(f, pairs[i+1])
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// attached is a mail with one file.
func attached(name, content string) []byte {
	return []byte("From: a@b\r\nSubject: Báo cáo\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nKính gửi\r\n" +
		"--x\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=\"" + name + "\"\r\n\r\n" +
		base64.StdEncoding.EncodeToString([]byte(content)) + "\r\n--x--\r\n")
}

// An inbox is whatever people send: a mail, an archive, folders in folders, and
// what is no workbook is named.
func TestCollectInbox(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "examples"), os.DirFS("../../examples")); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	replies := map[string]string{}
	for _, u := range []string{"khtc", "qlkh", "vp"} {
		sentBack(t, u+".xlsx", u, "H+2", "đang thực hiện", "K+2", "của "+u)
		src, err := os.ReadFile(u + ".xlsx")
		if err != nil {
			t.Fatal(err)
		}
		replies[u] = string(src)
	}
	if err := os.MkdirAll("inbox/con/cháu", 0o777); err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string][]byte{
		"inbox/con/cháu/vp.xlsx": []byte(replies["vp"]), "inbox/a.eml": attached("khtc.xlsx", replies["khtc"]),
		"inbox/b.zip": zipped(t, "gui/qlkh.xlsx", replies["qlkh"], "gui/~$qlkh.xlsx", "x"), "inbox/c.pdf": []byte("%PDF"), "inbox/d.docx": []byte("PK"), "inbox/Thumbs.db": nil,
	} {
		save(t, name, string(content))
	}
	status, out, errs := runHere(t.Context(), nil, "collect", "examples/2020-q3-giao-ban.yaml", "inbox", "--as-of", "20/11/2020")
	for _, want := range []string{"5 tệp, 2 không dùng được; 3 báo cáo mới; 2 chỗ phải xem; bỏ qua 2 tệp ẩn, tệp tạm\n"} {
		if status != someFailed || !strings.Contains(out, want) {
			t.Errorf("status %d: %s%s", status, out, errs)
		}
	}
	for _, want := range []string{"inbox/c.pdf: tệp PDF", "inbox/d.docx: tệp Word", ".xlsx rồi gửi lại"} {
		if !strings.Contains(filepath.ToSlash(errs), want) {
			t.Errorf("%q is not in %s", want, errs)
		}
	}
}

// A folder of records is collected in one run, each record from its own
// replies, with the tasks that nobody has reported on.
func TestCollectFolder(t *testing.T) {
	t.Chdir(t.TempDir())
	generate(t, "records", 2, 4)
	inboxOf(t, "inbox", 2)
	quarterly, _ := filepath.Glob("sent/*/2020-Q3-dv1.xlsx")
	if more, _ := filepath.Glob("sent/*/*/2020-Q3-dv1.xlsx"); len(quarterly) == 0 {
		quarterly = more
	}
	if len(quarterly) != 1 {
		t.Fatal("no workbook of the quarter")
	}
	if err := fill(quarterly[0], "I+3", "đang thực hiện", "L+3", "theo bảng quý"); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(quarterly[0], "inbox/quy.xlsx"); err != nil {
		t.Fatal(err)
	}
	status, out, errs := runHere(t.Context(), nil, "collect", "records", "inbox", "--as-of", "31/12/2030")
	if status != allGood || strings.Count(out, ".progress.yaml\n") != 2 || !strings.Contains(out, "5 tệp, 0 không dùng được; 5 báo cáo mới; 0 chỗ phải xem") {
		t.Errorf("status %d: %s%s", status, out, errs)
	}
	again, out, errs := runHere(t.Context(), nil, "collect", "records", "inbox", "--as-of", "31/12/2030")
	if again != allGood || strings.Contains(out, ".progress.yaml") || !strings.Contains(out, "; 0 báo cáo mới;") || !strings.Contains(errs, "chưa báo cáo: ") {
		t.Errorf("again, status %d: %s%s", again, out, errs)
	}
}

// What is wrong with one record of a folder, or with one file of an inbox, stops
// no other, and what is of no record here says of which it is.
func TestCollectFolderInParts(t *testing.T) {
	t.Chdir(t.TempDir())
	generate(t, "records", 3, 4)
	inboxOf(t, "inbox", 1)
	if err := os.Remove("records/00/cuoc-hop-00003.yaml"); err != nil {
		t.Fatal(err)
	}
	save(t, "records/hong.yaml", "subject: [")
	save(t, "records/00/cuoc-hop-00001.progress.yaml", "tasks: x\n")
	save(t, "inbox/hong.zip", "PK")
	save(t, "inbox/la.ods", string(zipped(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", "<a><table><table-row><table-cell><p>x</p></table-cell></table-row></table></a>")))
	status, out, errs := runHere(t.Context(), nil, "collect", "records", "inbox", "--as-of", "31/12/2030")
	if status != someFailed || !strings.HasPrefix(filepath.ToSlash(out), "records/00/cuoc-hop-00002.progress.yaml\n5 tệp, 3 không dùng được; 1 báo cáo mới") {
		t.Errorf("status %d: %s", status, out)
	}
	for _, want := range []string{"records/hong.yaml:1", "cuoc-hop-00001.progress.yaml:1", "hong.zip: tệp hỏng", "la.ods: không trang nào có bảng", "bảng này của 2020-Q3-00003, không có trong các bản ghi ở đây"} {
		if !strings.Contains(filepath.ToSlash(errs), want) {
			t.Errorf("%q is not in %s", want, errs)
		}
	}
}

// inboxOf makes workbooks of the records in the folder "records" and fills in
// the first row of some units of each.
func inboxOf(t testing.TB, dir string, units int) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	if status, _, errs := runHere(t.Context(), nil, "batch", "records", "-o", "sent"); status != allGood {
		t.Fatal(errs)
	}
	sets, err := filepath.Glob("sent/cuoc-hop-*/don-vi")
	if err != nil || len(sets) == 0 {
		t.Fatal(err, "no workbooks")
	}
	for _, set := range sets {
		books, _ := filepath.Glob(set + "/*.xlsx")
		for _, book := range books[:min(units, len(books))] {
			src, err := os.ReadFile(book)
			if err != nil {
				t.Fatal(err)
			}
			to := filepath.Join(dir, filepath.Base(book))
			if err := os.WriteFile(to, src, 0o666); err != nil {
				t.Fatal(err)
			}
			if err := fill(to, "H+2", "đang thực hiện", "K+2", "đang làm"); err != nil {
				t.Fatal(err)
			}
		}
	}
}
