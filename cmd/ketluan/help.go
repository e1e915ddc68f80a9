package main

// Each help fits a screen of 24 lines of 80 characters.

const rootHelp = `ketluan lập Thông báo kết luận cuộc họp (PDF), bảng theo dõi nhiệm vụ (XLSX).
Notices of a meeting's conclusions, and the follow-up of their tasks.

  ketluan serve     bàn làm việc trong trình duyệt / all of it in a browser
  ketluan init      hồ sơ cơ quan và bản ghi đầu tiên / a first record
  ketluan import    bản ghi từ thông báo cũ (Word, PDF) / old notices in
  ketluan render    thông báo, bảng theo dõi, báo cáo / notice, workbooks …
  ketluan batch     cả quý trong một lệnh / a whole quarter in one go
  ketluan check     tìm lỗi trước khi ký / find mistakes before signing
  ketluan take      lấy chỗ lãnh đạo sửa trong Word / edits made in Word
  ketluan verify    đo PDF theo thể thức / measure a finished PDF
  ketluan issue     cấp số, phát hành, vào sổ; register: xem sổ / issue, number
  ketluan send      thư nháp gửi từng đơn vị / drafts of e-mails to the units
  ketluan collect   thu báo cáo của các đơn vị / read the units' replies
  ketluan status    tình hình thực hiện / how the tasks stand
  ketluan carry     bản ghi quý sau từ việc còn mở / the next quarter's record
  ketluan schema, completion, help LỆNH   lược đồ, phím Tab, mọi tùy chọn / more
  --lang vi|en, --version, -h, --help    tiếng, phiên bản, trang này / this page

Ví dụ / example:
  $ ketluan render examples/2020-q3-giao-ban.yaml -o out
  out/2020-q3-giao-ban/2020-q3-giao-ban.pdf
  out/2020-q3-giao-ban/2020-q3-giao-ban-theo-doi.xlsx
`

const renderHelp = `Lập thông báo (PDF) và bảng theo dõi (XLSX) từ bản ghi cuộc họp (YAML).
Makes the notice and the tracking workbook of each record; "-" is stdin.

  ketluan render BAN-GHI.yaml ... [tùy chọn / options]

  -o, --output THU-MUC   nơi ghi, mặc định "out" / where to write
  -t, --template MAU     mẫu có sẵn hay đường dẫn; nhiều mẫu: giay-moi,bien-ban
      --all              mọi văn bản đủ dữ kiện / all that it has the facts for
      --docx, --only pdf|docx|xlsx  thêm Word; chỉ một loại / Word too; one kind
      --units            bảng báo cáo cho từng đơn vị / a workbook for each unit
      --as-of NGAY       báo cáo, công văn, bảng: số liệu đến hết ngày;
      --number, --date   số, ngày của văn bản / day of figures, number and date
      --name TEN         tên đầu ra của "-" / name of the output of "-"
      --fonts THU-MUC    Times New Roman của máy (times.ttf …) / your own faces
      --draft            dự thảo: số dòng, chỗ thiếu trong ngoặc / gaps marked
      --attach-record    đính kèm bản ghi vào PDF / the record inside the PDF
      --signing-boxes    tệp JSON ghi vị trí ký / JSON with the places to sign
      --strict           dừng cả khi check có cảnh báo / stop at warnings too
      --overwrite        không giữ bản cũ / keep none; -h, --help, --lang vi|en
Tệp cũ mà khác thì giữ tên ….cu-1 / a differing old file is kept as ….cu-1
Mã thoát / exit: 0 tốt / good, 1 có bản ghi lỗi / failed, 2 sai lệnh / usage
  $ ketluan render examples/2020-q3-giao-ban.yaml -o out --draft
  out/2020-q3-giao-ban/2020-q3-giao-ban-du-thao.pdf
`

