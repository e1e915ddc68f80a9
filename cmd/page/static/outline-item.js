// One conclusion of the outline: its number, heading and text, and below them who
// leads, who takes part, until when, with what product.

import { Control, element, fresh } from "./form-control.js";
import { Offer, parts } from "./form-names.js";
import { Spoken } from "./form-spoken.js";

const names = ["lead", "partners"];
export const facts = ["lead", "partners", "deadline", "product", "after"];

export class Item {
  place = ""; depth = 1; model = {};
  #number; #note; #extra; #task; #controls = {}; #said = ""; #typed = true; #called = "";

  constructor(template, desk, outline) {
    this.desk = desk;
    this.element = template.content.firstElementChild.cloneNode(true);
    this.element.item = this;
    const find = (name) => this.element.querySelector(`[data-part="${name}"]`);
    this.#number = find("number");
    this.#number.id = fresh();
    this.#note = find("meaning");
    this.#note.id = fresh();
    this.#extra = find("extra");
    for (const part of ["heading", "text", ...facts]) {
      const area = find(part);
      const list = names.includes(part);
      area.id = fresh();
      const label = this.element.querySelector(`[data-for="${part}"]`);
      if (label) label.htmlFor = area.id;
      this.#controls[part] = new Control(area, () => `${this.place}_${part}`, desk, (typed) => {
        this.#typed = true;
        this.element.classList.toggle(`has-${part}`, typed !== "");
        const said = list ? { values: parts(typed, desk.known) } : { value: typed };
        desk.set(`${this.place}_${part}`, said, () => `${this.place}_${part}`);
      });
      if (list) new Offer(area, label.textContent, () => desk.offers("units"), true);
    }
    find("deadline").setAttribute("aria-describedby", this.#note.id);
    this.#task = find("task");
    this.#task.id = fresh();
    this.element.querySelector('[data-for="task"]').htmlFor = this.#task.id;
    this.#task.addEventListener("change", () => {
      this.#typed = true;
      desk.set(`${this.place}_task`, { value: this.#task.value }, () => `${this.place}_task`);
    });
    this.spoken = new Spoken(this, find("spoken"));
    outline.attend(this);
  }

  area(part) { return this.#controls[part].area; }

  control(part) { return this.#controls[part]; }

  // main is the part in which it is written: its heading where it has no text.
  get main() { return this.element.classList.contains("has-heading") && this.area("text").value === "" ? "heading" : "text"; }

  get empty() { return ["heading", "text", ...facts].every((p) => this.area(p).value === ""); }

  get touched() { return Math.max(...Object.values(this.#controls).map((c) => c.touched)); }

  // signature tells items apart while they have no names of their own.
  get signature() { return `${this.area("heading").value}\n${this.area("text").value}`; }

  // show takes in what the record says; where it says the same and nothing was typed
  // since, nothing is done.
  show(model) {
    const all = JSON.stringify(model);
    if (all === this.#said && !this.#typed) return;
    this.#said = all;
    this.model = model;
    const said = { heading: model.heading, text: model.text, lead: model.leads?.join("; "), partners: model.partners?.join("; "),
      deadline: model.deadline, product: model.product, after: model.after };
    this.#typed = false;
    for (const [part, control] of Object.entries(this.#controls)) {
      control.show(said[part] ?? "");
      this.#typed ||= control.area.value !== (said[part] ?? "");
      this.element.classList.toggle(`has-${part}`, control.area.value !== "");
      if (facts.includes(part)) control.area.closest(".fact").classList.toggle("long", control.area.value.length > 26);
    }
    if (model.hasHeading) this.element.classList.add("has-heading");
    const above = model.inherited ?? {};
    this.area("lead").placeholder = above.leads?.join("; ") ?? "";
    this.area("partners").placeholder = above.partners?.join("; ") ?? "";
    this.area("deadline").placeholder = above.deadline ?? "";
    const { due } = model;
    this.#note.textContent = due ? due.why || due.words || "" : "";
    this.#note.classList.toggle("why", Boolean(due?.why));
    if (this.desk.steps.has(`${this.place}_task`)) this.#typed = true;
    else this.#task.value = model.task ?? "";
    this.element.classList.toggle("has-task", Boolean(model.task));
    const { words } = this.desk;
    this.#extra.textContent = [model.sample && words.sample, model.table && words.table, model.carried && `${words.carried} ${model.carried}`].filter(Boolean).join(" · ");
    this.element.classList.toggle("is-sample", Boolean(model.sample));
    this.element.classList.toggle("is-task", model.kind === "task");
    this.element.classList.toggle("is-assigned", ["lead", "partners", "deadline"].some((p) => this.area(p).value !== ""));
    this.spoken.show(model.spoken);
  }

  // fill writes who leads, who takes part and by when, all as one change.
  fill({ leads, partners, deadline }) {
    const { steps } = this.desk;
    const put = (part, said, words) => {
      if (!said || this.area(part).value === words) return;
      this.control(part).write(words);
      this.#typed = true;
      this.element.classList.toggle(`has-${part}`, words !== "");
      steps.add({ do: "set", place: `${this.place}_${part}`, ...said }, () => `${this.place}_${part}`);
    };
    put("lead", leads && { values: leads }, leads?.join("; "));
    put("partners", partners && { values: partners }, partners?.join("; "));
    put("deadline", deadline !== undefined && { value: deadline }, deadline);
    this.desk.send();
  }

  // name says where it stands, to the eye and to who hears the page.
  name(own, all) {
    const { words } = this.desk;
    const number = this.model.number ?? "";
    const now = [number, this.depth, own, all].join();
    if (this.#called === now) return;
    this.#called = now;
    const li = this.element;
    this.#number.textContent = number;
    li.dataset.level = String(Math.min(this.depth, 6));
    li.setAttribute("aria-level", String(this.depth));
    li.setAttribute("aria-posinset", String(own));
    li.setAttribute("aria-setsize", String(all));
    const called = `${words.item} ${number || `${own}/${all}`}`;
    this.area("text").setAttribute("aria-label", called);
    this.area("heading").setAttribute("aria-label", `${called}, ${words.heading}`);
    li.querySelector(".tools").setAttribute("aria-label", called);
    li.querySelector(".facts").setAttribute("aria-label", called);
  }

  // focus puts the caret into a part; at -1 is behind its end.
  focus(part = this.main, at = -1) {
    const area = this.area(part);
    this.desk.active(this);
    area.focus({ preventScroll: true });
    if (at !== null) area.setSelectionRange(at < 0 ? area.value.length : at, at < 0 ? area.value.length : at);
    this.element.scrollIntoView({ block: "nearest" });
    area.scrollIntoView({ block: "nearest" });
  }
}
