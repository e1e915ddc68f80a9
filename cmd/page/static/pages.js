// The pages beside the record: only those that have changed are put in.

// policy lets this page make elements of texts: the pages, and what was copied, which is only read.
export const policy = window.trustedTypes?.createPolicy("ketluan", { createHTML: (s) => s }) ?? { createHTML: (s) => s };

export class Pages {
  #into; #word; #known = new Map(); #shown = []; #lines = {}; #fields = {}; #here = 0; #field = "";

  // word is what a page is called; onPick gets the line of a text that is clicked,
  // and the place of its field in the form.
  constructor(into, word, onPick) {
    [this.#into, this.#word] = [into, word];
    into.addEventListener("click", (e) => {
      const place = e.target.closest("[data-place]")?.dataset.place;
      if (place && getSelection().isCollapsed) onPick(this.#lines[place], this.#fields[place] ?? "");
    });
  }

  get sums() { return this.#shown; }

  // show puts pages in; none leaves those that are there.
  show(pages, lines, fields = {}) {
    this.#into.classList.toggle("stale", pages.length === 0);
    if (pages.length === 0) return;
    const known = new Map();
    for (const [i, p] of pages.entries()) {
      const svg = p.svg || this.#known.get(p.sum);
      known.set(p.sum, svg);
      if (this.#shown[i] === p.sum) continue;
      let figure = this.#into.children[i];
      if (!figure) {
        figure = document.createElement("figure");
        figure.setAttribute("aria-label", `${this.#word} ${i + 1}`);
        this.#into.append(figure);
      }
      figure.innerHTML = policy.createHTML(svg);
    }
    while (this.#into.children.length > pages.length) this.#into.lastChild.remove();
    this.#known = known;
    this.#shown = pages.map((p) => p.sum);
    [this.#lines, this.#fields] = [lines, fields];
    if (this.#field) this.pointField(this.#field, false);
    else this.point(this.#here);
  }

  // point marks what stands on a line of the record, or begins nearest above it.
  point(line) {
    [this.#here, this.#field] = [line, ""];
    let at = 0;
    for (const l of Object.values(this.#lines)) if (l <= line && l > at) at = l;
    this.#mark((place) => at > 0 && this.#lines[place] === at);
  }

  // pointField marks what a field of the form says, and brings it into view.
  pointField(field, scrolled = true) {
    const other = field !== this.#field;
    this.#field = field;
    const of = new Set([field, field.replace(/_(?:lead|partners|deadline|product|text|heading)$/, "_text")]);
    let first = this.#mark((place) => field !== "" && this.#fields[place] === field);
    if (!first && field) first = this.#mark((place) => of.has(this.#fields[place]));
    if (!first || !other || !scrolled) return;
    const view = this.#into.parentElement;
    if (view.scrollHeight <= view.clientHeight) return; // the window scrolls
    const [a, b] = [first.getBoundingClientRect(), view.getBoundingClientRect()];
    if (a.top < b.top + 20 || a.bottom > b.bottom - 20) view.scrollTop += a.top - b.top - b.height / 3;
  }

  // mark returns the first text that it marks.
  #mark(here) {
    let first = null;
    for (const e of this.#into.querySelectorAll("[data-place]")) {
      const yes = here(e.dataset.place);
      e.classList.toggle("here", yes);
      if (yes) first ??= e;
    }
    return first;
  }
}
