// What was found, each with its line, reason, and where there is one right
// answer a button.

export class Findings {
  #list; #count; #words; #onPick; #onMend; #was = "";

  constructor(list, count, words, onPick, onMend) {
    [this.#list, this.#count, this.#words, this.#onPick, this.#onMend] = [list, count, words, onPick, onMend];
  }

  show(findings) {
    const now = JSON.stringify(findings);
    if (now === this.#was) return;
    this.#was = now;
    this.#count.textContent = findings.length ? `(${findings.length})` : "";
    if (findings.length === 0) {
      this.#list.replaceChildren(element("li", "", this.#words.none));
      return;
    }
    this.#list.replaceChildren(...findings.map((f) => this.#item(f)));
  }

  #item(f) {
    const item = element("li", f.severity);
    const row = element("div", "row");
    const what = element(f.line ? "button" : "span", "go");
    const place = f.line ? `${this.#words.line} ${f.line}` : f.file ?? "";
    what.append(element("b", "", place), place ? " " : "", element("span", "called", f.called), ": ", f.message);
    const left = element("div", "");
    left.append(what);
    if (f.hint) left.append(element("p", "hint", f.hint));
    row.append(left);
    if (f.line) {
      what.type = "button";
      what.addEventListener("click", () => this.#onPick(f));
    }
    if (f.mendable) {
      const mend = element("button", "mend", this.#words.mend);
      mend.type = "button";
      mend.setAttribute("aria-label", `${this.#words.mend}: ${place} ${f.message}`);
      mend.addEventListener("click", () => this.#onMend(f));
      row.append(mend);
    }
    item.append(row);
    const why = document.createElement("details");
    why.append(element("summary", "", `${this.#words.why} (${f.rule})`), element("p", "", [f.reason, f.place].filter(Boolean).join(" · ")));
    item.append(why);
    return item;
  }
}

function element(name, className, text = "") {
  const e = document.createElement(name);
  if (className) e.className = className;
  e.textContent = text;
  return e;
}
