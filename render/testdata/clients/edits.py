# What a unit does to its workbook in programs that use openpyxl: one file for
# each edit, from the workbook in the first argument into the folder in the
# second. Rows 5 to 7 are the tasks that the unit leads.
import datetime
import sys

import openpyxl


def fill(ws):
    for cell, value in {
        "H5": "đang thực hiện", "K5": "đã trình",
        "H6": "hoàn thành", "I6": 1, "J6": datetime.date(2020, 10, 14), "K6": "xong",
        "H7": "chưa thực hiện",
    }.items():
        ws[cell] = value


def sort(ws):
    rows = [[ws.cell(r, c).value for c in range(1, 18)] for r in (5, 6, 7)]
    for r, values in zip((5, 6, 7), reversed(rows)):
        for c, value in enumerate(values, 1):
            ws.cell(r, c).value = value


def hide(ws):
    ws.auto_filter.add_filter_column(7, ["hoàn thành"])
    for r in (5, 7, 9, 10):
        ws.row_dimensions[r].hidden = True


def insert(ws):
    ws.insert_rows(6)
    ws["A6"] = "Đã họp với phòng"


def paste(ws):
    for c in range(8, 12):
        ws.cell(7, c).value = ws.cell(6, c).value


edits = {
    "saved": lambda ws: None, "sorted": sort, "filtered": hide, "deleted": lambda ws: ws.delete_rows(6), "inserted": insert, "pasted": paste,
}
for name, edit in edits.items():
    book = openpyxl.load_workbook(sys.argv[1])
    fill(book.worksheets[0])
    edit(book.worksheets[0])
    book.save(sys.argv[2] + "/" + name + ".xlsx")
