// What was copied from Word, Excel or a mail: several lines, or a table.

import { policy } from "./pages.js";

// copied returns it as lines, the cells of a table parted by tabs; null for one
// piece of text, which is put in as it is.
export function copied(data) {
  const html = data.getData("text/html");
  const plain = data.getData("text/plain").replace(/\r\n?/g, "\n").replace(/\n+$/, "");
  const table = html.includes("<t") ? fromTable(html) : null;
  if (table) return table;
  return plain.includes("\n") ? plain : null;
}

// fromTable reads a table; null where there is none of two cells or more, or it
// stands among other text.
function fromTable(html) {
  const read = new DOMParser().parseFromString(policy.createHTML(html), "text/html");
  const tables = read.querySelectorAll("table");
  if (tables.length !== 1) return null;
  const rows = [...tables[0].rows].map((row) => [...row.cells].map(said).join("\t"));
  tables[0].remove();
  return rows.length > 1 && read.body.textContent.trim() === "" ? rows.join("\n") : null;
}

// said is what a cell says, on one line.
function said(cell) {
  for (const br of cell.querySelectorAll("br, p + p")) br.before(" ");
  return cell.textContent.replace(/\s+/g, " ").trim();
}
