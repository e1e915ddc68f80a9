package office

// What the first files of an office say. Each is a template over first.

const firstProfile = `# yaml-language-server: $schema=profile.schema.json
# Hồ sơ cơ quan: ghi một lần, dùng cho mọi bản ghi (hồ sơ: {{.Profile}}).
# Mỗi khóa còn có tên tiếng Anh (số: number …), viết tên nào cũng được.
{{- if .Party}}
hệ thống: đảng   # thể thức văn bản của Đảng
{{- end}}
cơ quan:
{{- if .HasParent}}
  cơ quan chủ quản: {{yaml (.At "parent")}}   # in trên tên cơ quan
{{- end}}
  tên: {{yaml (.At "agency")}}
  chữ viết tắt: {{yaml (.At "code")}}   # trong ký hiệu: {{if .Party}}Số 05-TB/{{.At "code"}}{{else}}Số: 05/TB-{{.At "code"}}{{end}}
  địa danh: {{yaml (.At "place")}}

# Các đơn vị nhận nhiệm vụ. Thêm "tên ngắn: KHTC" hay "tên khác: [Tài vụ]" để
# bản ghi gọi cho gọn.
đơn vị:
{{- range .Units}}
  - tên: {{yaml .Name}}
{{- with .Second}}
    tên ngắn: {{yaml .}}
{{- end}}
{{- end}}

# Nhóm: gọi một tên thay cho nhiều đơn vị.
nhóm đơn vị:
  - tên: {{.Everyone}}
    đơn vị: tất cả
{{- range .Groups}}
  - tên: {{yaml .Name}}
    đơn vị:
{{- range .Units}}
      - {{yaml .}}
{{- end}}
{{- end}}

# Những người ký; bản ghi gọi bằng khóa (người ký: nguoi-dung-dau). {{if .Party}}Cấp phó ký
# thay mặt tập thể thì thêm một khóa có cùng thẩm quyền, chức vụ của cấp phó.
{{- else}}Cấp phó ký
# thay thì thêm một khóa có "thẩm quyền: KT. {{.At "position"}}".
{{- end}}
những người ký:
  nguoi-dung-dau:
{{- with .Authority}}
    thẩm quyền: {{.}}
{{- end}}
    chức vụ: {{yaml (.At "position")}}
    họ tên: {{yaml (.At "signer")}}
{{- range .Others}}
  {{.Key}}:
{{- if eq (len .Authority) 1}}
    thẩm quyền: {{yaml (index .Authority 0)}}
{{- else if .Authority}}
    thẩm quyền:
{{- range .Authority}}
      - {{yaml .}}
{{- end}}
{{- end}}
    chức vụ: {{yaml .Position}}{{if not .Authority}}   # ký thừa lệnh, thừa ủy quyền thì thêm "thẩm quyền"{{end}}
    họ tên: {{yaml .Name}}
{{- end}}

# Nơi nhận; các dấu - ; . do chương trình ghi. Dòng có dấu hai chấm thì đặt
# trong ngoặc kép.
nơi nhận:
{{- range .Recipients}}
  - {{yaml .}}
{{- else}}
{{- if .HasParent}}
  - {{yaml (printf "%s (để b/c)" (.At "parent"))}}
{{- end}}
  - {{.Everyone}}
{{- end}}
{{- if .Kept}}
{{- else if .Party}}
  - Lưu {{.Keeps}}
{{- else}}
  - "Lưu: VT, VP"   # VP: đơn vị soạn thảo
{{- end}}
`

