// The units, or the signers, of a profile: one a row. What a key or a button does is
// done here at once and told to the program as a step.

import { Control, fresh } from "./form-control.js";

const typed = (value) => value.trim().replace(/\s+/g, " ");

class Row {
  place = ""; controls = {}; // "": the file does not have it yet

  constructor(rows, template, desk) {
    this.element = template.content.firstElementChild.cloneNode(true);
    this.also = this.element.querySelector(".also");
    for (const area of this.element.querySelectorAll("[data-part]")) {
      const { part } = area.dataset;
      const label = this.element.querySelector(`[data-for="${part}"]`);
      area.id = fresh();
      label.htmlFor = area.id;
      this.controls[part] = new Control(area, () => (this.place ? `${this.place}_${part}` : "-"), desk, (value) => rows.typed(this, part, value));
    }
    this.element.querySelector(".remove").addEventListener("click", () => rows.remove(this));
    this.element.addEventListener("keydown", (e) => {
      if (e.key !== "Enter" || e.isComposing || e.target.tagName !== "INPUT") return;
      e.preventDefault();
      rows.add();
    });
    this.element.addEventListener("focusout", (e) => { if (!this.element.contains(e.relatedTarget)) rows.left(this); });
  }

  value(part) { return typed(this.controls[part].area.value); }

  get empty() { return Object.values(this.controls).every((c) => typed(c.area.value) === ""); }

  show(model) {
    this.place = model.place;
    for (const [part, control] of Object.entries(this.controls)) control.show(model.values[part] ?? "");
    const also = (model.also ?? []).join(" · ");
    if (this.also.textContent !== also) this.also.textContent = also;
  }
}

export class Rows {
  #list; #template; #name; #desk; #rows = []; #takes;

  // name is the list in the file; takes makes of a new row the step that adds it,
  // null while it says too little.
  constructor(list, template, name, desk, takes) {
    [this.#list, this.#template, this.#name, this.#desk, this.#takes] = [list, template, name, desk, takes];
    list.addEventListener("paste", (e) => this.#paste(e));
  }

  show(models) {
    const said = this.#rows.filter((r) => r.place);
    for (const row of said.slice(models.length)) this.#take(row);
    for (let i = said.length; i < models.length; i++) this.#put(i);
    for (const [i, model] of models.entries()) this.#rows[i].show(model);
    this.#numbered();
  }

  #put(i) {
    const row = new Row(this, this.#template, this.#desk);
    this.#list.insertBefore(row.element, this.#list.children[i] ?? null);
    this.#rows.splice(i, 0, row);
    return row;
  }

  #take(row) {
    row.element.remove();
    this.#rows.splice(this.#rows.indexOf(row), 1);
  }

  // numbered gives each its place and what it is called.
  #numbered() {
    for (const [i, row] of this.#rows.entries()) {
      if (row.place) row.place = `${this.#name}_${i + 1}`;
      row.element.setAttribute("aria-label", `${this.#desk.words[this.#name]} ${i + 1}`);
    }
  }

  // add makes a row for one more, or leads to the one that is still empty.
  add() {
    for (const row of this.#rows.filter((r) => !r.place)) this.#commit(row);
    const row = this.#rows.find((r) => !r.place) ?? this.#put(this.#rows.length);
    this.#numbered();
    Object.values(row.controls)[0].area.focus();
  }

  typed(row, part, value) {
    if (!row.place) {
      row.controls[part].show(value); // it stays when the focus leaves
      if (this.#name === "units") this.#commit(row);
      return;
    }
    if (part === "name" && typed(value) === "" && this.#name === "units") return; // until there is another
    this.#desk.set(`${row.place}_${part}`, { value });
  }

  // left takes in a new row that says enough, and drops one that says nothing.
  left(row) {
    if (row.place || !this.#rows.includes(row)) return;
    if (row.empty) setTimeout(() => { if (!row.place && this.#rows.includes(row) && row.empty && !row.element.contains(document.activeElement)) this.#take(row); }, 200);
    else this.#commit(row);
  }

  #commit(row) {
    const step = this.#takes((part) => row.value(part));
    if (!step) return;
    row.place = `${this.#name}_${this.#rows.filter((r) => r.place).length + 1}`;
    this.#desk.step({ do: "add", place: this.#name, ...step });
    for (const part of Object.keys(row.controls)) {
      if (this.#name === "units" && part !== "name" && row.value(part)) this.#desk.set(`${row.place}_${part}`, { value: row.value(part) });
    }
  }

  remove(row) {
    const i = this.#rows.indexOf(row);
    if (row.place) this.#desk.step({ do: "remove", place: row.place });
    this.#take(row);
    this.#numbered();
    this.#desk.say(this.#desk.words.removed);
    const next = this.#rows[Math.min(i, this.#rows.length - 1)];
    if (next) Object.values(next.controls)[0].area.focus();
    else document.getElementById(`add-${this.#name}`).focus();
  }

  // find returns the field of a place, and the list of what was found in its row.
  find(place) {
    const row = this.#rows.find((r) => r.place && (place === r.place || place.startsWith(`${r.place}_`)));
    return row && { area: row.controls[place.slice(row.place.length + 1)]?.area ?? Object.values(row.controls)[0].area, list: row.element.querySelector(".found") };
  }

  // Several lines, or a column or two of Excel, are as many units.
  #paste(e) {
    const text = e.clipboardData.getData("text/plain").replace(/\r\n?/g, "\n").trim();
    if (this.#name !== "units" || !text.includes("\n") || e.target.dataset.part !== "name") return;
    e.preventDefault();
    const empty = this.#rows.find((r) => !r.place && r.empty);
    if (empty) this.#take(empty);
    for (const line of text.split("\n")) {
      const [name, short = ""] = line.split(/\t|\s+=\s+/);
      if (typed(name) === "") continue;
      const row = this.#put(this.#rows.length);
      row.controls.name.write(typed(name));
      row.controls.short.write(typed(short));
      this.#commit(row);
    }
    this.#numbered();
    this.add();
  }
}