const checkHelp = `Tìm lỗi trong bản ghi trước khi ký: Nghị định 30, ngày tháng, đơn vị, chính tả.
Finds what is wrong in records: the decree's words, dates, units, spelling.

  ketluan check BAN-GHI.yaml | THU-MUC ... [tùy chọn / options]

      --fix              sửa những chỗ chỉ có một cách đúng, không đụng đến tên;
                         mọi byte khác giữ nguyên / mend, but no name
      --questions        nhiệm vụ chưa rõ người, việc, thời gian, sản phẩm: hỏi
                         người chủ trì / what to ask the chair
  -o, --output THU-MUC   phiếu hỏi PDF / the questions as a sheet
      --strict           cảnh báo cũng là lỗi / warnings count as errors
  -t, --template MAU     mẫu riêng đòi những mục nào / what your template needs
      --explain MA       giải thích một quy tắc, có ví dụ / explain a rule
      --rules            liệt kê các quy tắc / list all rules
      --json, --sarif    cho phần mềm khác / for other programs
      --lang vi|en       tiếng của lời nhắn / language of messages
  -h, --help             trang này / this page
Bỏ qua ở một dòng / for one line:    # ketluan: bỏ qua NV-03
Tắt cả cơ quan / for the office:     checks-off: {NV-07: lý do} (trong hồ sơ)
Mã thoát / exit: 0 tốt / good, 1 có lỗi / errors, 2 sai lệnh / usage

  $ ketluan check examples/2026-q1-giao-ban.yaml
  1 bản ghi: không có gì phải sửa
`

const batchHelp = `Lập mọi bản ghi (*.yaml, *.yml) dưới các thư mục, và bảng theo dõi của cả quý.
Makes all records below the directories, and the quarter's workbooks.

  ketluan batch THU-MUC ... [tùy chọn / options]
  ketluan batch merge OUT ...   ghép các phần --shard / join shards

  -o, --output THU-MUC   nơi ghi, mặc định "out" / where to write
      --quarter 2020-Q3  chỉ bản ghi của quý ấy / records of that quarter only
      --dry-run          chỉ kiểm tra, nói sẽ làm gì / check and tell only
      --force            lập lại cả tệp không đổi / make again what is unchanged
      --strict           dừng cả khi có cảnh báo / warnings stop a record too
  -j, --jobs N           số bản ghi làm cùng lúc / records at a time
      --shard 3/8        chỉ một phần, chia theo tên tệp / one part of eight
      --no-units         không có bảng của từng đơn vị / no units' workbooks
      --records-only     không có bảng của cả quý / no quarter's workbooks
      --json             kết quả cho phần mềm khác / for other programs
  -t, --template, --all, --docx, --only, --fonts, --attach-record,
      --signing-boxes    như render / as in render
Chỉ lập những gì đã đổi, theo manifest.json; tệp bị sửa tay thì không mất.
It makes what has changed, by manifest.json; files changed by hand are kept.
Mã thoát / exit: 0 tốt / good, 1 có lỗi / failed, 2 sai lệnh / usage, 130 Ctrl-C

  $ ketluan batch examples --quarter 2020-Q3 --dry-run
`

const mergeHelp = `Ghép các phần (--shard) thành một, lập bảng theo dõi của cả quý, manifest.json.
Joins the shards of a batch: the quarter's workbooks and one manifest.json.

  ketluan batch merge OUT ... [tùy chọn / options]

  -o, --output THU-MUC   nơi ghi, mặc định là OUT đầu / where, the first OUT
  -t, --template, --all, --fonts, --no-units: như khi chạy các phần / as then
      --json             kết quả cho phần mềm khác / for other programs
  -h, --help             trang này / this page

Mỗi phần để lại trong OUT/shards danh sách tệp và các bản ghi. Ghép xong thì thư
mục ấy được xóa; kết quả giống hệt khi chạy một lần.
Each shard leaves in OUT/shards its list of files and its records. Once joined,
that folder is removed; the result is the same as that of one run.

  $ ketluan batch merge out
`

