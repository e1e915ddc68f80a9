' What a unit does to its workbook in LibreOffice: sort its own tasks the other
' way round, delete the last one, put a row in at the top, save.
Sub Edit(source As String, target As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  doc = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  sheet = doc.Sheets.getByIndex(0)
  sheet.unprotect("")
  first = -1
  leads = 0
  For r = 0 To 40
    If Left(sheet.getCellByPosition(1, r).String, 5) = "2020-" Then
      If first = -1 Then first = r
      last = r
    ElseIf first >= 0 And leads = 0 Then
      leads = r - first
    End If
  Next
  Dim field(0) As New com.sun.star.table.TableSortField
  field(0).Field = 1
  field(0).IsAscending = False
  Dim order(1) As New com.sun.star.beans.PropertyValue
  order(0).Name = "SortFields"
  order(0).Value = field()
  order(1).Name = "ContainsHeader"
  order(1).Value = False
  sheet.getCellRangeByPosition(0, first, 17, first + leads - 1).sort(order())
  sheet.Rows.removeByIndex(last, 1)
  sheet.Rows.insertByIndex(first, 1)
  sheet.getCellByPosition(2, first).String = "Việc đơn vị làm thêm"
  sheet.getCellByPosition(10, first).String = "đã xong"
  Dim xlsx(0) As New com.sun.star.beans.PropertyValue
  xlsx(0).Name = "FilterName"
  xlsx(0).Value = "Calc MS Excel 2007 XML"
  doc.storeToURL(target, xlsx())
  doc.close(True)
End Sub
