# What a unit does to its workbook in programs that use openpyxl: one file for
# each edit, from the workbook in the first argument into the folder in the
# second, in which is again.xlsx, made when the unit had reported. The third is
# where the cells are: the first row of a task, the last, the columns, and the row
# of the headers, from 1, separated by hyphens.
import datetime
import sys

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

source, folder, places = sys.argv[1:]
top, bottom, id_, text, state, percent, completed, result, width, head = map(int, places.split("-"))


def fill(ws):
    for (row, column), value in {
        (top, state): "đang thực hiện", (top, result): "đã trình; chờ \"duyệt\",\nlần hai",
        (top + 1, state): "hoàn thành", (top + 1, percent): 1, (top + 1, completed): datetime.date(2020, 10, 14), (top + 1, result): "xong",
        (top + 2, state): "chưa thực hiện", (bottom, result): "đã góp ý",
    }.items():
        ws.cell(row, column).value = value


def turn(ws, first, last):
    rows = [[ws.cell(r, c).value for c in range(1, width + 1)] for r in range(first, last + 1)]
    for r, values in zip(range(first, last + 1), reversed(rows)):
        for c, value in enumerate(values, 1):
            ws.cell(r, c).value = value


def hide(ws):
    ws.auto_filter.add_filter_column(state - 1, ["hoàn thành"])
    for r in range(top, bottom + 1):
        ws.row_dimensions[r].hidden = r != top + 1


def insert(ws, cells):
    ws.insert_rows(top + 1)
    for column, value in cells.items():
        ws.cell(top + 1, column).value = value


def copy(ws, first, last):
    for c in range(first, last + 1):
        ws.cell(top + 2, c).value = ws.cell(top + 1, c).value


def styled(ws):
    for column, value in {state: "Hoàn thành ", percent: "100%", completed: "14/10/2020", result: "dòng một\ndòng hai"}.items():
        cell = ws.cell(top + 1, column)
        cell.value, cell.number_format = value, "@"
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="FFC800")


def alone(ws):
    for other in ws.parent.worksheets[1:]:
        ws.parent.remove(other)


def comment(ws):
    ws.cell(top, result).comment = Comment("hỏi lại số liệu", "An")


def column(ws):
    ws.cell(head, width + 1).value, ws.cell(top, width + 1).value = "Ý kiến của phòng", "chờ Sở"


def columns(ws):
    for c in (id_, completed):
        ws.column_dimensions[openpyxl.utils.get_column_letter(c)].hidden = True


edits = {
    "saved": lambda ws: None, "sorted": lambda ws: turn(ws, top, top + 2), "mixed": lambda ws: turn(ws, top - 1, bottom), "filtered": hide,
    "deleted": lambda ws: ws.delete_rows(top + 1), "inserted": lambda ws: insert(ws, {1: "Đã họp với phòng"}),
    "arising": lambda ws: insert(ws, {text: "Việc mới phát sinh", state: "đang thực hiện"}),
    "pasted": lambda ws: copy(ws, state, result), "overpasted": lambda ws: copy(ws, 1, width), "styled": styled,
    "reordered": lambda ws: ws.parent.move_sheet(ws, len(ws.parent.worksheets)), "copied": lambda ws: ws.parent.copy_worksheet(ws),
    "alone": alone, "hidden": columns, "commented": comment, "column": column, "twice": lambda ws: None,
}
later = {"untouched": lambda ws: None, "further": lambda ws: ws.cell(top + 2, result, "đã duyệt")}
for name, edit in (edits | later).items():
    book = openpyxl.load_workbook(folder + "/again.xlsx" if name in later else source)
    if name in edits:
        fill(book.worksheets[0])
    edit(book.worksheets[0])
    path = f"{folder}/{name}.xlsx"
    book.save(path)
    if name == "twice":
        openpyxl.load_workbook(path).save(path)
