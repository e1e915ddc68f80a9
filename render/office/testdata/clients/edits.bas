' What a unit does to its workbook in LibreOffice: one file for each edit, as
' edits.py. In the folder is again.xlsx, which was made when the unit had
' reported. Places is where the cells are: the first row of a task, the last, the
' columns, and the row of the headers, from 1, separated by hyphens.
Dim at(9) As Integer

Sub Edits(source As String, folder As String, places As String)
  parts = Split(places, "-")
  For i = 0 To UBound(parts)
    at(i) = CInt(parts(i))
  Next
  names = Array("saved", "sorted", "mixed", "filtered", "deleted", "inserted", "arising", "pasted", "overpasted", "styled", "reordered", "copied", "alone", _
    "hidden", "commented", "column", "twice", "ods", "old", "opendocument", "noted", "csv", "xls", "flat", "untouched", "further")
  For Each name In names
    first = name <> "untouched" And name <> "further"
    If first Then doc = Opened(source) Else doc = Opened(folder & "/again.xlsx")
    sheet = doc.Sheets.getByIndex(0)
    sheet.unprotect("")
    If first Then Fill(sheet)
    Edit(doc, sheet, name)
    Save(doc, folder, name)
  Next
End Sub

Function Opened(source As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Opened = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
End Function

Sub Store(doc, target As String, filter As String, options As String)
  Dim how(1) As New com.sun.star.beans.PropertyValue
  how(0).Name = "FilterName"
  how(0).Value = filter
  how(1).Name = "FilterOptions"
  how(1).Value = options
  doc.storeToURL(target, how())
End Sub

' Save saves what was edited as the edit has it, and closes it.
Sub Save(doc, folder As String, name As String)
  Const workbook = "Calc MS Excel 2007 XML"
  stem = folder & "/" & name
  Select Case name
  Case "twice"
    Store(doc, folder & "/between.xlsx", workbook, "")
    doc = Again(doc, folder & "/between.xlsx")
  Case "ods"
    Store(doc, folder & "/between.ods", "calc8", "")
    doc = Again(doc, folder & "/between.ods")
  Case "old"
    Store(doc, folder & "/between.xls", "MS Excel 97", "")
    doc = Again(doc, folder & "/between.xls")
  End Select
  Select Case name
  Case "opendocument", "noted"
    Store(doc, stem & ".ods", "calc8", "")
  Case "csv"
    Store(doc, stem & ".csv", "Text - txt - csv (StarCalc)", "44,34,76,1,,0,false,true,false")
  Case "xls"
    Store(doc, stem & ".xls", "MS Excel 97", "")
  Case "flat"
    Store(doc, stem & ".fods", "OpenDocument Spreadsheet Flat XML", "")
  Case Else
    Store(doc, stem & ".xlsx", workbook, "")
  End Select
  doc.close(True)
End Sub

Function Again(doc, path As String)
  doc.close(True)
  Again = Opened(path)
End Function

Function Cell(sheet, row As Integer, column As Integer)
  Cell = sheet.getCellByPosition(column - 1, row - 1)
End Function

Sub Fill(sheet)
  top = at(0)
  Cell(sheet, top, at(4)).String = "đang thực hiện"
  Cell(sheet, top, at(7)).String = "đã trình; chờ ""duyệt""," & Chr(10) & "lần hai"
  Cell(sheet, top + 1, at(4)).String = "hoàn thành"
  Cell(sheet, top + 1, at(5)).Value = 1
  Cell(sheet, top + 1, at(6)).Value = 44118
  Cell(sheet, top + 1, at(7)).String = "xong"
  Cell(sheet, top + 2, at(4)).String = "chưa thực hiện"
  Cell(sheet, at(1), at(7)).String = "đã góp ý"
End Sub

' Block is the rows from the one to the other with all their columns.
Function Block(sheet, first As Integer, last As Integer)
  Block = sheet.getCellRangeByPosition(0, first - 1, at(8) - 1, last - 1)
End Function

Sub Sorted(range)
  Dim field(0) As New com.sun.star.table.TableSortField
  field(0).Field = at(2) - 1
  field(0).IsAscending = False
  Dim order(1) As New com.sun.star.beans.PropertyValue
  order(0).Name = "SortFields"
  order(0).Value = field()
  order(1).Name = "ContainsHeader"
  order(1).Value = False
  range.sort(order())
End Sub

Sub Filtered(range)
  Dim field(0) As New com.sun.star.sheet.TableFilterField
  field(0).Field = at(4) - 1
  field(0).Operator = com.sun.star.sheet.FilterOperator.EQUAL
  field(0).StringValue = "hoàn thành"
  how = range.createFilterDescriptor(True)
  how.ContainsHeader = False
  how.setFilterFields(field())
  range.filter(how)
End Sub

' Styled pastes cells of another sheet, with their looks: words in many lines,
' a day as text.
Sub Styled(doc, sheet, top As Integer)
  doc.Sheets.insertNewByName("x", 1)
  other = doc.Sheets.getByName("x")
  cells = Array("Hoàn thành ", "100%", "14/10/2020", "dòng một" & Chr(10) & "dòng hai")
  For i = 0 To 3
    c = other.getCellByPosition(i, 0)
    c.NumberFormat = 100
    c.String = cells(i)
    c.CharWeight = 150
    c.CellBackColor = RGB(255, 200, 0)
  Next
  sheet.copyRange(Cell(sheet, top + 1, at(4)).CellAddress, other.getCellRangeByName("A1:D1").RangeAddress)
  doc.Sheets.removeByName("x")
End Sub

Sub Edit(doc, sheet, name As String)
  top = at(0)
  Select Case name
  Case "sorted"
    Sorted(Block(sheet, top, top + 2))
  Case "mixed"
    Sorted(Block(sheet, top - 1, at(1)))
  Case "filtered"
    Filtered(Block(sheet, top, at(1)))
  Case "deleted"
    sheet.Rows.removeByIndex(top, 1)
  Case "inserted"
    sheet.Rows.insertByIndex(top, 1)
    Cell(sheet, top + 1, 1).String = "Đã họp với phòng"
  Case "arising"
    sheet.Rows.insertByIndex(top, 1)
    Cell(sheet, top + 1, at(3)).String = "Việc mới phát sinh"
    Cell(sheet, top + 1, at(4)).String = "đang thực hiện"
  Case "pasted"
    sheet.copyRange(Cell(sheet, top + 2, at(4)).CellAddress, sheet.getCellRangeByPosition(at(4) - 1, top, at(7) - 1, top).RangeAddress)
  Case "overpasted"
    sheet.copyRange(Cell(sheet, top + 2, 1).CellAddress, Block(sheet, top + 1, top + 1).RangeAddress)
  Case "styled"
    Styled(doc, sheet, top)
  Case "reordered"
    doc.Sheets.moveByName(sheet.Name, doc.Sheets.Count)
  Case "copied"
    doc.Sheets.copyByName(sheet.Name, "Bản sao", 0)
  Case "alone"
    For Each other In doc.Sheets.ElementNames
      If other <> sheet.Name Then doc.Sheets.removeByName(other)
    Next
  Case "commented", "noted"
    sheet.Annotations.insertNew(Cell(sheet, top, at(7)).CellAddress, "hỏi lại số liệu")
  Case "column"
    Cell(sheet, at(9), at(8) + 1).String = "Ý kiến của phòng"
    Cell(sheet, top, at(8) + 1).String = "chờ Sở"
  Case "further"
    Cell(sheet, top + 2, at(7)).String = "đã duyệt"
  Case "hidden"
    sheet.Columns.getByIndex(at(2) - 1).IsVisible = False
    sheet.Columns.getByIndex(at(6) - 1).IsVisible = False
  End Select
End Sub
