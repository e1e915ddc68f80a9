// What a unit does to its workbook in programs that use exceljs: one file for
// each edit, as edits.py.
const { Workbook } = require('exceljs');
const [source, folder, places] = process.argv.slice(2);
const [top, bottom, id, text, state, percent, completed, result, width, head] = places.split('-').map(Number);

const columns = [...Array(width).keys()].map((c) => c + 1);
const set = (ws, row, cells) => {
  for (const [column, value] of cells) ws.getCell(row, column).value = value;
};
const fill = (ws) => {
  set(ws, top, [[state, 'đang thực hiện'], [result, 'đã trình; chờ "duyệt",\nlần hai']]);
  set(ws, top + 1, [[state, 'hoàn thành'], [percent, 1], [completed, new Date(Date.UTC(2020, 9, 14))], [result, 'xong']]);
  set(ws, top + 2, [[state, 'chưa thực hiện']]);
  set(ws, bottom, [[result, 'đã góp ý']]);
};
const turn = (ws, first, last) => {
  const rows = [];
  for (let r = first; r <= last; r += 1) rows.unshift(columns.map((c) => [c, ws.getCell(r, c).value]));
  rows.forEach((cells, i) => set(ws, first + i, cells));
};
const copy = (ws, first, last) => {
  for (let c = first; c <= last; c += 1) ws.getCell(top + 2, c).value = ws.getCell(top + 1, c).value;
};
const edits = {
  saved() {},
  sorted(ws) { turn(ws, top, top + 2); },
  mixed(ws) { turn(ws, top - 1, bottom); },
  filtered(ws) {
    for (let r = top; r <= bottom; r += 1) ws.getRow(r).hidden = r !== top + 1;
  },
  deleted(ws) { ws.spliceRows(top + 1, 1); },
  inserted(ws) { ws.insertRow(top + 1, ['Đã họp với phòng']); },
  arising(ws) {
    ws.insertRow(top + 1, []);
    set(ws, top + 1, [[text, 'Việc mới phát sinh'], [state, 'đang thực hiện']]);
  },
  pasted(ws) { copy(ws, state, result); },
  overpasted(ws) { copy(ws, 1, width); },
  styled(ws) {
    const cells = [[state, 'Hoàn thành '], [percent, '100%'], [completed, '14/10/2020'], [result, { richText: [{ text: 'dòng một\n', font: { bold: true } }, { text: 'dòng hai' }] }]];
    set(ws, top + 1, cells);
    for (const [c] of cells) {
      Object.assign(ws.getCell(top + 1, c), { numFmt: '@', fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFC800' } } });
    }
  },
  reordered(ws) {
    for (const other of ws.workbook.worksheets) other.orderNo = ws.workbook.worksheets.length - other.orderNo;
  },
  alone(ws) {
    for (const other of ws.workbook.worksheets.slice(1)) ws.workbook.removeWorksheet(other.id);
  },
  hidden(ws) {
    for (const c of [id, completed]) ws.getColumn(c).hidden = true;
  },
  commented(ws) { ws.getCell(top, result).note = 'hỏi lại số liệu'; },
  column(ws) {
    set(ws, head, [[width + 1, 'Ý kiến của phòng']]);
    set(ws, top, [[width + 1, 'chờ Sở']]);
  },
  twice() {},
  csv() {},
};

const later = {
  untouched() {},
  further(ws) { set(ws, top + 2, [[result, 'đã duyệt']]); },
};

(async () => {
  for (const [name, edit] of Object.entries({ ...edits, ...later })) {
    let book = new Workbook();
    await book.xlsx.readFile(later[name] ? `${folder}/again.xlsx` : source);
    const ws = book.worksheets[0];
    if (edits[name]) fill(ws);
    edit(ws);
    if (name === 'twice') {
      await book.xlsx.writeFile(`${folder}/between.xlsx`);
      book = new Workbook();
      await book.xlsx.readFile(`${folder}/between.xlsx`);
    }
    if (name === 'csv') await book.csv.writeFile(`${folder}/csv.csv`);
    else await book.xlsx.writeFile(`${folder}/${name}.xlsx`);
  }
})();
