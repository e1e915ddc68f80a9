// What was copied from Word, Excel or a mail: several lines, or a table.

import { policy } from "./pages.js";

// label is the number that a line of a list begins with: 1. a) - I.
const label = /^\s*(?:\(?(?:[IVXL]{1,6}|\p{Lu}|\d{1,3}|\p{Ll})[.)]{1,2}|[-–—+*•])[ \t\u00A0]+/u;

// shape is a number with its counter as the first of its kind: b) is a).
const shape = (number) => number.replace(/[–—+*•]/, "-").replace(/^\(?[IVXL]{1,6}(?=[.)])/, "I").replace(/\d+/, "1").replace(/\p{Lu}/u, (c) => (c === "I" ? c : "A")).replace(/\p{Ll}/u, "a");

// numbered returns what a pasted line says behind a number such as the list has
// itself, with that number; null where it has none, or another.
export function numbered(text, own) {
  const [typed] = label.exec(text) ?? [];
  if (!typed || !own || shape(typed.trim()) !== shape(own.trim())) return null;
  return { number: typed, rest: text.slice(typed.length) };
}

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
