// What a unit does to its workbook in programs that use SheetJS: one file for
// each edit, as edits.py.
const XLSX = require('xlsx');
const [source, folder] = process.argv.slice(2);

const at = (r, c) => XLSX.utils.encode_cell({ r: r - 1, c });
const columns = [...Array(17).keys()];
const row = (ws, r) => columns.map((c) => ws[at(r, c)]);
const put = (ws, r, cells) => columns.forEach((c) => {
  if (cells[c]) ws[at(r, c)] = cells[c];
  else delete ws[at(r, c)];
});
const fill = (ws) => {
  const text = (v) => ({ t: 's', v });
  Object.assign(ws, {
    H5: text('đang thực hiện'), K5: text('đã trình'),
    H6: text('hoàn thành'), I6: { t: 'n', v: 1, z: '0%' }, J6: { t: 'n', v: 44118, z: 'dd/mm/yyyy' }, K6: text('xong'),
    H7: text('chưa thực hiện'),
  });
};
const edits = {
  saved() {},
  sorted(ws) {
    const rows = [5, 6, 7].map((r) => row(ws, r)).reverse();
    rows.forEach((cells, i) => put(ws, 5 + i, cells));
  },
  filtered(ws) {
    ws['!rows'] = ws['!rows'] || [];
    for (const r of [5, 7, 9, 10]) ws['!rows'][r - 1] = { hidden: true };
  },
  deleted(ws) {
    for (let r = 6; r < 20; r += 1) put(ws, r, row(ws, r + 1));
  },
  inserted(ws) {
    for (let r = 20; r > 6; r -= 1) put(ws, r, row(ws, r - 1));
    put(ws, 6, [{ t: 's', v: 'Đã họp với phòng' }]);
  },
  pasted(ws) {
    for (const c of [7, 8, 9, 10]) {
      const from = ws[at(6, c)];
      if (from) ws[at(7, c)] = { ...from };
    }
  },
  ods() {},
};

for (const [name, edit] of Object.entries(edits)) {
  let book = XLSX.readFile(source, { cellFormula: true });
  const ws = book.Sheets[book.SheetNames[0]];
  fill(ws);
  edit(ws);
  if (name === 'ods') {
    XLSX.writeFile(book, `${folder}/between.ods`);
    book = XLSX.readFile(`${folder}/between.ods`);
  }
  XLSX.writeFile(book, `${folder}/${name}.xlsx`);
}