const verifyHelp = `Mở tệp PDF, nói nó là gì, đo từng quy tắc thể thức của Nghị định
30/2020/NĐ-CP, hay của văn bản của Đảng.
Opens a PDF, says what it is, and measures it by the decree's rules of layout,
or by the Party's.

  ketluan verify TEP.pdf ... [tùy chọn / options]

  -t, --template MAU     mẫu đã lập ra tệp: xét theo loại văn bản (kind) của mẫu
                         by the kind that the file's template names
      --record TEP.yaml  bản ghi đã lập ra tệp, để so / the record, to compare
      --trust THU-MUC    chứng thư gốc tin được / roots that you trust
      --json             in JSON, cho phần mềm khác / for other programs
      --lang vi|en, -h, --help   tiếng, trang này / language, this page

Tệp đã ký thì nói ai ký gì, lúc nào, chữ ký nào còn giá trị, sau đó tệp đổi gì;
xét thứ tự ký, dấu, ngày, số. Có bản ghi (đính kèm, --record) thì dựng lại, so.
Of a signed file it says who signed what and when, which signatures hold, what
was changed after each; with a record it makes the document anew and compares.
Mã thoát / exit: 0 đạt / kept, 1 có quy tắc sai / broken, 2 sai lệnh / usage

  $ ketluan verify out/2020-q3-giao-ban/2020-q3-giao-ban.pdf
`

const initHelp = `Hỏi vài câu rồi lập hồ sơ cơ quan và bản ghi đầu tiên, có ghi chú hướng dẫn.
Asks a few questions and writes a profile and a first record, with comments.

  ketluan init [THU-MUC] [tùy chọn / options]

Enter lấy giá trị trong ngoặc; tùy chọn đã ghi thì không hỏi nữa.
Enter takes what is in brackets; options are not asked.

      --agency, --parent     cơ quan ban hành, chủ quản ("-": không) / agency
      --code, --place        chữ viết tắt, địa danh / its code, its place
      --position, --signer   chức vụ, họ tên người ký / who signs
      --units "A; B = TN", --signers, --groups, --recipients   đơn vị … / units
      --meeting-date NGAY    ngày họp / day of the meeting
      --profile TEP [--kind giao-ban|chuyen-de|hoi-nghi]  thêm bản ghi / another
  -y, --yes                  không hỏi / ask nothing; -h, --help: trang này
      --lang vi|en           tiếng của lời nhắn / language of messages
Không bao giờ ghi đè tệp đã có / it never overwrites a file

  $ ketluan init van-phong --yes --meeting-date 6/10/2026
  van-phong/co-quan.profile.yaml
  van-phong/2026-q4-giao-ban.yaml
  van-phong/record.schema.json
  van-phong/profile.schema.json
`

const schemaHelp = `In lược đồ (JSON Schema) của bản ghi hoặc hồ sơ cơ quan, để trình soạn thảo
gợi ý khóa, giải thích và gạch chân chỗ sai ngay khi gõ.
Prints the JSON Schema of records or profiles, for editors.

  ketluan schema [record|profile]

Ghi ra tệp, rồi đặt ở dòng đầu bản ghi (cần phần mở rộng YAML của VS Code …):
Write it to a file, and name it on the record's first line:

  # yaml-language-server: $schema=record.schema.json

      --lang vi|en       tiếng của lời nhắn / language of messages
  -h, --help             trang này / this page

Ví dụ / example:
  $ ketluan schema profile
  {
`

const takeHelp = `Lấy những chỗ đã sửa trong tệp Word của thông báo về bản ghi.
Takes what was edited in the Word file of a notice back into its record.

  ketluan take BAN-GHI.yaml DA-SUA.docx [tùy chọn / options]

      --all              lấy mọi chỗ lấy được / take all that can be
      --only TEN,…       chỉ lấy: 2.1, subject, 3.heading / take only these
  -t, --template MAU     mẫu đã lập ra tệp Word / the template of the Word file
      --json             in JSON, không hỏi / print JSON, ask nothing
      --lang vi|en       tiếng của lời nhắn / language of messages
  -h, --help             trang này / this page

Không có --all, --only thì hỏi từng chỗ. Sửa có theo dấu hay không đều thấy; chỗ
bản ghi đã đổi từ khi lập tệp thì không lấy. Chữ khác của bản ghi giữ nguyên.
Asks about each change otherwise; where the record has changed since, nothing is
taken. Comments are listed. What has no place in the record is told.
Mã thoát / exit: 0 tốt / good, 1 có chỗ không lấy được / not all, 2 sai lệnh
  $ ketluan take examples/2026-q1-giao-ban.yaml da-sua.docx --only 2.1
`
