package main

const issueHelp = `Phát hành: xét như render, cấp số và ngày, ghi vào bản ghi, lập tệp, vào sổ.
Issues records: the gate of render, number and date, the files, the register.

  ketluan issue BAN-GHI.yaml|THU-MUC ... [tùy chọn / options]

  -o, --output THU-MUC   nơi ghi, mặc định "out" / where to write
      --number SO        không ghi thì số tiếp theo của loại ấy / or the next
      --date NGAY        ngày ban hành; bản ghi chưa có thì hỏi / else it asks
      --withdraw "LY DO" thu hồi: số giữ trong sổ, không cấp lại / take back
      --dry-run          chỉ xem sẽ cấp số nào / tell only
  -t, --template, --docx, --units, --fonts, --attach-record, --signing-boxes,
      --strict           như render / as in render
      --json             kết quả cho phần mềm khác / for other programs
      --lang vi|en       tiếng của lời nhắn / language; -h, --help: trang này
Nhiều bản ghi: theo thứ tự ngày. Sổ MA-NAM.register.yaml cạnh hồ sơ cơ quan, mỗi
năm (hồ sơ có term: mỗi nhiệm kỳ) một sổ. Sổ mở giữa năm: --number ở lần đầu. Bị
ngắt thì chạy lại, số không đổi. Run again after a crash: same number.
Mã thoát / exit: 0 tốt / good, 1 có bản ghi lỗi / failed, 2 sai lệnh / usage

  $ ketluan issue examples/2026-q1-giao-ban.yaml --dry-run
`

const registerHelp = `Xem sổ đăng ký văn bản đi: dãy số, số thiếu, số trùng, bản ghi đã đổi sau khi
phát hành; lập sổ Excel theo Phụ lục IV Nghị định 30/2020/NĐ-CP (-o).
Looks through the registers of documents, and makes the decree's workbook.

  ketluan register [THU-MUC|SO.register.yaml ...] [tùy chọn / options]

  -o, --output THU-MUC   lập sổ Excel vào đây / where the workbook goes
  -t, --template MAU     mẫu sổ của mình / a template of your own
      --json             cho phần mềm khác / for other programs
      --lang vi|en       tiếng của lời nhắn / language of messages
  -h, --help             trang này / this page

Sổ là tệp YAML, sửa tay được: văn bản phát hành ngoài chương trình ghi thêm (số,
loại, ngày, trích yếu); số bỏ ghi state: đã hủy. Chỗ sai được nêu đúng dòng.
The register is YAML and may be edited by hand; what is wrong is told by line.
Mã thoát / exit: 0 tốt / good, 1 có chỗ sai / faults, 2 sai lệnh / usage

  $ ketluan register van-phong -o out
`
