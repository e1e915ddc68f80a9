package page

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"testing"
	"time"

	"ketluan/render/testdata/racing"
)

// sentForm is files as a browser sends them, under the names that it is given.
func sentForm(files ...[2]string) (body *bytes.Buffer, kind string) {
	body = new(bytes.Buffer)
	m := multipart.NewWriter(body)
	for _, f := range files {
		h := map[string][]string{"Content-Disposition": {fmt.Sprintf(`form-data; name="tep"; filename="%s"`, f[0])}}
		part, err := m.CreatePart(h)
		if err != nil {
			panic(err)
		}
		io.WriteString(part, f[1])
	}
	m.Close()
	return body, m.FormDataContentType()
}

func (d *desk) send(path string, body io.Reader, kind string) *httptest.ResponseRecorder {
	r := httptest.NewRequest("POST", path, body)
	r.Header.Set("Content-Type", kind)
	w := httptest.NewRecorder()
	d.handler.ServeHTTP(w, r)
	return w
}

// bomb is a zip of so many entries, each of which says that it is small and
// unpacks to a gigabyte.
func bomb(entries int) string {
	var packed bytes.Buffer
	f, _ := flate.NewWriter(&packed, flate.BestCompression)
	zeros := make([]byte, 1<<20)
	for range 64 {
		f.Write(zeros)
	}
	f.Close()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := range entries {
		part, _ := w.CreateRaw(&zip.FileHeader{Name: fmt.Sprintf("%d.xlsx", i), Method: zip.Deflate, CompressedSize64: uint64(packed.Len()), UncompressedSize64: 64 << 20 >> (i % 12)})
		part.Write(packed.Bytes())
	}
	w.Close()
	return b.String()
}

// Whatever is sent is answered soon, takes little memory, and writes nothing.
func TestHostileUploads(t *testing.T) {
	racing.Skip(t)
	many := make([][2]string, 10_000)
	for i := range many {
		many[i] = [2]string{fmt.Sprintf("%d.xlsx", i), "PK"}
	}
	fields := "--x\r\n" + strings.Repeat("Content-Disposition: form-data; name=\"khac\"\r\n\r\n1\r\n--x\r\n", 20_000) + "--x--"
	for _, path := range []string{"/thu-bao-cao", "/tu-van-ban-cu", "/do"} {
		d := newDesk(t, map[string]string{"a.yaml": small})
		d.ask(t, "GET", "/thu-bao-cao", nil) // what is made once is not counted
		for name, hostile := range map[string]struct {
			files  [][2]string
			raw    string
			status int // 0: any but a success that writes
		}{
			"a bomb":        {files: [][2]string{{"a.zip", bomb(200)}}},
			"10,000 files":  {files: many, status: http.StatusRequestEntityTooLarge},
			"100 MB":        {files: [][2]string{{"a.xlsx", strings.Repeat("x", 100<<20)}}, status: http.StatusRequestEntityTooLarge},
			"names":         {files: [][2]string{{"../../../etc/a.yaml", small}, {`..\..\a.yaml`, small}, {"a\x00.yaml", small}, {"a.yaml", small}, {"/a.yaml", small}, {"con", small}, {strings.Repeat("a/", 5000), small}, {"\xff\xfe.xlsx", small}, {"..", small}}},
			"no file":       {files: [][2]string{{"", ""}}, status: http.StatusBadRequest},
			"no form":       {raw: "x", status: http.StatusBadRequest},
			"half a form":   {raw: "--x\r\nContent-Disposition: form-data; name=\"tep\"; filename=\"a.xlsx\"\r\n\r\nPK", status: http.StatusBadRequest},
			"20,000 fields": {raw: fields},
		} {
			body, kind := sentForm(hostile.files...)
			if hostile.raw != "" {
				body, kind = bytes.NewBufferString(hostile.raw), `multipart/form-data; boundary="x"`
			}
			hostile.files = nil
			var before, after runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&before)
			began := time.Now()
			w := d.send(path, body, kind)
			took := time.Since(began)
			runtime.ReadMemStats(&after)
			if hostile.status != 0 && w.Code != hostile.status || w.Code >= 500 {
				t.Errorf("%s %s: %d %.300s", path, name, w.Code, w.Body)
			}
			if took > 5*time.Second {
				t.Errorf("%s %s: %v", path, name, took)
			}
			if got := (after.HeapAlloc - min(before.HeapAlloc, after.HeapAlloc)) >> 20; got > 300 {
				t.Errorf("%s %s: %d MB", path, name, got)
			}
			if files := d.folder.Files(); len(files) != 1 || files["a.yaml"] != small {
				t.Errorf("%s %s has written %d files", path, name, len(files)-1)
			}
		}
	}
}

