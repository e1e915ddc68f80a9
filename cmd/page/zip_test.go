package page

import (
	"archive/zip"
	"bytes"
	"maps"
	"net/http/httptest"
	"testing"

	"ketluan/render/calendar"
)

// Files in a zip have the day of what they are about, or none.
func TestZipDay(t *testing.T) {
	for _, day := range []calendar.Date{{Year: 2026, Month: 10, Day: 7}, {}} {
		w, err := httptest.NewRecorder(), error(nil)
		if !sendZip(w, "a.zip", day, maps.All(map[string][]byte{`a\b.pdf`: []byte("x")}), &err) {
			t.Fatal("nothing is sent")
		}
		z, err := zip.NewReader(bytes.NewReader(w.Body.Bytes()), int64(w.Body.Len()))
		if err != nil || len(z.File) != 1 || z.File[0].Name != "a/b.pdf" || day.Valid() && !z.File[0].Modified.Equal(day.Time()) {
			t.Errorf("%v %+v", err, z.File[0].FileHeader)
		}
	}
}
