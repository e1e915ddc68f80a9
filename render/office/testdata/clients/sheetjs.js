// What a unit does to its workbook in programs that use SheetJS: one file for
// each edit, as edits.py.
const XLSX = require('xlsx');
const [source, folder, places] = process.argv.slice(2);
const [top, bottom, id, text, state, percent, completed, result, width, head] = places.split('-').map(Number);

const at = (r, c) => XLSX.utils.encode_cell({ r: r - 1, c: c - 1 });
const string = (v) => ({ t: 's', v });
const columns = [...Array(width).keys()].map((c) => c + 1);
const row = (ws, r) => columns.map((c) => ws[at(r, c)]);
const put = (ws, r, cells) => columns.forEach((c, i) => {
  if (cells[i]) ws[at(r, c)] = cells[i];
  else delete ws[at(r, c)];
});
const set = (ws, r, cells) => {
  for (const [c, cell] of cells) ws[at(r, c)] = cell;
};
const fill = (ws) => {
  set(ws, top, [[state, string('đang thực hiện')], [result, string('đã trình; chờ "duyệt",\nlần hai')]]);
  set(ws, top + 1, [[state, string('hoàn thành')], [percent, { t: 'n', v: 1, z: '0%' }], [completed, { t: 'n', v: 44118, z: 'dd/mm/yyyy' }], [result, string('xong')]]);
  set(ws, top + 2, [[state, string('chưa thực hiện')]]);
  set(ws, bottom, [[result, string('đã góp ý')]]);
};
const turn = (ws, first, last) => {
  const rows = [];
  for (let r = first; r <= last; r += 1) rows.unshift(row(ws, r));
  rows.forEach((cells, i) => put(ws, first + i, cells));
};
const below = 10; // rows after the last task that move with the others
const insert = (ws) => {
  for (let r = bottom + below; r > top + 1; r -= 1) put(ws, r, row(ws, r - 1));
  put(ws, top + 1, []);
};
const copy = (ws, first, last) => {
  for (let c = first; c <= last; c += 1) {
    if (ws[at(top + 1, c)]) ws[at(top + 2, c)] = { ...ws[at(top + 1, c)] };
    else delete ws[at(top + 2, c)];
  }
};
const edits = {
  saved() {},
  sorted(ws) { turn(ws, top, top + 2); },
  mixed(ws) { turn(ws, top - 1, bottom); },
  filtered(ws) {
    ws['!rows'] = ws['!rows'] || [];
    for (let r = top; r <= bottom; r += 1) ws['!rows'][r - 1] = { hidden: r !== top + 1 };
  },
  deleted(ws) {
    for (let r = top + 1; r < bottom + below; r += 1) put(ws, r, row(ws, r + 1));
  },
  inserted(ws) {
    insert(ws);
    ws[at(top + 1, 1)] = string('Đã họp với phòng');
  },
  arising(ws) {
    insert(ws);
    set(ws, top + 1, [[text, string('Việc mới phát sinh')], [state, string('đang thực hiện')]]);
  },
  pasted(ws) { copy(ws, state, result); },
  overpasted(ws) { copy(ws, 1, width); },
  styled(ws) {
    set(ws, top + 1, [[state, string('Hoàn thành ')], [percent, string('100%')], [completed, string('14/10/2020')], [result, string('dòng một\ndòng hai')]]);
  },
  reordered(ws, book) { book.SheetNames.reverse(); },
  copied(ws, book) { XLSX.utils.book_append_sheet(book, { ...ws }, 'Bản sao'); },
  alone(ws, book) { book.SheetNames.splice(1); },
  hidden(ws) {
    ws['!cols'] = ws['!cols'] || [];
    for (const c of [id, completed]) ws['!cols'][c - 1] = { hidden: true };
  },
  commented(ws) { ws[at(top, result)].c = [{ a: 'An', t: 'hỏi lại số liệu' }]; },
  column(ws) {
    set(ws, head, [[width + 1, string('Ý kiến của phòng')]]);
    set(ws, top, [[width + 1, string('chờ Sở')]]);
    const all = XLSX.utils.decode_range(ws['!ref']);
    ws['!ref'] = XLSX.utils.encode_range(all.s, { r: all.e.r, c: Math.max(all.e.c, width) });
  },
  twice() {},
  ods() {},
  old() {},
  opendocument() {},
  csv() {},
  xls() {},
  flat() {},
  binary() {},
};
const endings = { opendocument: 'ods', csv: 'csv', xls: 'xls', flat: 'fods', binary: 'xlsb' };
const between = { twice: 'xlsx', ods: 'ods', old: 'xls' };

const later = {
  untouched() {},
  further(ws) { ws[at(top + 2, result)] = string('đã duyệt'); },
};
for (const [name, edit] of Object.entries({ ...edits, ...later })) {
  let book = XLSX.readFile(later[name] ? `${folder}/again.xlsx` : source, { cellFormula: true });
  const ws = book.Sheets[book.SheetNames[0]];
  if (edits[name]) fill(ws);
  edit(ws, book);
  if (between[name]) {
    const file = `${folder}/between.${between[name]}`;
    XLSX.writeFile(book, file);
    book = XLSX.readFile(file);
  }
  XLSX.writeFile(book, `${folder}/${name}.${endings[name] || 'xlsx'}`);
}
