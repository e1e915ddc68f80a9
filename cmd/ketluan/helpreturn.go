package main

// The helps of what comes after the notice.

const sendHelp = `Lập thư nháp gửi từng đơn vị: thông báo, bảng báo cáo, lịch các thời hạn.
Drafts of e-mails to the units: the notice, the workbook, the deadlines.

  ketluan send BAN-GHI.yaml|THU-MUC ... [tùy chọn / options]

  -o, --output THU-MUC   nơi ghi, mặc định "out" / where to write
      --notice TEP.pdf   đính kèm thông báo đã ký này / the notice as signed
  -t, --template MAU     mẫu thư, thông báo, bảng của mình / your own templates
      --fonts THU-MUC    Times New Roman của máy / your own faces
      --strict           dừng cả khi check có cảnh báo / stop at warnings too
      --overwrite        không giữ bản cũ / keep no copy of files that differ
      --json             kết quả cho phần mềm khác / for other programs
      --lang vi|en       tiếng của lời nhắn / language; -h, --help: trang này

Trong gui-thu/: mỗi đơn vị một thư .eml (mở bằng Outlook, Thunderbird để xem rồi
gửi), một lịch .ics, bảng báo cáo; và danh sách .csv để trộn thư. Chương trình
không gửi gì. "email" trong hồ sơ là ô Tới. Nothing is sent by the program.
Mã thoát / exit: 0 tốt / good, 1 có bản ghi lỗi / failed, 2 sai lệnh / usage

  $ ketluan send examples/2026-q1-giao-ban.yaml --notice da-ky.pdf
  out/2026-q1-giao-ban/gui-thu/2026-q1-giao-ban-gui-thu.csv
`

const collectHelp = `Thu các bảng đơn vị gửi lại vào sổ cạnh bản ghi: BAN-GHI.progress.yaml.
Reads the workbooks that units send back into the ledger beside the record.

  ketluan collect BAN-GHI.yaml|THU-MUC TEP|HOP-THU ... [tùy chọn / options]

      --as-of NGAY       coi hôm nay là ngày này, 20/11/2020 / as if it were
  -t, --template MAU     mẫu riêng của bảng đã gửi / your own workbook template
      --answers THU-MUC  thư hỏi lại: mỗi bảng có chỗ chưa rõ một tệp .txt, .eml
      --dry-run          chỉ xem, không ghi sổ / no ledger is written
      --lang vi|en       tiếng của lời nhắn / language of messages
  -h, --help             trang này / this page

Đọc .xlsx .ods .csv, .zip và .eml có các tệp ấy, mọi thư mục con; tệp khác nêu
tên và cần xin gì. THU-MUC: mọi bản ghi trong đó, cả bảng chung của quý. Nhận ra
bằng mã trong tệp; chỗ không rõ nêu kèm ô, không đoán. Sổ sửa tay được.
Other files are named with what to ask for; nothing is guessed.
Mã thoát / exit: 0 tốt / good, 1 có chỗ phải xem / look, 2 sai lệnh / usage

  $ ketluan collect examples/2020-q3-giao-ban.yaml inbox --as-of 20/11/2020
  examples/2020-q3-giao-ban.progress.yaml
  1 tệp, 0 không dùng được; 3 báo cáo mới; 0 chỗ phải xem
`

const statusHelp = `Tình hình thực hiện nhiệm vụ theo đơn vị chủ trì, và các nhiệm vụ quá hạn.
How the tasks stand, by leading unit, and which of them are overdue.

  ketluan status BAN-GHI.yaml|THU-MUC ... [tùy chọn / options]

      --quarter QUY      chỉ một quý, như 2020-Q3 / of one quarter only
      --as-of NGAY       coi hôm nay là ngày này, 20/11/2020 / as if it were
      --format KIEU      table, csv, json; mặc định / default: table
      --overdue          chỉ danh sách quá hạn / the overdue list only
      --lang vi|en       tiếng của lời nhắn / language of messages
  -h, --help             trang này / this page

Đúng ngày thời hạn là trong hạn, quá hạn từ ngày sau. Hoàn thành, chưa ghi ngày:
loại riêng. Nhiệm vụ giao nhiều đơn vị tính cho từng đơn vị theo báo cáo của đơn
vị ấy, tổng cộng tính một lần. The day of the deadline is in time; done without
a day stands apart; units are judged by their own reports.
Cuối cùng là chữ đơn vị ghi ngoài các cột. Last: what units wrote in no column.
Mã thoát / exit: 0 tốt / good, 1 có bản ghi lỗi / failed, 2 sai lệnh / usage

  $ ketluan status examples --quarter 2020-Q3 --as-of 20/11/2020 --overdue
  Không có nhiệm vụ quá hạn đến ngày 20/11/2020.
`

