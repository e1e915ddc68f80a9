// What is told after something was pasted. A table whose columns are not known: what they
// are is asked for, by a row of choices under what they say in its first row.

import { element, fresh } from "./form-control.js";

export const kinds = ["", "label", "text", "lead", "partners", "deadline", "product"];

// cells are those of the first row: a cell with tabs or lines of its own stands in quotes.
const cells = (value) => (value.match(/^(?:[^\n"]|"(?:[^"]|"")*")*/)?.[0] ?? "").split("\t").map((c) => c.replace(/^"|"$/g, "").trim());

// askColumns calls use with what a person has chosen.
export function askColumns(panel, value, words, use) {
  const row = panel.querySelector(".choices");
  const titles = panel.querySelector("input");
  const apply = panel.querySelector(".apply");
  const choices = cells(value).map((said, i) => {
    const field = element("div");
    const label = element("label", "", said.length > 30 ? `${said.slice(0, 30)}…` : said || String(i + 1));
    const select = element("select");
    select.id = fresh();
    label.htmlFor = select.id;
    select.append(...kinds.map((k) => Object.assign(element("option", "", words[`column${k.charAt(0).toUpperCase()}${k.slice(1)}`]), { value: k })));
    select.addEventListener("change", ready);
    field.append(label, select);
    return { field, select };
  });
  function ready() { apply.disabled = choices.filter((c) => c.select.value === "text").length !== 1; }
  row.replaceChildren(...choices.map((c) => c.field));
  titles.checked = false;
  ready();
  apply.onclick = () => {
    panel.hidden = true;
    use([...choices.map((c) => c.select.value), ...(titles.checked ? ["titles"] : [])]);
  };
  panel.querySelector(".leave").onclick = () => { panel.hidden = true; };
  panel.hidden = false;
}

// tellTaken says for a while that numbers were taken off, with a button that puts
// them back.
export function tellTaken(panel, text, back) {
  panel.hidden = false;
  panel.firstElementChild.textContent = text;
  panel.lastElementChild.onclick = () => { panel.hidden = true; back(); };
  clearTimeout(panel.timer);
  panel.timer = setTimeout(() => { panel.hidden = true; }, 20000);
}
