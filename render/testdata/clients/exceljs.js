// What a unit does to its workbook in programs that use exceljs: one file for
// each edit, as edits.py.
const { Workbook } = require('exceljs');
const [source, folder] = process.argv.slice(2);

const columns = [...Array(17).keys()].map((c) => c + 1);
const fill = (ws) => {
  const cells = {
    H5: 'đang thực hiện', K5: 'đã trình',
    H6: 'hoàn thành', I6: 1, J6: new Date(Date.UTC(2020, 9, 14)), K6: 'xong',
    H7: 'chưa thực hiện',
  };
  for (const [cell, value] of Object.entries(cells)) ws.getCell(cell).value = value;
};
const edits = {
  saved() {},
  sorted(ws) {
    const rows = [5, 6, 7].map((r) => columns.map((c) => ws.getCell(r, c).value)).reverse();
    rows.forEach((values, i) => values.forEach((value, c) => { ws.getCell(5 + i, c + 1).value = value; }));
  },
  filtered(ws) {
    for (const r of [5, 7, 9, 10]) ws.getRow(r).hidden = true;
  },
  deleted(ws) { ws.spliceRows(6, 1); },
  inserted(ws) { ws.insertRow(6, ['Đã họp với phòng']); },
  pasted(ws) {
    for (const c of [8, 9, 10, 11]) ws.getCell(7, c).value = ws.getCell(6, c).value;
  },
};

(async () => {
  for (const [name, edit] of Object.entries(edits)) {
    const book = new Workbook();
    await book.xlsx.readFile(source);
    fill(book.worksheets[0]);
    edit(book.worksheets[0]);
    await book.xlsx.writeFile(`${folder}/${name}.xlsx`);
  }
})();
