package page

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"path"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"ketluan/render/office"
	"ketluan/render/problem"
)

// A dropped file is one that came with a form. It is in memory only.
type dropped struct {
	Name string // as it is called, below the folder that was dropped: for messages, no path of this machine
	Src  []byte
}

const (
	sent       = "tep"    // the name of the field
	maxDropped = 2000     // files of one form
	maxSent    = 64 << 20 // bytes of one form
	maxName    = 120      // characters of a part of a name
)

// receive lets one form at a time in, and reads its files; done must be called
// when they are no longer wanted. A status that is not 0 is a form that is not
// taken, and why.
func (s *site) receive(w http.ResponseWriter, r *http.Request, most int) (files []dropped, done func(), status int, why problem.Text) {
	select {
	case s.admits <- struct{}{}:
		done = func() { <-s.admits }
	case <-r.Context().Done():
		return nil, func() {}, http.StatusRequestTimeout, problem.Textf("Trình duyệt đã bỏ đi", "The browser has gone")
	}
	r.Body = http.MaxBytesReader(w, r.Body, maxSent)
	files, err := readForm(r.Context(), r, most)
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		return nil, done, http.StatusRequestEntityTooLarge, problem.Textf("Tất cả lớn quá 64 MB: chia ra vài lần", "All together is larger than 64 MB: send it in parts")
	case errors.Is(err, errTooMany):
		io.Copy(io.Discard, r.Body) // a browser reads no answer before it has sent all
		return nil, done, http.StatusRequestEntityTooLarge, problem.Textf("Quá %d tệp một lần: chia ra vài lần", "More than %d files at once: send them in parts", most)
	case err != nil:
		return nil, done, http.StatusBadRequest, problem.Textf("Chưa nhận được tệp nào trọn vẹn", "No whole file has arrived")
	case len(files) == 0:
		return nil, done, http.StatusBadRequest, problem.Textf("Chưa chọn tệp nào", "No file was chosen")
	}
	return files, done, 0, problem.Text{}
}

var errTooMany = errors.New("too many files")

// readForm reads the files of a form, each once, past those without a name: a
// field in which nothing was chosen has one.
func readForm(ctx context.Context, r *http.Request, most int) (files []dropped, err error) {
	m, err := r.MultipartReader()
	if err != nil {
		return nil, err
	}
	taken := map[string]bool{}
	for fields := 0; ; fields++ {
		part, err := m.NextRawPart()
		switch {
		case err == io.EOF:
			return files, nil
		case err != nil:
			return nil, err
		case ctx.Err() != nil:
			return nil, ctx.Err()
		case fields > 2*most:
			return nil, errTooMany
		}
		_, about, _ := mime.ParseMediaType(part.Header.Get("Content-Disposition"))
		if about["name"] != sent || about["filename"] == "" {
			continue
		}
		if len(files) == most {
			return nil, errTooMany
		}
		src, err := io.ReadAll(part)
		if err != nil {
			return nil, err
		}
		if src == nil {
			src = []byte{}
		}
		files = append(files, dropped{unlike(taken, nameOf(about["filename"])), src})
	}
}

// nameOf is what a file is called that a browser calls name: its folders and
// itself, none of which leads upwards, nor says anything that is not seen.
func nameOf(name string) string {
	var parts []string
	for part := range strings.SplitSeq(strings.ReplaceAll(strings.ToValidUTF8(name, "_"), `\`, "/"), "/") {
		part = strings.TrimSpace(strings.Map(func(c rune) rune {
			if !unicode.IsPrint(c) {
				return -1
			}
			return c
		}, norm.NFC.String(part)))
		if part = shortened(part); part != "" && strings.Trim(part, ".") != "" {
			parts = append(parts, part)
		}
	}
	if len(parts) == 0 {
		return "tep"
	}
	return path.Join(parts[max(0, len(parts)-8):]...)
}

// shortened keeps the ending of a name.
func shortened(part string) string {
	if r := []rune(part); len(r) > maxName {
		ext := []rune(path.Ext(part))
		ext = ext[:min(len(ext), 8)]
		return string(r[:maxName-len(ext)]) + string(ext)
	}
	return part
}

// unlike returns a name that no other file of a form has.
func unlike(taken map[string]bool, name string) string {
	own := name
	for n := 2; taken[office.Fold(own)]; n++ {
		own = path.Join(path.Dir(name), fmt.Sprintf("%d-%s", n, path.Base(name)))
	}
	taken[office.Fold(own)] = true
	return own
}

// places are the files as operations of the office take them.
func places(files []dropped) (all []office.Place) {
	for _, f := range files {
		all = append(all, office.Place{Source: f.Src, Typed: f.Name})
	}
	return all
}
