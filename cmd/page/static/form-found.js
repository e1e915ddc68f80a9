// What was found, each at its field with its reason and, where there is one right
// answer, a button. The count above leads from one to the next.

import { element, fresh } from "./form-control.js";

export class Found {
  #root; #desk; #holder; #area; #called; #loose; #wrong = new Map(); #was = new Map(); #shown = ""; #last = null; #lastFocus = null; #held = false; #all = [];

  // holder returns the list for the findings of a place, null for none; area its
  // field; called what that is called where several have one list.
  constructor(root, desk, { holder, area, called }) {
    [this.#root, this.#desk, this.#holder, this.#area, this.#called] = [root, desk, holder, area, called];
    this.#loose = document.getElementById("loose");
  }

  // held reports that a name is half typed: what is wrong with it is told when its
  // box is left.
  get held() { return this.#held; }

  show(all) {
    this.#all = all;
    const typed = this.#desk.typing?.() ?? null;
    const findings = typed ? all.filter((f) => !f.field || this.#area(f.field) !== typed) : all;
    this.#held = findings.length < all.length;
    const by = new Map();
    for (const f of findings) {
      const list = f.field && this.#holder(f.field) || this.#loose;
      if (!by.has(list)) by.set(list, []);
      by.get(list).push(f);
    }
    for (const list of new Set([...this.#was.keys(), ...by.keys()])) {
      const [was, now] = [this.#was.get(list), JSON.stringify(by.get(list) ?? [])];
      if (was === now) continue;
      list.replaceChildren(...(by.get(list) ?? []).map((f) => this.#item(f, list)));
    }
    this.#was = new Map([...by].map(([list, all]) => [list, JSON.stringify(all)]));
    this.#point(findings.filter((f) => f.severity !== "note"));
    this.#count(findings.length);
  }

  // again tells what was held back; true while it still is.
  again() {
    this.show(this.#all);
    return this.#held;
  }

  // point tells each field in which something is wrong what that is.
  #point(findings) {
    const wrong = new Map();
    for (const f of findings) {
      const area = f.field && this.#area(f.field);
      if (area) wrong.set(area, this.#holder(f.field));
    }
    const without = (area, id) => (area.getAttribute("aria-describedby") ?? "").split(" ").filter((i) => i && i !== id);
    for (const [area, list] of this.#wrong) {
      if (wrong.get(area) === list) continue;
      area.removeAttribute("aria-invalid");
      area.setAttribute("aria-describedby", without(area, list.id).join(" "));
    }
    for (const [area, list] of wrong) {
      if (this.#wrong.get(area) === list) continue;
      list.id ||= fresh();
      area.setAttribute("aria-invalid", "true");
      area.setAttribute("aria-describedby", [...without(area, list.id), list.id].join(" "));
    }
    this.#wrong = wrong;
  }

  #count(n) {
    const { words } = this.#desk;
    const text = n ? `${n} ${words.findings}` : words.none;
    const next = document.getElementById("next");
    if (this.#shown === text) return;
    this.#shown = text;
    next.querySelector("span").textContent = text;
    next.classList.toggle("none", n === 0);
    next.disabled = n === 0;
  }

  #item(f, list) {
    const { words } = this.#desk;
    const item = element("li", f.severity);
    item.finding = f;
    const said = element("div", "said");
    const at = list === this.#loose ? "" : this.#called(f.field);
    said.append(at ? `${at}: ` : "", element("span", "called", f.called), ": ", f.message);
    if (f.hint) said.append(element("span", "hint", f.hint));
    const why = element("details");
    why.append(element("summary", "", `${words.why} (${f.rule})`), element("p", "", [f.reason, f.place].filter(Boolean).join(" · ")));
    said.append(why);
    item.append(said);
    if (list === this.#loose && (f.line || f.file)) {
      const go = element(f.line ? "button" : "span", "plain", f.line ? `${words.line} ${f.line}` : f.file);
      if (f.line) {
        go.type = "button";
        go.addEventListener("click", () => this.#desk.onLine(f));
      }
      item.append(go);
    }
    if (f.mendable) {
      const mend = element("button", "mend", words.mend);
      mend.type = "button";
      mend.setAttribute("aria-label", `${words.mend}: ${f.message}`);
      mend.addEventListener("click", () => this.#desk.onMend(f));
      item.append(mend);
    }
    return item;
  }

  // next leads to the finding behind the focus, and from the last to the first.
  next(back = false) {
    const all = [...this.#root.querySelectorAll(".found > li")];
    if (all.length === 0) return;
    if (back) all.reverse();
    const here = document.activeElement;
    const side = back ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
    const own = this.#last && all.indexOf(this.#last) >= 0 && this.#lastFocus === here ? all.indexOf(this.#last) + 1 : -1;
    const item = own >= 0 ? all[own % all.length] : all.find((li) => this.#root.contains(here) && here.compareDocumentPosition(li) & side) ?? all[0];
    const f = item.finding;
    if (!f.field || !this.#desk.onPlace(f.field)) {
      const first = item.querySelector("button, summary");
      first.focus({ preventScroll: true });
    }
    item.scrollIntoView({ block: "nearest" });
    [this.#last, this.#lastFocus] = [item, document.activeElement];
    this.#desk.say(`${f.called}: ${f.message}`);
  }
}
