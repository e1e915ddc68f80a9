' What a unit does to its workbook in LibreOffice: one file for each edit, as
' edits.py, and one that was an .ods in between.
Function Opened(source As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Opened = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
End Function

Sub Store(doc, target As String, filter As String)
  Dim how(0) As New com.sun.star.beans.PropertyValue
  how(0).Name = "FilterName"
  how(0).Value = filter
  doc.storeToURL(target, how())
End Sub

Sub Fill(sheet)
  sheet.getCellRangeByName("H5").String = "đang thực hiện"
  sheet.getCellRangeByName("K5").String = "đã trình"
  sheet.getCellRangeByName("H6").String = "hoàn thành"
  sheet.getCellRangeByName("I6").Value = 1
  sheet.getCellRangeByName("J6").Value = 44118
  sheet.getCellRangeByName("K6").String = "xong"
  sheet.getCellRangeByName("H7").String = "chưa thực hiện"
End Sub

Sub Sorted(sheet)
  Dim field(0) As New com.sun.star.table.TableSortField
  field(0).Field = 1
  field(0).IsAscending = False
  Dim order(1) As New com.sun.star.beans.PropertyValue
  order(0).Name = "SortFields"
  order(0).Value = field()
  order(1).Name = "ContainsHeader"
  order(1).Value = False
  sheet.getCellRangeByName("A5:Q7").sort(order())
End Sub

Sub Edits(source As String, folder As String)
  names = Array("saved", "sorted", "filtered", "deleted", "inserted", "pasted", "ods")
  For i = 0 To UBound(names)
    doc = Opened(source)
    sheet = doc.Sheets.getByIndex(0)
    sheet.unprotect("")
    Fill(sheet)
    Select Case names(i)
    Case "sorted"
      Sorted(sheet)
    Case "filtered"
      For Each r In Array(4, 6, 8, 9)
        sheet.Rows.getByIndex(r).IsFiltered = True
      Next
    Case "deleted"
      sheet.Rows.removeByIndex(5, 1)
    Case "inserted"
      sheet.Rows.insertByIndex(5, 1)
      sheet.getCellRangeByName("A6").String = "Đã họp với phòng"
    Case "pasted"
      sheet.copyRange(sheet.getCellRangeByName("H7").CellAddress, sheet.getCellRangeByName("H6:K6").RangeAddress)
    Case "ods"
      Store(doc, folder & "/between.ods", "calc8")
      doc.close(True)
      doc = Opened(folder & "/between.ods")
    End Select
    Store(doc, folder & "/" & names(i) & ".xlsx", "Calc MS Excel 2007 XML")
    doc.close(True)
  Next
End Sub
