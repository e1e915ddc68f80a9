package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The words of generated records, of real notices.
var (
	unitNames = []string{
		"Phòng Kế hoạch - Tài chính", "Phòng Quản lý Khoa học", "Phòng Quản lý Công nghệ và Chuyên ngành", "Chi cục Tiêu chuẩn Đo lường Chất lượng",
		"Trung tâm Ứng dụng và Dịch vụ khoa học công nghệ", "Thanh tra Sở", "Văn phòng Sở", "Phòng Tổ chức cán bộ", "Chi cục Thủy lợi", "Chi cục Kiểm lâm",
		"Trung tâm Khuyến nông", "Phòng Quản lý đất đai",
	}
	verbs = []string{
		"Tham mưu", "Rà soát, hoàn thiện", "Chủ trì, phối hợp với các đơn vị liên quan xây dựng", "Khẩn trương triển khai", "Tổng hợp, báo cáo", "Theo dõi, đôn đốc thực hiện",
		"Tổ chức họp lấy ý kiến về", "Dự thảo, trình Giám đốc Sở",
	}
	objects = []string{
		"kế hoạch hoạt động khoa học và công nghệ giai đoạn 2021-2025", "quy trình nội bộ giải quyết thủ tục hành chính về đất đai theo phân cấp mới",
		"danh mục dự án đề xuất đưa vào kế hoạch đầu tư công trung hạn", "hồ sơ thẩm định kinh phí nhiệm vụ khoa học và công nghệ cấp cơ sở",
		"phương án phòng, chống thiên tai và tìm kiếm cứu nạn trên địa bàn tỉnh", "báo cáo kiểm định phương tiện đo thuộc lĩnh vực quản lý nhà nước của Sở",
		"Đề án Văn phòng khởi nghiệp đổi mới sáng tạo", "dự toán chi ngân sách của các đơn vị trực thuộc",
	}
	endings  = []string{"bảo đảm đúng quy định", "trình UBND tỉnh xem xét, phê duyệt", "gửi lấy ý kiến các sở, ngành và địa phương", "kịp thời tháo gỡ khó khăn, vướng mắc cho các đơn vị", "giải ngân đúng tiến độ"}
	products = []string{"Tờ trình", "Báo cáo", "Quyết định", "Kế hoạch", "Văn bản"}
)

// generate writes n records of the third quarter of 2020 below dir, in folders
// of a hundred, with one profile of 8 to 12 units. Each record has 8 to 30
// tasks. The same seed writes the same.
func generate(tb testing.TB, dir string, n int, seed uint64) {
	tb.Helper()
	generateLarge(tb, dir, n, seed, 8)
}

// mostTasks is how many tasks a generated record is meant to have at most.
const mostTasks = 30

// generateLarge is generate for records of so many tasks at least, up to mostTasks.
func generateLarge(tb testing.TB, dir string, n int, seed uint64, least int) {
	tb.Helper()
	chance := rand.New(rand.NewPCG(seed, 1))
	units := unitNames[:8+chance.IntN(5)]
	var profile strings.Builder
	profile.WriteString("agency: {parent: UBND tỉnh Quảng Ngãi, name: Sở Khoa học và Công nghệ, code: SKHCN, place: Quảng Ngãi}\nunits:\n")
	for i, u := range units {
		fmt.Fprintf(&profile, "  - {name: %q, short: DV%d}\n", u, i+1)
	}
	profile.WriteString("signers:\n  chanh-van-phong: {authority: TL. Giám đốc, position: Chánh Văn phòng, name: Nguyễn Thị Xuân}\nrecipients: [\"Các phòng, đơn vị trực thuộc Sở\", \"Lưu: VT, VP\"]\n")
	save(tb, filepath.Join(dir, "so.profile.yaml"), profile.String())
	for i := range n {
		save(tb, filepath.Join(dir, fmt.Sprintf("%02d", i/100), fmt.Sprintf("cuoc-hop-%05d.yaml", i+1)), recordOf(chance, i, units, least))
	}
}

func save(tb testing.TB, path, content string) {
	tb.Helper()
	err := os.MkdirAll(filepath.Dir(path), 0o777)
	if err == nil {
		err = os.WriteFile(path, []byte(content), 0o666)
	}
	if err != nil {
		tb.Fatal(err)
	}
}

func recordOf(chance *rand.Rand, i int, units []string, least int) string {
	pick := func(words []string) string { return words[chance.IntN(len(words))] }
	var b strings.Builder
	day := 1 + chance.IntN(28)
	fmt.Fprintf(&b, "profile: so.profile.yaml\ncode: 2020-Q3-%05d\nnumber: \"%d\"\nmeeting-date: %d/9/2020\ndate: 30/9/2020\n", i+1, i+1, day)
	fmt.Fprintf(&b, "subject: Kết luận của Phó Giám đốc Sở Khoa học và Công nghệ tại cuộc họp giao ban số %d Quý III năm 2020\n", i+1)
	fmt.Fprintf(&b, "opening: Ngày %d/9/2020, đồng chí Phó Giám đốc Sở chủ trì cuộc họp giao ban liên tịch. Sau khi nghe ý kiến của các đại biểu dự họp, Chủ trì kết luận như sau\n", day)
	b.WriteString("numbering: [\"1.\", \"(1)\"]\nconclusions:\n")
	tasks := least + chance.IntN(mostTasks-least+1)
	for _, u := range units {
		fmt.Fprintf(&b, "  - heading: %q\n    lead: %q\n    items:\n", u, u)
		for range max(1, tasks/len(units)) + chance.IntN(2) {
			fmt.Fprintf(&b, "      - text: >-\n          %s %s, %s; %s.\n", pick(verbs), pick(objects), pick(endings), pick(endings))
			if chance.IntN(3) == 0 {
				fmt.Fprintf(&b, "        deadline: trước ngày %d/11/2020\n", 1+chance.IntN(28))
			}
			if chance.IntN(3) == 0 {
				fmt.Fprintf(&b, "        product: %s\n", pick(products))
			}
			if partner := pick(units); partner != u && chance.IntN(3) == 0 {
				fmt.Fprintf(&b, "        partners: %q\n", partner)
			}
		}
	}
	b.WriteString("closing: Văn phòng Sở thông báo để các phòng, đơn vị biết, triển khai thực hiện\nsigner: chanh-van-phong\n")
	return strings.ReplaceAll(b.String(), "profile: so.profile.yaml", "profile: ../so.profile.yaml")
}
