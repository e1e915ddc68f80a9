// The record as a form, in the order of the document: what is before the
// conclusions, the conclusions as an outline, what is behind them.

import { Field } from "./form-field.js";
import { Found } from "./form-found.js";
import { Outline } from "./outline.js";
import { offerAll, offerRemoval } from "./form-spoken.js";
import { attend } from "./outline-keys.js";

const aside = new Set(["meeting-date", "report-by", "code", "quarter"]); // are not printed as such

export class Form {
  #root; #head; #tail; #aside; #fields = new Map(); #desk; #names = { units: [], recipients: [] }; #known = new Set(); #active = null; #pressed = false;

  // desk takes the steps and says things.
  constructor(root, desk) {
    [this.#root, this.#desk] = [root, desk];
    const find = (id) => document.getElementById(id);
    [this.#head, this.#tail, this.#aside] = [find("form-head"), find("form-tail"), find("form-aside")];
    desk.offers = (what) => this.#names[what];
    desk.known = (name) => this.#known.has(name.toLowerCase());
    desk.active = (item) => this.#activate(item);
    this.outline = new Outline(find("outline"), find("t-item"), find("last"), desk, attend);
    find("last").addEventListener("click", () => this.outline.insert(null, "below")?.focus());
    this.found = new Found(root, desk, {
      holder: (place) => this.#holder(place), area: (place) => this.#areaOf(place), called: (place) => this.outline.called(place),
    });
    desk.typing = () => (document.activeElement.closest?.(".lead, .partners") && document.activeElement.matches("[data-part]") ? document.activeElement : null);
    root.addEventListener("focusin", (e) => this.#entered(e.target));
    root.addEventListener("pointerdown", () => { this.#pressed = true; }, true);
    addEventListener("pointerup", () => setTimeout(() => { this.#pressed = false; this.#entered(document.activeElement); }), true);
    addEventListener("pointercancel", () => { this.#pressed = false; }, true);
  }

  // entered opens the item with the focus; while a button of the mouse is down
  // nothing moves under it.
  #entered(target) {
    if (!this.#root.contains(target)) return;
    this.#desk.onFocus(this.placeOf(target));
    const item = target.closest(".item")?.item ?? null;
    if (item && !this.#pressed) this.#activate(item);
  }

  #activate(item) {
    if (this.#active === item) return;
    const top = item.element.getBoundingClientRect().top;
    this.#active?.element.classList.remove("active");
    this.#active = item;
    item.element.classList.add("active");
    this.#root.scrollTop += item.element.getBoundingClientRect().top - top;
  }

  // placeOf returns the place of the field that an element belongs to, "" for none.
  placeOf(target) {
    const item = target.closest?.(".item")?.item;
    if (item) {
      const part = target.dataset.part;
      return item.place + (part ? `_${part}` : `_${item.main}`);
    }
    return target.closest?.("[data-field]")?.dataset.field ?? "";
  }

  // show takes in what the record says.
  show(form) {
    this.#take(form.completions ?? {});
    const at = form.itemsAt ?? form.fields.length;
    const [head, rest] = [form.fields.slice(0, at), form.fields.slice(at)];
    const parted = (f) => f.locked && form.fields.some((g) => g.place.startsWith(`${f.place}_`)); // its parts are fields
    this.#lay(this.#head, head);
    this.#lay(this.#tail, rest.filter((f) => !aside.has(f.place) && !parted(f)));
    this.#lay(this.#aside, rest.filter((f) => aside.has(f.place)));
    this.#aside.parentElement.hidden = this.#aside.children.length === 0;
    const places = new Set(form.fields.filter((f) => !parted(f)).map((f) => f.place));
    for (const [place, field] of this.#fields) {
      if (places.has(place)) continue;
      field.element.remove();
      this.#fields.delete(place);
    }
    this.outline.show(form.items ?? []);
    offerRemoval(document.getElementById("samples-all"), this.outline, this.#desk);
    offerAll(document.getElementById("spoken-all"), this.outline.items, this.#desk);
  }

  #lay(into, fields) {
    let at = into.firstElementChild;
    for (const f of fields) {
      let field = this.#fields.get(f.place);
      if (!field?.show(f)) {
        const old = field?.element;
        field = new Field(f, this.#desk);
        this.#fields.set(f.place, field);
        field.show(f);
        if (at === old) at = old?.nextElementSibling ?? null;
        old?.remove();
      }
      if (field.element === at) at = at.nextElementSibling;
      else into.insertBefore(field.element, at);
    }
  }

  #take({ units = [], recipients = [] }) {
    const all = JSON.stringify([units, recipients]);
    if (this.#names.all === all) return;
    const unit = (u) => ({ value: u.name, label: u.name, also: [u.short, ...(u.names ?? [])].filter((n) => n && n !== u.name) });
    this.#names = { all, units: units.map(unit), recipients: recipients.map((r) => ({ value: r, label: r })) };
    this.#known = new Set(units.flatMap((u) => [u.name, u.short, ...(u.names ?? [])]).filter(Boolean).map((n) => n.toLowerCase()));
  }

  // holder returns the element in which findings of a place stand, null for none.
  #holder(place) {
    const of = this.outline.find(place);
    if (of) return of.item.element.querySelector(".found");
    return this.#fieldOf(place)?.element.querySelector(".found") ?? null;
  }

  #fieldOf(place) {
    return this.#fields.get(place) ?? this.#fields.get(place.replace(/_\d+$/, ""));
  }

  #areaOf(place) {
    const of = this.outline.find(place);
    return of ? of.item.area(of.part) : this.#fieldOf(place)?.at(place);
  }

  // goTo puts the focus into the field of a place; false where there is none.
  goTo(place, at = null) {
    const of = this.outline.find(place);
    const area = this.#areaOf(place);
    if (!area) return false;
    if (of) {
      of.item.focus(of.part, at);
    } else {
      area.focus({ preventScroll: true });
      if (at !== null && area.setSelectionRange) area.setSelectionRange(at < 0 ? area.value.length : at, at < 0 ? area.value.length : at);
    }
    document.activeElement.scrollIntoView({ block: "nearest" });
    const { top, bottom } = document.activeElement.getBoundingClientRect();
    const view = this.#root.getBoundingClientRect();
    if (top < view.top + 40 || bottom > Math.min(view.bottom, innerHeight) - 40) document.activeElement.scrollIntoView({ block: "center" });
    return true;
  }
}

