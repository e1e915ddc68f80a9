// A field of the form outside the conclusions, by its kind.

import { Control, element, fresh } from "./form-control.js";
import { List } from "./form-list.js";

const capital = (s) => s.charAt(0).toUpperCase() + s.slice(1);

export class Field {
  #desk; #note; #badge; #control; #list; #select; #locked;

  constructor(field, desk) {
    this.#desk = desk;
    this.place = field.place;
    this.kind = kindOf(field);
    this.element = element("div", `f of-${this.kind}`);
    this.element.dataset.field = field.place;
    const called = capital(field.label);
    const label = element(this.kind === "list" ? "span" : "label", "label", called);
    const head = element("div", "label-row");
    this.#badge = element("span", "badge");
    head.append(label, this.#badge);
    this.element.append(head);
    this.element.append(this.#made(field, label));
    this.#note = element("p", "meaning");
    this.#note.id = fresh();
    this.element.append(this.#note, element("ol", "found"));
    if (this.area) this.area.setAttribute("aria-describedby", this.#note.id);
  }

  #made(field, label) {
    const place = () => this.place;
    switch (this.kind) {
      case "list": {
        const offers = field.place === "recipients" ? () => this.#desk.offers("recipients") : null;
        label.id = fresh();
        this.#list = new List(field.place, label.textContent, this.#desk, offers);
        this.#list.element.setAttribute("aria-labelledby", label.id);
        return this.#list.element;
      }
      case "choice":
        this.area = this.#select = element("select");
        this.#select.addEventListener("change", () => this.#desk.set(this.place, { value: this.#select.value }));
        break;
      case "locked":
        this.area = this.#locked = element("button", "plain locked");
        this.#locked.type = "button";
        this.#locked.addEventListener("click", () => this.#desk.onText(this.place));
        break;
      default:
        this.area = element(this.kind === "text" ? "textarea" : "input");
        if (this.kind === "text") this.area.rows = 1;
        else this.area.autocomplete = "off";
        this.#control = new Control(this.area, place, this.#desk, (value) => this.#desk.set(this.place, { value }));
    }
    this.area.id = fresh();
    label.htmlFor = this.area.id;
    const wrap = element("div", "wrap");
    wrap.append(this.area);
    return wrap;
  }

  // show takes in what the record says; false where the field has to be another.
  show(field) {
    if (kindOf(field) !== this.kind) return false;
    this.#list?.show(field);
    this.#control?.show(field.value ?? "");
    if (this.#control) this.area.placeholder = field.placeholder || (this.kind === "date" ? this.#desk.words.day : "");
    if (this.#select) this.#choose(field);
    if (this.#locked) this.#locked.textContent = `${field.value ?? ""} · ${this.#desk.words.asText}`;
    if (this.#note.textContent !== (field.note ?? "")) this.#note.textContent = field.note ?? "";
    const silent = !field.value && !(field.values?.length > 0);
    const badge = field.missing ? this.#desk.words.missing : silent && field.from === "profile" ? this.#desk.words.fromProfile : "";
    if (this.#badge.textContent !== badge) this.#badge.textContent = badge;
    this.element.classList.toggle("missing", Boolean(field.missing));
    return true;
  }

  #choose(field) {
    const value = field.value ?? "";
    const choices = [{ value: "", label: field.placeholder || "–" }, ...(field.choices ?? []).filter((c) => c.value !== "")];
    if (!choices.some((c) => c.value === value)) choices.push({ value, label: value });
    const now = JSON.stringify(choices);
    if (this.#select.dataset.choices !== now) {
      this.#select.dataset.choices = now;
      this.#select.replaceChildren(...choices.map((c) => Object.assign(element("option", "", c.label), { value: c.value })));
    }
    if (!this.#desk.steps.has(this.place)) this.#select.value = value;
  }

  // at returns what gets the focus for a place of this field.
  at(place) {
    return this.#list ? this.#list.at(Number(place.slice(this.place.length + 1))) : this.area;
  }
}

function kindOf(field) { return field.locked ? "locked" : field.kind; }

