package door

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"io"
	"io/fs"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"time"
)

// A Hall is a folder of the user's own, as that of caches, in which those who
// serve say so: where a second start finds the first.
type Hall struct{ Dir string }

// UserHall is that of the user.
func UserHall() (Hall, error) {
	dir, err := os.UserCacheDir()
	return Hall{filepath.Join(dir, "ketluan")}, err
}

// A card says where a door is, and with which secret it opens. Nobody else can
// read it.
type card struct {
	Host   string `json:"host"`
	Root   string `json:"root"`
	Secret string `json:"secret"`
}

// maxCard is more than any card has.
const maxCard = 4 << 10

// name returns the path of what says something of a folder that is served, by
// its absolute path.
func (h Hall) name(served, ending string) string {
	sum := sha256.Sum256([]byte(served))
	return filepath.Join(h.Dir, hex.EncodeToString(sum[:8])+ending)
}

// Find returns the address of the door that serves a folder already; false where
// there is none. It takes no word for it: what answers there must know the secret.
func (h Hall) Find(served string) (address string, ok bool) {
	c, err := h.read(h.name(served, ".json"))
	if err != nil {
		return "", false
	}
	host, _, err := net.SplitHostPort(c.Host)
	if ip := net.ParseIP(host); err != nil || ip == nil || !ip.IsLoopback() {
		return "", false
	}
	asked := token(16)
	d := &Door{host: c.Host, root: c.Root, secret: c.Secret}
	if got, err := ask("http://" + c.Host + c.Root + proofPath + "?" + challenge + "=" + asked); err != nil || !same(got, proofOf(c.Secret, asked)) {
		return "", false
	}
	return d.Address(), true
}

// read reads a card that only the user can have written.
func (h Hall) read(name string) (c card, err error) {
	info, err := os.Lstat(name)
	if err != nil {
		return c, err
	}
	if !info.Mode().IsRegular() || info.Size() > maxCard || runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0 {
		return c, fs.ErrPermission
	}
	src, err := os.ReadFile(name)
	if err != nil {
		return c, err
	}
	if err := json.Unmarshal(src, &c); err != nil {
		return c, err
	}
	if c.Host == "" || c.Root == "" || c.Secret == "" {
		return c, errors.New("the card is not whole")
	}
	return c, nil
}

// ask fetches what is behind an address, past any proxy.
func ask(address string) (string, error) {
	client := http.Client{
		Timeout:       time.Second,
		Transport:     &http.Transport{Proxy: nil, DisableKeepAlives: true},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	if _, err := url.Parse(address); err != nil {
		return "", err
	}
	answer, err := client.Get(address)
	if err != nil {
		return "", err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return "", errors.New(answer.Status)
	}
	b, err := io.ReadAll(io.LimitReader(answer.Body, maxCard))
	return string(b), err
}

// proofOf answers a challenge as only who knows the secret can.
func proofOf(secret, challenge string) string {
	m := hmac.New(sha256.New, []byte(secret))
	io.WriteString(m, proofPath+challenge)
	return hex.EncodeToString(m.Sum(nil))
}

// Enter says that a door serves a folder. Leave takes that back.
func (h Hall) Enter(d *Door, served string) (leave func(), err error) {
	src, err := json.Marshal(card{d.host, d.root, d.secret})
	if err != nil {
		return nil, err
	}
	name := h.name(served, ".json")
	if err := h.write(name, src); err != nil {
		return nil, err
	}
	return func() {
		if c, err := h.read(name); err == nil && c.Secret == d.secret { // another may have come since
			os.Remove(name)
			os.Remove(h.name(served, ".html"))
		}
	}, nil
}

// Slip writes a page that leads to an address, and returns its path: a browser
// is started with that, since others can read what programs are started with.
func (h Hall) Slip(served, address string) (path string, err error) {
	path = h.name(served, ".html")
	to := html.EscapeString(address)
	return path, h.write(path, fmt.Appendf(nil, "<!doctype html>\n<meta charset=\"utf-8\">\n<title>ketluan</title>\n<meta http-equiv=\"refresh\" content=\"0;url=%s\">\n<a href=\"%s\">ketluan</a>\n", to, to))
}

// write puts a file in its place whole, for the user's eyes only.
func (h Hall) write(name string, content []byte) error {
	if err := os.MkdirAll(h.Dir, 0o700); err != nil {
		return err
	}
	beside := name + "." + rand.Text()
	f, err := os.OpenFile(beside, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	err = errors.Join(err, f.Close())
	if err == nil {
		err = os.Rename(beside, name)
	}
	if err != nil {
		os.Remove(beside)
	}
	return err
}