const carryHelp = `Lập bản ghi nháp của quý sau từ những nhiệm vụ chưa hoàn thành.
Drafts the next record from the tasks that are still open.

  ketluan carry BAN-GHI.yaml --to QUY [tùy chọn / options]

      --to QUY           quý của bản ghi sau, ví dụ 2020-Q4 / the next quarter
      --as-of NGAY       tính đến ngày này, mặc định hôm nay / as of
      --lang vi|en       tiếng của lời nhắn / language of messages
  -h, --help             trang này / this page

Đọc sổ ….progress.yaml cạnh bản ghi. Nhiệm vụ chưa xong giữ mã và thời hạn đầu
tiên, ghi từ quý nào; việc đã xong thì bỏ, phần mở đầu nói đã xong bao nhiêu.
Chỗ phải điền ghi [điền: …]; chưa điền thì render từ chối. Không ghi đè tệp nào.
It reads the ledger beside the record; open tasks keep their ID and deadline.
Mã thoát / exit: 0 tốt / good, 1 lỗi / failed, 2 sai lệnh / usage

  $ ketluan carry examples/2026-q1-giao-ban.yaml --to 2026-Q2 --as-of 31/3/2026
  examples/2026-q2-giao-ban.yaml
`

const importHelp = `Đọc thông báo kết luận đã có (.docx, PDF có chữ) thành bản ghi nháp và hồ sơ.
Reads a notice that others made into the draft of a record and a profile.

  ketluan import TEP.docx|TEP.pdf|THU-MUC ... [tùy chọn / options]

  -o, --output           bản ghi (….yaml) hay thư mục, mặc định cạnh văn bản
                         a record, or a folder; by default beside the document
      --json             kết quả cho phần mềm khác / for other programs
      --lang vi|en       tiếng của lời nhắn / language; -h, --help: trang này

Mỗi mục có ghi chú đã đọc ở đâu; chỗ không chắc thì ghi [điền: …], kèm lời của
văn bản. Bản nháp được in thử, so từng đoạn với văn bản gốc. Không ghi đè tệp.
Every field says where it was read; what is not sure is [điền: …]. The draft is
made and compared with the source, paragraph by paragraph. Nothing is written
over. Scans, .doc, TCVN3, VNI and what is no notice are refused, in words.
Mã thoát / exit: 0 tốt, kể cả còn chỗ phải điền / good, with gaps too,
                 1 có tệp không đọc được / not read, 2 sai lệnh / usage

  $ ketluan import thong-bao-cu.docx -o nhap/thong-bao-cu.yaml
  nhap/thong-bao-cu.yaml
  nhap/skhcn.profile.yaml
`

const completionHelp = `In lệnh để shell gợi ý khi gõ phím Tab.
Prints the script by which a shell completes commands.

  ketluan completion bash|zsh|fish|powershell

Dùng ngay / for this session:
  bash         source <(ketluan completion bash)
  zsh          source <(ketluan completion zsh)
  fish         ketluan completion fish | source
  powershell   ketluan completion powershell | Out-String | Invoke-Expression

Dùng mãi: thêm dòng ấy vào ~/.bashrc, ~/.zshrc, config.fish hoặc $PROFILE.
For good: put the line into that file.

Ví dụ / example:
  $ source <(ketluan completion bash)
  $ ketluan render --only <Tab>
  pdf   xlsx
`
