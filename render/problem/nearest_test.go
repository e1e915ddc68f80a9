package problem

import (
	"strings"
	"testing"
)

func TestNearest(t *testing.T) {
	names := []string{"render", "help", "completion"}
	for word, want := range map[string]string{
		"rendr": "render", "RENDER": "render", "hlep": "help", "hellp": "help", "complete": "completion", "completoin": "completion",
		"": "", "x": "", "redone": "",
	} {
		if got := Nearest(word, names); got != want {
			t.Errorf("%q: %q, want %q", word, got, want)
		}
	}
}

func TestSlip(t *testing.T) {
	names := []string{"giay-moi", "bien-ban"}
	for word, want := range map[string]string{"giay-moii": "giay-moi", "gaiy-moi": "giay-moi", "bienban": "bien-ban", "giay-moi": "", "giay-nhan": "", "": ""} {
		if got := Slip(word, names); got != want {
			t.Errorf("%q: %q, want %q", word, got, want)
		}
	}
}

func TestNearestFirst(t *testing.T) {
	names := []string{"ngày họp", "trích yếu", "kết luận", "mã"}
	for word, want := range map[string]string{
		"trich yeu": "trích yếu, ngày họp, kết luận, mã", "NGÀY HOP": "ngày họp, trích yếu, kết luận, mã", "kết": "kết luận, trích yếu, ngày họp, mã", "": "ngày họp, trích yếu, kết luận, mã",
	} {
		if got := strings.Join(NearestFirst(word, names), ", "); got != want {
			t.Errorf("%q: %s, want %s", word, got, want)
		}
	}
	if names[0] != "ngày họp" {
		t.Error("the names given are in another order now")
	}
}