const firstRecord = `# yaml-language-server: $schema=record.schema.json
# Bản ghi kết luận cuộc họp. Sửa lời văn cho đúng cuộc họp, rồi chạy:
#   ketluan check tệp-này.yaml            tìm lỗi
#   ketluan render tệp-này.yaml -o out    lập thông báo và bảng theo dõi
# Lời văn có dấu hai chấm thì đặt trong ngoặc kép, hoặc viết sau >- như dưới đây.
hồ sơ: {{.Profile}}

số:                  # để trống cho văn thư cấp, hoặc "05"
ngày ban hành:       # để trống được
ngày họp: {{.Meeting}}
hạn báo cáo:         # ngày các đơn vị gửi lại bảng báo cáo; để trống được

trích yếu: >-
  {{fold (printf "%s của %s tại cuộc họp giao ban Quý %s" .Concluded .Body .Quarter)}}

mở đầu: >-
  {{fold (printf "Ngày %s, %s chủ trì cuộc họp giao ban Quý %s. Sau khi nghe các đơn vị báo cáo và ý kiến của các đại biểu dự họp, %s kết luận như sau:" .Meeting .Head .Quarter .Body)}}

# Cuộc họp: để lập giấy mời, chương trình, biên bản từ cùng bản ghi này thì bỏ dấu #.
# cuộc họp:
#   tên: cuộc họp giao ban Quý {{.Quarter}}
#   bắt đầu: 08 giờ 00
#   kết thúc: 11 giờ 00
#   địa điểm: phòng họp
#   chủ trì: nguoi-dung-dau            # khóa trong "những người ký", hoặc họ tên, chức vụ
#   thư ký: {họ tên: …, chức vụ: …}
#   có mặt:
#     - {họ tên: …, chức vụ: …}
#   ý kiến:
#     - {người phát biểu: …, nội dung: …}

cách đánh số: ["1.", "a)", "-"]

kết luận:
  # Mục không có đơn vị chủ trì chỉ được in, không vào bảng theo dõi.
  - nội dung: >-
      Trong thời gian qua, {{.All}} đã có nhiều cố gắng trong việc thực
      hiện nhiệm vụ được giao; tuy nhiên, tiến độ một số việc còn chậm.

  # Mục có nội dung và đơn vị chủ trì là một nhiệm vụ. Thông báo chỉ in lời văn:
  # nói đủ ai chủ trì, ai phối hợp, đến bao giờ; ketluan check nêu chỗ còn thiếu.
  # Muốn thông báo tự ghi thêm thành một câu thì thêm dòng "phân công: in".
  - nội dung: >-
      Giao {{.Lead}} chủ trì,
{{- if ne .Lead .Second}} phối hợp với
      {{.Second}}{{end}}
      tổng hợp kết quả thực hiện nhiệm vụ Quý {{.Quarter}} của {{.All}}, xây
      dựng báo cáo chung trước ngày {{.First}}.
    chủ trì: {{yaml .Lead}}
{{- if ne .Lead .Second}}
    phối hợp: {{yaml .Second}}
{{- end}}
    thời hạn: trước ngày {{.First}}
    sản phẩm: Báo cáo kết quả thực hiện nhiệm vụ

  # Chủ trì và thời hạn ghi ở mục trên thì các mục dưới được thừa hưởng, và lời
  # văn của mục trên nói cho cả các mục dưới.
  - nội dung: >-
      Về công tác kế hoạch, tài chính, giao {{.Second}}
      chủ trì, hoàn thành trước ngày {{.Last}} các việc sau:
    chủ trì: {{yaml .Second}}
    thời hạn: trước ngày {{.Last}}
    theo dõi: không          # lời dẫn: chỉ các việc bên dưới là nhiệm vụ
    các mục:
      - nội dung: Rà soát tiến độ giải ngân kinh phí được giao, đề xuất phương án điều chỉnh.
        sản phẩm: Báo cáo tiến độ giải ngân
      - nội dung: Xây dựng kế hoạch công tác quý tiếp theo.
        sản phẩm: Dự thảo kế hoạch

  # "tất cả" là mọi đơn vị.
  - nội dung: >-
      {{.Everyone}} rà soát các nhiệm vụ chưa hoàn thành, báo cáo nguyên nhân và
      giải pháp trước ngày {{.Last}}.
    chủ trì: tất cả
    thời hạn: trước ngày {{.Last}}
    sản phẩm: Báo cáo của từng đơn vị

phần kết: {{.Everyone}} nghiêm túc triển khai thực hiện các nội dung trên.

người ký: nguoi-dung-dau   # khóa trong mục "những người ký" của hồ sơ
`
