package tmpl

import (
	"testing"

	"ketluan/render/record"
)

func TestAbove(t *testing.T) {
	agency := record.Agency{Parent: "UBND tỉnh A", Name: "Sở B"}
	for _, c := range []struct {
		unit record.Unit
		want string
	}{
		{record.Unit{Name: "Phòng C"}, "Sở B"},
		{record.Unit{Name: "Công an tỉnh", Parent: "Bộ Công an"}, "Bộ Công an"},
		{record.Unit{Name: "UBND phường D"}, ""},
		{record.Unit{Name: "Ủy ban nhân dân xã E"}, ""},
		{record.Unit{Name: "Ủy ban nhân dân xã E", Parent: "UBND tỉnh A"}, "UBND tỉnh A"},
		{record.Unit{Name: "UBNDX"}, "Sở B"},
	} {
		if got := above(&c.unit, agency); got != c.want {
			t.Errorf("above %s is %q, want %q", c.unit.Name, got, c.want)
		}
	}
}
