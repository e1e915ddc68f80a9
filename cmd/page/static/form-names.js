// Names of units, signers and recipients complete themselves in a list below the
// field. The field keeps what is typed: only a name that is picked is written.

import { element, fresh } from "./form-control.js";

const most = 8;

// plain is a text without marks and capitals, as a person types in haste.
const plain = (s) => s.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();

// parts parts what is typed into names: by ; and, where that makes no other name, by commas.
export function parts(text, known) {
  const names = [];
  for (const piece of text.split(/[;\n]/)) {
    const pieces = piece.split(",");
    for (let i = 0; i < pieces.length;) {
      let n = pieces.length;
      while (n > i + 1 && !known(pieces.slice(i, n).join(",").trim())) n--;
      const name = pieces.slice(i, n).join(",").trim();
      if (name) names.push(name);
      i = n;
    }
  }
  return names;
}

// An Offer is a list of names below an input, as ARIA's combobox.
export class Offer {
  #input; #options; #several; #list; #shown = []; #at = -1;

  // options are {value, label, also}; several names are parted by ; in one field.
  constructor(input, label, options, several) {
    [this.#input, this.#options, this.#several] = [input, options, several];
    const list = element("ul", "offer");
    list.id = fresh();
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", label);
    this.#list = list;
    input.after(list);
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", list.id);
    if (input.tagName === "INPUT") input.setAttribute("role", "combobox"); // a field of several lines may not be one
    this.#expanded(false);
    input.addEventListener("input", () => this.#open(false));
    input.addEventListener("blur", () => this.#close());
    input.addEventListener("keydown", (e) => this.#key(e));
    list.addEventListener("pointerdown", (e) => e.preventDefault()); // the focus stays
    list.addEventListener("click", (e) => {
      const i = [...list.children].indexOf(e.target.closest("li"));
      if (i >= 0) this.#pick(i);
    });
  }

  // span is where the name stands that is typed now.
  #span() {
    const { value, selectionStart: at } = this.#input;
    if (!this.#several) return [0, value.length];
    let from = at;
    let to = at;
    while (from > 0 && !";,".includes(value[from - 1])) from--;
    while (to < value.length && !";,".includes(value[to])) to++;
    while (from < to && value[from] === " ") from++;
    return [from, to];
  }

  #expanded(yes) {
    this.#list.hidden = !yes;
    this.#at = -1;
    if (this.#input.tagName === "INPUT") this.#input.setAttribute("aria-expanded", String(yes));
    this.#input.removeAttribute("aria-activedescendant");
  }

  #open(all) {
    const [from, to] = this.#span();
    const asked = plain(this.#input.value.slice(from, to).trim());
    const found = [];
    for (const o of this.#options()) {
      const at = o.words ??= [o.label, o.value, ...(o.also ?? [])].map(plain);
      if (at.includes(asked) && !all && asked) { found.length = 0; break; } // it is there
      const rank = asked === "" ? 1 : Math.min(...at.map((w) => (w.startsWith(asked) ? 0 : w.includes(asked) ? 1 : 9)));
      if (rank < 9) found.push([rank, o]);
    }
    if (asked === "" && !all) found.length = 0;
    this.#shown = found.sort((a, b) => a[0] - b[0]).slice(0, most).map((f) => f[1]);
    this.#list.replaceChildren(...this.#shown.map((o) => {
      const item = element("li", "", o.label);
      item.id = fresh();
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      if (o.also?.length) item.append(" ", element("small", "", o.also.join(", ")));
      return item;
    }));
    this.#expanded(this.#shown.length > 0);
  }

  #close() { this.#expanded(false); }

  #point(i) {
    this.#list.children[this.#at]?.setAttribute("aria-selected", "false");
    this.#at = (i + this.#shown.length) % this.#shown.length;
    const item = this.#list.children[this.#at];
    item.setAttribute("aria-selected", "true");
    item.scrollIntoView({ block: "nearest" });
    this.#input.setAttribute("aria-activedescendant", item.id);
  }

  #pick(i) {
    const [from, to] = this.#span();
    const name = this.#shown[i].value;
    const was = this.#input.value;
    const lead = this.#several && from > 0 && was[from - 1] !== " " ? " " : "";
    this.#input.value = was.slice(0, from) + lead + name + was.slice(to);
    const at = from + lead.length + name.length;
    this.#input.setSelectionRange(at, at);
    this.#input.dispatchEvent(new Event("input", { bubbles: true }));
    this.#close();
  }

  #key(e) {
    if (e.isComposing || e.altKey || e.ctrlKey || e.metaKey) return;
    const open = !this.#list.hidden;
    switch (e.key) {
      case "ArrowDown":
      case "ArrowUp":
        if (!open) this.#open(true);
        if (this.#shown.length > 0) this.#point(e.key === "ArrowDown" ? this.#at + 1 : Math.max(this.#at, 0) - 1);
        break;
      case "Enter":
        if (open && this.#at >= 0) this.#pick(this.#at);
        else if (open && this.#several && this.#shown.length === 1) this.#pick(0);
        break;
      case "Escape":
        if (!open) return;
        this.#close();
        break;
      default:
        return;
    }
    e.preventDefault();
    e.stopPropagation();
  }
}
