package kind

import "testing"

func TestSymbol(t *testing.T) {
	for _, c := range []struct{ kind, agency, want string }{
		{"thong-bao", "SKHCN", "05/TB-SKHCN"}, {"cong-van", "SKHCN-VP", "05/SKHCN-VP"}, {"quy-dinh", "UBND", "05/QyĐ-UBND"},
		{"dang-thong-bao", "ĐU", "05-TB/ĐU"}, {"dang-cong-van", "ĐU", "05-CV/ĐU"}, {"dang-quy-dinh", "TU", "05-QĐi/TU"},
	} {
		if got := New(c.kind, "").Symbol("05", c.agency); got != c.want {
			t.Errorf("%s: %s, want %s", c.kind, got, c.want)
		}
	}
}

func TestSystems(t *testing.T) {
	for name, want := range map[string]string{"": "decree", "Nhà nước": "decree", "PARTY": "party", "Đảng": "party"} {
		if s, ok := SystemNamed(name); !ok || s.Name != want {
			t.Errorf("%q: %s", name, s.Name)
		}
	}
	if s, ok := SystemNamed("đoàn"); ok {
		t.Errorf("đoàn: %s", s.Name)
	}
	for name, want := range map[string]string{
		"Đảng ủy xã An Lâm": "party", "Tỉnh uỷ Quảng Ngãi": "party", "Chi bộ 3": "party", "Đảng ủy Ủy ban nhân dân xã": "party",
		"UBND xã An Lâm": "decree", "Sở Tài chính": "decree", "Thành phố": "decree", "Chi cục Thủy lợi": "decree", "Công ty A": "decree", "": "decree",
	} {
		if got := SystemOf(name).Name; got != want {
			t.Errorf("%q: %s, want %s", name, got, want)
		}
	}
}

// What a kind is in the other system, and back; and what a page shows.
func TestCounterpart(t *testing.T) {
	party, _ := SystemNamed("party")
	decree, _ := SystemNamed("decree")
	for name, want := range map[string]string{"thong-bao": "dang-thong-bao", "cong-van": "dang-cong-van", "giay-nghi-phep": ""} {
		k, ok := party.Counterpart(New(name, ""))
		if k.Name != want || ok != (want != "") {
			t.Errorf("%s: %s", name, k.Name)
		}
		if back, _ := decree.Counterpart(k); ok && back.Name != name {
			t.Errorf("%s: back to %s", name, back.Name)
		}
	}
	for _, c := range []struct {
		system            System
		title, code, want string
	}{
		{party, "THÔNG BÁO", "", "dang-thong-bao"}, {party, "", "CV", "dang-cong-van"}, {party, "GIẤY ĐI ĐƯỜNG", "", "dang-van-ban"},
		{decree, "THÔNG BÁO", "", "thong-bao"}, {decree, "", "", Any}, {decree, "GIẤY ĐI ĐƯỜNG", "", Any},
	} {
		if got := c.system.Of(c.title, c.code); got.Name != c.want {
			t.Errorf("%s %s of %s: %s", c.title, c.code, c.system.Name, got.Name)
		}
	}
	if !party.Judges("DG-17") || party.Judges("ND30-HD-10") || !party.Judges("CT-01") || decree.Judges("DG-17") {
		t.Error("rules of the other system")
	}
}
