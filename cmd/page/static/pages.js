// The pages beside the text: only those that have changed are put in.

const policy = window.trustedTypes?.createPolicy("ketluan", { createHTML: (s) => s }) ?? { createHTML: (s) => s };

export class Pages {
  #into; #word; #known = new Map(); #shown = []; #lines = {}; #here = 0;

  // word is what a page is called; onPick gets the line of a text that is clicked.
  constructor(into, word, onPick) {
    [this.#into, this.#word] = [into, word];
    into.addEventListener("click", (e) => {
      const line = this.#lines[e.target.closest("[data-place]")?.dataset.place];
      if (line && getSelection().isCollapsed) onPick(line);
    });
  }

  get sums() { return this.#shown; }

  // show puts pages in; none leaves those that are there.
  show(pages, lines) {
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
    this.#lines = lines;
    this.point(this.#here);
  }

  // point marks what stands on a line of the record, or begins nearest above it.
  point(line) {
    this.#here = line;
    let at = 0;
    for (const l of Object.values(this.#lines)) if (l <= line && l > at) at = l;
    for (const e of this.#into.querySelectorAll("[data-place]")) {
      e.classList.toggle("here", at > 0 && this.#lines[e.dataset.place] === at);
    }
  }
}
