package page

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"net/http"

	"ketluan/render/office"
	"ketluan/render/problem"
)

// idOf is what addresses call a record: a sum of its path. No path comes from a
// browser; what an address says is only looked up among the records there are.
func idOf(f office.Found) string {
	sum := sha256.Sum256([]byte(f.Rel))
	return hex.EncodeToString(sum[:8])
}

// find lists the records of the folder.
func (s *site) find(ctx context.Context) (office.Listing, error) {
	l, err := office.Find(ctx, []office.Place{s.Place})
	known := map[string]office.Found{}
	for _, f := range l.Records {
		known[idOf(f)] = f
	}
	s.mu.Lock()
	s.known = known
	s.mu.Unlock()
	return l, err
}

// named returns the record that the address of a request names; false where it
// has said that there is none.
func (s *site) named(w http.ResponseWriter, r *http.Request) (office.Found, bool) {
	id := r.PathValue("id")
	s.mu.Lock()
	f, ok := s.known[id]
	s.mu.Unlock()
	if !ok {
		if _, err := s.find(r.Context()); err != nil && r.Context().Err() != nil {
			return f, false
		}
		s.mu.Lock()
		f, ok = s.known[id]
		s.mu.Unlock()
	}
	if !ok {
		s.fail(w, r, http.StatusNotFound, problem.Textf("Thư mục không còn bản ghi này", "This record is not in the folder any more"),
			problem.Textf("Bản ghi đã được đổi tên, chuyển chỗ hoặc xóa; xem danh sách", "It was renamed, moved or removed; look at the list"))
	}
	return f, ok
}