// A name leads nowhere, and says only what can be seen.
func TestNameOf(t *testing.T) {
	for name, want := range map[string]string{
		"../../a.xlsx": "a.xlsx", `C:\Users\a\b.xlsx`: "C:/Users/a/b.xlsx", "a\x00b.xlsx": "ab.xlsx", "..": "tep", "": "tep", "/": "tep", "a/./b": "a/b",
		"a\nb.eml": "ab.eml", "\u202exslx.a": "xslx.a", "quý 3/bảng.xlsx": "quý 3/bảng.xlsx", strings.Repeat("ế", 500) + ".xlsx": strings.Repeat("ế", maxName-5) + ".xlsx",
	} {
		if got := nameOf(name); got != want {
			t.Errorf("%q is %q, want %q", name, got, want)
		}
	}
	taken := map[string]bool{}
	for _, want := range []string{"x/a.xlsx", "x/2-a.xlsx", "x/3-a.xlsx"} {
		if got := unlike(taken, "x/a.xlsx"); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

// One form is read at a time: others wait, and go when their browser does.
func TestOneFormAtATime(t *testing.T) {
	d := newDesk(t, map[string]string{"a.yaml": small})
	body, kind := sentForm([2]string{"a.xlsx", "PK"})
	slow, w := io.Pipe()
	first := make(chan int)
	go func() { first <- d.send("/thu-bao-cao", slow, kind).Code }()
	w.Write(body.Bytes()[:10])
	second := make(chan int)
	go func() { second <- d.send("/thu-bao-cao", bytes.NewReader(body.Bytes()), kind).Code }()
	select {
	case code := <-second:
		t.Errorf("the second was read while the first is: %d", code)
	case <-time.After(100 * time.Millisecond):
	}
	w.Write(body.Bytes()[10:])
	w.Close()
	if a, b := <-first, <-second; a != http.StatusSeeOther || b != http.StatusSeeOther {
		t.Errorf("%d, %d", a, b)
	}
}

// Looking at what comes from outside changes nothing, nor does taking back what
// nobody has taken in.
func TestLookingAtReplies(t *testing.T) {
	d := newDesk(t, map[string]string{"a.yaml": small})
	for _, path := range []string{"/thu-bao-cao", "/thu-bao-cao/x", "/thu-bao-cao/x/tra-lai", "/thu-bao-cao/x/thu/1", "/tu-van-ban-cu", "/tu-van-ban-cu/x", "/tu-van-ban-cu/x/bo", "/ho-so", "/do"} {
		d.ask(t, "GET", path, nil)
	}
	for _, path := range []string{"/thu-bao-cao/x/tra-lai", "/tu-van-ban-cu/x/bo", "/ho-so/x/ghi"} {
		if status, _ := d.ask(t, "POST", path, nil); status != http.StatusNotFound {
			t.Errorf("%s: %d", path, status)
		}
	}
	if files := d.folder.Files(); len(files) != 1 || files["a.yaml"] != small {
		t.Errorf("%v", files)
	}
	if status, body := d.ask(t, "GET", "/thu-bao-cao", nil); status != http.StatusOK || !strings.Contains(body, "Phòng Ngân sách") {
		t.Errorf("%d %s", status, body)
	}
}
