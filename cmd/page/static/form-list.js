// A list of paragraphs or lines: the opening, the closing, the basis, the recipients.

import { alt, Control, element, onLoneBackspace } from "./form-control.js";
import { Offer } from "./form-names.js";

export class List {
  #place; #label; #desk; #list; #own; #rows = []; #values = []; #offers;

  // desk takes the steps; offers, if any, gives what completes a line.
  constructor(place, label, desk, offers = null) {
    [this.#place, this.#label, this.#desk, this.#offers] = [place, label, desk, offers];
    this.element = element("div", "list");
    this.element.setAttribute("role", "group");
    this.#list = element("div", "rows");
    this.element.append(this.#list);
    const add = this.#button("add", desk.words.addLine, () => this.#insert(this.#rows.length, "").area.focus());
    this.#own = this.#button("own", desk.words.own, () => this.#takeOver());
    this.element.append(add, this.#own);
    this.#insert(0, "");
  }

  #button(className, text, act) {
    const b = element("button", `plain ${className}`, text);
    b.type = "button";
    b.addEventListener("click", act);
    return b;
  }

  // show takes in what the record says, and what stands there if it says nothing.
  show(field) {
    const values = field.values ?? [];
    const hints = field.placeholders ?? [];
    this.#values = values;
    this.#own.hidden = values.length > 0 || hints.length === 0;
    this.#own.dataset.hints = JSON.stringify(hints);
    const held = this.element.contains(document.activeElement);
    if (!held || this.#desk.mayPut(Math.max(...this.#rows.map((r) => r.touched)))) this.#fit(Math.max(values.length, 1), values);
    const silent = this.#rows.length === 1;
    this.#rows[0].area.placeholder = silent ? hints.join("\n") || field.placeholder || "" : "";
    for (const [i, row] of this.#rows.entries()) row.area.setAttribute("aria-label", this.#rows.length > 1 ? `${this.#label} ${i + 1}` : this.#label);
  }

  #fit(n, values) {
    if (this.#desk.steps.has(this.#place)) return;
    while (this.#rows.length > n) this.#take(this.#rows.length - 1);
    while (this.#rows.length < n) this.#insert(this.#rows.length, "");
    for (const [i, row] of this.#rows.entries()) row.show(values[i] ?? "");
  }

  #insert(i, text) {
    const area = element("textarea");
    area.rows = 1;
    area.value = text;
    area.setAttribute("aria-label", `${this.#label} ${i + 1}`);
    const wrap = element("div", "row");
    wrap.append(area);
    const row = new Control(area, () => this.#place, this.#desk, () => this.#send());
    row.wrap = wrap;
    this.#rows.splice(i, 0, row);
    this.#list.insertBefore(wrap, this.#list.children[i] ?? null);
    area.addEventListener("keydown", (e) => this.#key(e, row));
    onLoneBackspace(area, () => this.#join(row));
    if (this.#offers) new Offer(area, this.#label, this.#offers, false);
    return row;
  }

  #take(i) {
    this.#rows[i].wrap.remove();
    this.#rows.splice(i, 1);
  }

  // send tells what the lines are now: the one that has changed, where it is one.
  #send() {
    const values = this.#rows.map((r) => r.area.value).filter((v) => v.trim() !== "");
    const was = this.#values;
    const other = values.map((v, i) => i).filter((i) => values[i] !== was[i]);
    if (values.length === was.length && other.length === 1) this.#desk.set(`${this.#place}_${other[0] + 1}`, { value: values[other[0]] });
    else this.#desk.set(this.#place, { values });
    this.#values = values;
  }

  #takeOver() {
    const hints = JSON.parse(this.#own.dataset.hints);
    this.#desk.set(this.#place, { values: hints });
    this.#own.hidden = true;
    while (this.#rows.length < hints.length) this.#insert(this.#rows.length, "");
    for (const [i, row] of this.#rows.entries()) row.write(hints[i] ?? "");
    this.#values = hints;
    this.#rows[0].area.focus();
  }

  // at returns the field of a line, which counts from 1.
  at(n) { return this.#rows[Math.min(n || 1, this.#rows.length) - 1].area; }

  #key(e, row) {
    if (e.isComposing || e.defaultPrevented) return;
    const i = this.#rows.indexOf(row);
    const { area } = row;
    if (e.key === "Enter" && !e.shiftKey && !e.ctrlKey && !e.altKey) {
      e.preventDefault();
      if (area.value === "") return;
      const tail = area.value.slice(area.selectionEnd).trimStart();
      row.write(area.value.slice(0, area.selectionStart).trimEnd());
      const next = this.#insert(i + 1, tail);
      next.area.focus();
      next.area.setSelectionRange(0, 0);
      this.#send();
    } else if (alt(e, "ArrowUp") || alt(e, "ArrowDown")) {
      e.preventDefault();
      this.#move(i, e.key === "ArrowUp" ? -1 : 1);
    }
  }

  // move changes places with the line before or behind: that one moves.
  #move(i, by) {
    const other = this.#rows[i + by];
    if (!other) return;
    const row = this.#rows[i];
    [this.#rows[i], this.#rows[i + by]] = [other, row];
    if (by < 0) row.wrap.after(other.wrap);
    else row.wrap.before(other.wrap);
    this.#send();
  }

  #join(row) {
    const i = this.#rows.indexOf(row);
    if (i <= 0) return;
    const head = this.#rows[i - 1];
    const [a, b] = [head.area.value, row.area.value];
    this.#take(i);
    head.area.focus();
    head.write(a + (a && b ? " " : "") + b, a.length);
    this.#send();
  }
}
