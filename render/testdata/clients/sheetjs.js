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
    H8: text('đang thực hiện'), K8: text('đã trình'),
    H9: text('hoàn thành'), I9: { t: 'n', v: 1, z: '0%' }, J9: { t: 'n', v: 44118, z: 'dd/mm/yyyy' }, K9: text('xong'),
    H10: text('chưa thực hiện'),
  });
};
const edits = {
  saved() {},
  sorted(ws) {
    const rows = [8, 9, 10].map((r) => row(ws, r)).reverse();
    rows.forEach((cells, i) => put(ws, 8 + i, cells));
  },
  filtered(ws) {
    ws['!rows'] = ws['!rows'] || [];
    for (const r of [8, 10, 12, 13]) ws['!rows'][r - 1] = { hidden: true };
  },
  deleted(ws) {
    for (let r = 9; r < 20; r += 1) put(ws, r, row(ws, r + 1));
  },
  inserted(ws) {
    for (let r = 20; r > 9; r -= 1) put(ws, r, row(ws, r - 1));
    put(ws, 9, [{ t: 's', v: 'Đã họp với phòng' }]);
  },
  pasted(ws) {
    for (const c of [7, 8, 9, 10]) {
      const from = ws[at(9, c)];
      if (from) ws[at(10, c)] = { ...from };
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
