' What a chief does to a notice in LibreOffice: a file for each edit.
Function Opened(source As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Opened = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
End Function

Sub Store(doc, target As String)
  Dim how(0) As New com.sun.star.beans.PropertyValue
  how(0).Name = "FilterName"
  how(0).Value = "MS Word 2007 XML"
  doc.storeToURL(target, how())
  doc.close(True)
End Sub

' Found returns the first place of a text.
Function Found(doc, text As String)
  search = doc.createSearchDescriptor()
  search.SearchString = text
  search.SearchCaseSensitive = True
  Found = doc.findFirst(search)
End Function

Sub Replaced(doc, text As String, by As String)
  place = Found(doc, text)
  place.String = by
End Sub

' Typed puts a text behind another.
Sub Typed(doc, after As String, text As String)
  place = Found(doc, after)
  cursor = place.Text.createTextCursorByRange(place.End)
  cursor.Text.insertString(cursor, text, False)
End Sub

' Whole selects the paragraph that has a text, with its end if it is wanted.
Function Whole(doc, text As String, ends As Boolean)
  place = Found(doc, text)
  cursor = place.Text.createTextCursorByRange(place)
  cursor.gotoStartOfParagraph(False)
  cursor.gotoEndOfParagraph(True)
  If ends Then cursor.goRight(1, True)
  Whole = cursor
End Function

' Broken ends the paragraph at the end of a text and goes on with another.
Sub Broken(doc, after As String, text As String)
  place = Found(doc, after)
  cursor = place.Text.createTextCursorByRange(place.End)
  If text <> "" Then cursor.gotoEndOfParagraph(False)
  cursor.Text.insertControlCharacter(cursor, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
  If text <> "" Then cursor.Text.insertString(cursor, text, False)
End Sub

' Gone takes a paragraph away with its end.
Sub Gone(doc, text As String)
  cursor = Whole(doc, text, True)
  cursor.String = ""
End Sub

' JoinedOn takes the end of a paragraph away, and the label of the next.
Sub JoinedOn(doc, text As String, label As Integer)
  cursor = Whole(doc, text, False)
  cursor.collapseToEnd()
  cursor.goRight(1 + label, True)
  cursor.String = " "
End Sub

Sub Dispatch(doc, command As String)
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(doc.CurrentController.Frame, command, "", 0, Array())
End Sub

Sub Edits(source As String, folder As String)
  names = Array("saved", "word", "word-tracked", "end", "beginning", "deleted-tracked", "sentence", "anew", "new", "new-tracked", _
    "gone", "gone-tracked", "joined", "joined-tracked", "parted", "moved", "bold", "larger", "rejected", "accepted", "accepted-part", _
    "subject", "heading", "recipient", "signer", "opening", "number", "table", "comment", "two", "first", "new-recipient", "decomposed", "deeper", "branch")
  On Error Resume Next ' an error would wait for somebody to read it; the test sees that nothing was edited
  For i = 0 To UBound(names)
    doc = Opened(source)
    If InStr(names(i), "tracked") > 0 Or InStr(names(i), "accepted") > 0 Or names(i) = "rejected" Then doc.RecordChanges = True
    Edit(doc, names(i))
    Store(doc, folder & "/" & names(i) & ".docx")
  Next
End Sub

Sub Edit(doc, name)
  Select Case name
    Case "word", "word-tracked", "accepted", "rejected"
      Replaced(doc, "rà soát dự toán", "kiểm tra dự toán")
      If name = "accepted" Then Dispatch(doc, ".uno:AcceptAllTrackedChanges")
      If name = "rejected" Then Dispatch(doc, ".uno:RejectAllTrackedChanges")
    Case "accepted-part"
      Replaced(doc, "rà soát dự toán", "kiểm tra dự toán")
      Dispatch(doc, ".uno:AcceptAllTrackedChanges")
      Replaced(doc, "phần lớn", "hầu hết")
    Case "end"
      Typed(doc, "ở một số dự án.", " Cần khắc phục ngay.")
    Case "beginning"
      Replaced(doc, "Tiến độ giải ngân", "Nhìn chung, tiến độ giải ngân")
    Case "deleted-tracked"
      Replaced(doc, ", phối hợp với Phòng Giá", "")
    Case "sentence"
      Replaced(doc, " Chậm nhất là tuần sau.", "")
    Case "anew"
      Whole(doc, "còn chậm", False).String = "2. Việc giải ngân vốn đầu tư ở một số dự án chưa đạt yêu cầu."
    Case "new", "new-tracked"
      Broken(doc, "ở một số dự án.", "3. Công tác phối hợp có lúc chưa chặt chẽ.")
    Case "gone", "gone-tracked"
      Gone(doc, "công khai dự toán")
    Case "joined", "joined-tracked"
      JoinedOn(doc, "phần lớn", 3)
    Case "parted"
      Broken(doc, "phần lớn nhiệm vụ", "")
    Case "moved"
      Gone(doc, "công khai dự toán")
      Broken(doc, "báo cáo hằng tháng.", "3. Phòng Ngân sách công khai dự toán trước ngày 31/3/2026.")
    Case "bold"
      Found(doc, "dự toán").CharWeight = com.sun.star.awt.FontWeight.BOLD
    Case "larger"
      Whole(doc, "phần lớn", False).CharHeight = 15
    Case "subject"
      Replaced(doc, "giao ban", "giao ban tuần")
    Case "heading"
      Replaced(doc, "ĐÁNH GIÁ CHUNG", "ĐÁNH GIÁ KẾT QUẢ")
    Case "recipient"
      Replaced(doc, "Lưu: VT, VP", "Lưu: VT, VP, NS")
    Case "signer"
      Replaced(doc, "Nguyễn Văn A", "Nguyễn Văn An")
    Case "opening"
      Replaced(doc, "Sau khi nghe các phòng báo cáo", "Sau khi nghe báo cáo")
    Case "number"
      Replaced(doc, "05", "07")
    Case "table"
      place = Found(doc, "phần lớn")
      cursor = place.Text.createTextCursorByRange(place)
      cursor.gotoEndOfParagraph(False)
      table = doc.createInstance("com.sun.star.text.TextTable")
      table.initialize(2, 2)
      cursor.Text.insertTextContent(cursor, table, False)
      table.getCellByName("A1").String = "Dự án"
      table.getCellByName("B1").String = "Tỷ lệ"
      table.getCellByName("A2").String = "Trường học"
      table.getCellByName("B2").String = "40"
    Case "comment"
      remark = doc.createInstance("com.sun.star.text.textfield.Annotation")
      remark.Author = "Trần Văn B"
      remark.Content = "Xem lại thời hạn này."
      place = Found(doc, "16/01/2026")
      place.Text.insertTextContent(place, remark, True)
    Case "two"
      Replaced(doc, "phần lớn", "hầu hết")
      Replaced(doc, "công khai", "công bố")
    Case "first"
      Broken(doc, "NHIỆM VỤ TRỌNG TÂM", "1. Văn phòng đôn đốc các phòng thực hiện.")
    Case "new-recipient"
      Broken(doc, "- Các phòng", "- Kho bạc Nhà nước;")
    Case "decomposed"
      Replaced(doc, "phần lớn", "ha" & Chr(770) & Chr(768) & "u he" & Chr(770) & Chr(769) & "t")
    Case "deeper"
      Broken(doc, "Đợt 1: phòng Hành chính", "b) Đợt 2: các đơn vị sự nghiệp.")
    Case "branch"
      Gone(doc, "Thực hiện theo hai đợt")
      Gone(doc, "Đợt 1: phòng Hành chính")
  End Select
End Sub
