package kind

import (
	"slices"
	"testing"
)

func TestIn(t *testing.T) {
	notices, all := []string{"thong-bao"}, Administrative()
	for _, c := range []struct {
		kind Kind
		in   []string
		want bool
	}{
		{Notice(), nil, true}, {Notice(), notices, true}, {Notice(), all, true}, {Notice(), Administrative("thong-bao"), false},
		{New("giay-moi", ""), notices, false}, {New("giay-moi", ""), all, true},
		{New("thu-khen", ""), all, true}, {New("thu-khen", ""), notices, false}, {New("thu-khen", "thong-bao"), notices, true},
		{New("thu-khen", "phieu-trinh"), all, false}, {New("phieu-trinh", ""), all, false}, {New("dang-thong-bao", ""), all, false},
		{Kind{}, nil, true}, {Kind{}, all, false},
	} {
		if got := c.kind.In(c.in); got != c.want {
			t.Errorf("%v in %v: %v", c.kind, c.in, got)
		}
	}
}

func TestNames(t *testing.T) {
	names := Names()
	slices.Sort(names)
	if len(slices.Compact(names)) != len(Names()) {
		t.Error("a name stands twice")
	}
	for name, want := range map[string]string{
		"thong-bao": "", "thong-boa": "thong-bao", "thongbao": "thong-bao", "thong-baos": "thong-bao", "giay-mai": "giay-moi",
		"thu-khen": "", "bien-ban-hop": "", "": "", "giay-bao": "",
	} {
		if got := Slip(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}
