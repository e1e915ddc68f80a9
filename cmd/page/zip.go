package page

import (
	"archive/zip"
	"iter"
	"net/http"
	"net/url"
	"path"
	"strings"

	"ketluan/render/calendar"
)

// mimes are those of files that are fetched, by their ends.
var mimes = map[string]string{
	".pdf": "application/pdf", ".zip": "application/zip", ".csv": "text/csv; charset=utf-8", ".eml": "message/rfc822", ".ics": "text/calendar; charset=utf-8",
	".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

// attach says that an answer is a file to be kept under a name.
func attach(w http.ResponseWriter, name string) {
	kind := mimes[path.Ext(name)]
	if kind == "" {
		kind = "application/octet-stream"
	}
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Content-Disposition", "attachment; filename*=UTF-8''"+url.PathEscape(name))
}

// sendZip sends files by their names as they come, in one zip that is nowhere
// whole, each with the day of what it is about, and reports whether there was any. Where one cannot be had the answer
// breaks off, so that nobody takes it for all of them.
func sendZip(w http.ResponseWriter, name string, day calendar.Date, files iter.Seq2[string, []byte], failed *error) (any bool) {
	z := zip.NewWriter(w)
	for file, content := range files {
		if !any {
			attach(w, name)
			any = true
		}
		how := zip.Deflate
		if ext := path.Ext(file); ext == ".xlsx" || ext == ".docx" {
			how = zip.Store // they are zips themselves
		}
		header := &zip.FileHeader{Name: strings.ReplaceAll(file, `\`, "/"), Method: how}
		if day.Valid() {
			header.Modified = day.Time()
		}
		into, err := z.CreateHeader(header)
		if err == nil {
			_, err = into.Write(content)
		}
		if err != nil {
			return true // the browser has gone
		}
	}
	switch {
	case !any:
		return false
	case *failed != nil:
		panic(http.ErrAbortHandler)
	}
	z.Close()
	return true
}
