package office

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"ketluan/render/kind"
)

// isCommittee reports a people's committee, which signs TM. Ủy ban nhân dân.
func isCommittee(agency string) bool {
	name := strings.ToLower(agency)
	return strings.HasPrefix(name, "ủy ban nhân dân") || strings.HasPrefix(name, "uỷ ban nhân dân") || strings.HasPrefix(name, "ubnd")
}

// isParty reports a body of the Party.
func isParty(agency string) bool { return !kind.SystemOf(agency).IsFirst() }

// firstWords returns the first n words of a name.
func firstWords(name string, n int) string {
	words := strings.Fields(name)
	return strings.Join(words[:min(n, len(words))], " ")
}

// ofProvince parts the name of an agency from the province or city behind it, as in
// Sở Xây dựng tỉnh Lâm Đồng; province is "" where there is none.
func ofProvince(agency string) (name, province string) {
	for _, kind := range []string{" tỉnh ", " thành phố "} {
		if own, place, ok := strings.Cut(agency, kind); ok {
			return own, strings.TrimSpace(kind) + " " + place
		}
	}
	return agency, ""
}

func suggestParent(a Answers) string {
	if isCommittee(a["agency"]) {
		return "-"
	}
	_, province := ofProvince(a["agency"])
	if province == "" {
		province = "tỉnh Quảng Ngãi"
	}
	if isParty(a["agency"]) {
		return "Đảng bộ " + province
	}
	return "UBND " + province
}

// suggestCode returns the first letters of an agency's words: SKHCN.
func suggestCode(a Answers) string {
	if isCommittee(a["agency"]) {
		return "UBND"
	}
	name, code := a["agency"], ""
	if own, _ := ofProvince(name); !isParty(name) {
		name = own
	} else {
		name = strings.NewReplacer("ủ", "u", "uỷ", "uy").Replace(firstWords(name, 2)) // ĐU, TU
	}
	for word := range strings.FieldsFuncSeq(name, func(c rune) bool { return !unicode.IsLetter(c) }) {
		if word != "và" && len(code) < 30 {
			first, _ := utf8.DecodeRuneInString(norm.NFD.String(word)) // án: A, but đ: Đ
			code += string(unicode.ToUpper(first))
		}
	}
	return code
}

// suggestPlace returns the province, city, commune or ward that an agency or
// its parent is named after.
func suggestPlace(a Answers) string {
	for _, name := range []string{a["agency"], a["parent"]} {
		for _, kind := range []string{" tỉnh ", " thành phố ", " xã ", " phường ", " đặc khu "} {
			if _, place, ok := strings.Cut(name, kind); ok {
				return place
			}
		}
	}
	return "Quảng Ngãi"
}

// heads are the positions of those who head agencies, by how these are called.
var heads = []struct{ agency, head string }{
	{"chi cục", "Chi cục trưởng"}, {"cục", "Cục trưởng"}, {"vụ", "Vụ trưởng"}, {"phòng", "Trưởng phòng"},
	{"trường", "Hiệu trưởng"}, {"viện", "Viện trưởng"}, {"văn phòng", "Chánh Văn phòng"}, {"ban", "Trưởng ban"}, {"bộ", "Bộ trưởng"},
}

func headOf(agency string) string {
	switch {
	case isCommittee(agency):
		return "Chủ tịch"
	case isParty(agency):
		return "Bí thư"
	}
	for _, h := range heads {
		if strings.HasPrefix(strings.ToLower(agency), h.agency+" ") {
			return h.head
		}
	}
	return "Giám đốc"
}

func suggestUnits(a Answers) string {
	name := strings.ToLower(a["agency"])
	switch {
	case isParty(a["agency"]):
		return "Văn phòng " + firstWords(a["agency"], 2) + "; Ban Xây dựng Đảng; Ủy ban Kiểm tra"
	case isCommittee(name):
		return "Văn phòng HĐND và UBND; Phòng Kinh tế; Phòng Văn hóa - Xã hội"
	case strings.HasPrefix(name, "sở "):
		return "Văn phòng Sở; Phòng Kế hoạch - Tài chính; Phòng Tổ chức cán bộ"
	}
	return "Văn phòng; Phòng Kế hoạch - Tài chính; Phòng Tổ chức cán bộ"
}
