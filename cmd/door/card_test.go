package door

import (
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// A second start finds the first by its card, which nobody else can read; when
// the first has ended there is none.
func TestSecondStart(t *testing.T) {
	hall := Hall{filepath.Join(t.TempDir(), "cache", "ketluan")}
	h := newHouse(t, "")
	serve(t, h.Door, inside)
	leave, err := hall.Enter(h.Door, "/office")
	if err != nil {
		t.Fatal(err)
	}
	slip, err := hall.Slip("/office", h.Address())
	if err != nil {
		t.Fatal(err)
	}
	if address, ok := hall.Find("/office"); !ok || address != h.Address() {
		t.Errorf("%s, %v", address, ok)
	}
	if _, ok := hall.Find("/another"); ok {
		t.Error("it is found for a folder that it does not serve")
	}
	for _, name := range []string{hall.name("/office", ".json"), slip} {
		if info, err := os.Stat(name); err != nil || runtime.GOOS != "windows" && info.Mode() != 0o600 {
			t.Errorf("%v, %v", info.Mode(), err)
		}
	}
	if info, err := os.Stat(hall.Dir); err != nil || runtime.GOOS != "windows" && info.Mode() != fs.ModeDir|0o700 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	if src, err := os.ReadFile(slip); err != nil || !strings.Contains(string(src), `url=`+h.Address()+`"`) {
		t.Errorf("%s, %v", src, err)
	}
	leave()
	if left, _ := os.ReadDir(hall.Dir); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
}

// A card that another could have written, or a server that does not know the
// secret, is not believed.
func TestFalseCards(t *testing.T) {
	other := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, r.URL.RawQuery) }))
	defer other.Close()
	liar := strings.TrimPrefix(other.URL, "http://")
	hall := Hall{t.TempDir()}
	h := newHouse(t, "")
	serve(t, h.Door, inside)
	whole := func(host, root, secret string) string {
		return `{"host":"` + host + `","root":"` + root + `","secret":"` + secret + `"}`
	}
	for name, c := range map[string]struct {
		content string
		mode    fs.FileMode
		found   bool
	}{
		"the true one":              {whole(h.host, h.root, h.secret), 0o600, true},
		"another server":            {whole(liar, h.root, h.secret), 0o600, false},
		"another secret":            {whole(h.host, h.root, token(32)), 0o600, false},
		"another machine":           {whole("192.0.2.1:80", h.root, h.secret), 0o600, false},
		"a name":                    {whole("localhost"+h.host[strings.Index(h.host, ":"):], h.root, h.secret), 0o600, false},
		"nobody there":              {whole("127.0.0.1:1", h.root, h.secret), 0o600, false},
		"others can write it":       {whole(h.host, h.root, h.secret), 0o622, false},
		"others can read it":        {whole(h.host, h.root, h.secret), 0o644, false},
		"no card":                   {"x", 0o600, false},
		"half of one":               {`{"host":"` + h.host + `"}`, 0o600, false},
		"more than any card":        {whole(h.host, h.root, h.secret) + strings.Repeat(" ", maxCard), 0o600, false},
		"a root that is no address": {whole(h.host, "\x7f", h.secret), 0o600, false},
	} {
		path := hall.name("/office", ".json")
		os.Remove(path)
		if err := os.WriteFile(path, []byte(c.content), c.mode); err != nil {
			t.Fatal(err)
		}
		os.Chmod(path, c.mode)
		if address, ok := hall.Find("/office"); ok != c.found && (runtime.GOOS != "windows" || c.mode == 0o600) {
			t.Errorf("%s: %s, %v", name, address, ok)
		}
	}
	path := hall.name("/office", ".json")
	os.Remove(path)
	aside := filepath.Join(t.TempDir(), "card")
	os.WriteFile(aside, []byte(whole(h.host, h.root, h.secret)), 0o600)
	if err := os.Symlink(aside, path); err != nil {
		t.Skip(err)
	}
	if _, ok := hall.Find("/office"); ok {
		t.Error("a link is followed")
	}
}

// Who has come after keeps its card when the first leaves.
func TestLeaveLeavesOthers(t *testing.T) {
	hall := Hall{t.TempDir()}
	first, second := newHouse(t, ""), newHouse(t, "")
	leave, err := hall.Enter(first.Door, "/office")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := hall.Enter(second.Door, "/office"); err != nil {
		t.Fatal(err)
	}
	leave()
	if c, err := hall.read(hall.name("/office", ".json")); err != nil || c.Secret != second.secret {
		t.Errorf("%v", err)
	}
}
