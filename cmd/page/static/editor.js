// The text of a record in a textarea, with the numbers of its lines, the marks
// of findings and the line of the caret behind it. What is typed is never
// rewritten: programs as Unikey put letters in place of others themselves.
// While it is not shown, only the text is kept. What is behind it is drawn before the
// next frame, not while the key is taken in.

const weights = { note: 1, warning: 2, error: 3 };

export class Editor {
  #area; #back; #scroll; #lines = []; #marks = new Map(); #here = -1; #shown = false; #frame = 0; #onMove;

  // onInput is called when the text has changed, onMove when the caret has.
  constructor(area, back, scroll, onInput, onMove) {
    [this.#area, this.#back, this.#scroll, this.#onMove] = [area, back, scroll, onMove];
    back.parentElement.classList.add("drawn");
    area.addEventListener("input", () => { this.#later(); onInput(); });
    document.addEventListener("selectionchange", () => { if (document.activeElement === area) this.#later(); });
  }

  #later() { this.#frame ||= requestAnimationFrame(() => this.#now()); }

  #now() {
    if (this.#frame) cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const was = this.#here;
    this.#draw();
    this.#follow();
    if (this.#here !== was && document.activeElement === this.#area) this.#onMove(this.line);
  }

  // shown is whether the text is to be seen.
  set shown(yes) {
    this.#shown = yes;
    if (yes) this.#draw();
  }

  get text() { return this.#area.value; }

  get line() { return this.#here + 1; }

  // mark shows findings at their places.
  mark(findings) {
    if (this.#frame) this.#now();
    const marks = new Map();
    for (const f of findings) {
      if (!f.line) continue;
      if (!marks.has(f.line - 1)) marks.set(f.line - 1, []);
      marks.get(f.line - 1).push(f);
    }
    const old = this.#marks;
    this.#marks = marks;
    for (const i of new Set([...old.keys(), ...marks.keys()])) {
      if (JSON.stringify(old.get(i)) !== JSON.stringify(marks.get(i))) this.#drawLine(i);
    }
  }

  // goTo selects from a line and column to others, which count from 1.
  goTo(line, col = 1, endLine = line, endCol = col) {
    if (this.#frame) this.#now();
    const from = this.#offset(line, col);
    this.#area.focus({ preventScroll: true });
    this.#area.setSelectionRange(from, Math.max(from, this.#offset(endLine || line, endCol || col)));
    this.#follow();
    this.#back.children[line - 1]?.scrollIntoView({ block: "center" });
  }

  // replace puts another text in place of this one, with the caret behind what has
  // changed; what it was is kept elsewhere.
  replace(text) {
    const old = this.text;
    if (old === text) return;
    let tail = 0;
    const least = Math.min(old.length, text.length);
    while (tail < least && old[old.length - 1 - tail] === text[text.length - 1 - tail]) tail++;
    const place = this.#scroll.scrollTop;
    this.#area.value = text;
    this.#area.setSelectionRange(text.length - tail, text.length - tail);
    this.#draw();
    this.#scroll.scrollTop = place;
  }

  #offset(line, col) {
    let at = 0;
    for (let i = 0; i < line - 1 && i < this.#lines.length; i++) at += this.#lines[i].length + 1;
    return at + units(this.#lines[line - 1] ?? "", col - 1);
  }

  // follow finds the line of the caret, and reports whether it is another.
  #follow() {
    const at = this.#area.selectionStart;
    let line = 0;
    for (let i = this.text.indexOf("\n"); i >= 0 && i < at; i = this.text.indexOf("\n", i + 1)) line++;
    if (line === this.#here) return false;
    this.#back.children[this.#here]?.classList.remove("here");
    this.#back.children[line]?.classList.add("here");
    this.#here = line;
    return true;
  }

  // draw brings the lines behind the text up to it: those that have changed.
  #draw() {
    if (!this.#shown) return;
    const old = this.#lines;
    const now = this.text.split("\n");
    if (now.length === old.length && now.every((line, i) => line === old[i])) return;
    let from = 0;
    let tail = 0;
    const least = Math.min(old.length, now.length);
    while (from < least && old[from] === now[from]) from++;
    while (tail < least - from && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
    this.#lines = now;
    this.#marks = new Map([...this.#marks].map(([i, f]) => [i >= old.length - tail ? i + now.length - old.length : i, f]));
    for (let i = old.length - tail - 1; i >= from + Math.max(0, now.length - tail - from); i--) this.#back.children[i].remove();
    const behind = this.#back.children[Math.min(old.length, this.#back.children.length) - tail] ?? null;
    const fresh = document.createDocumentFragment();
    for (let i = Math.max(from, old.length - tail); i < now.length - tail; i++) fresh.append(document.createElement("div"));
    this.#back.insertBefore(fresh, tail ? behind : null);
    for (let i = from; i < now.length - tail; i++) this.#drawLine(i);
    if (now.length !== old.length) {
      for (const div of this.#back.querySelectorAll(".here")) div.classList.remove("here");
      this.#here = -1;
    }
    this.#follow();
  }

  #drawLine(i) {
    const div = this.#back.children[i];
    if (!div) return;
    const line = this.#lines[i];
    const marks = (this.#marks.get(i) ?? []).toSorted((a, b) => a.col - b.col);
    const worst = marks.reduce((w, f) => (weights[f.severity] > (weights[w] ?? 0) ? f.severity : w), "");
    div.className = worst;
    if (i === this.#here) div.classList.add("here");
    const [only] = div.childNodes; // its text is changed where it has nothing else: other lines stay as they are laid out
    if (marks.length === 0 && div.childNodes.length === 1 && only.nodeType === Node.TEXT_NODE) {
      only.data = line;
      return;
    }
    div.replaceChildren();
    let at = 0;
    for (const f of marks) {
      const from = units(line, f.col - 1);
      const to = f.endLine === f.line ? units(line, f.endCol - 1) : line.length;
      if (from < at || to <= from) continue;
      const m = document.createElement("mark");
      m.className = f.severity;
      m.textContent = line.slice(from, to);
      div.append(line.slice(at, from), m);
      at = to;
    }
    div.append(line.slice(at));
  }
}

// units counts the units of UTF-16 of so many characters of a line.
function units(line, characters) {
  let at = 0;
  for (const c of line) {
    if (characters-- <= 0) break;
    at += c.length;
  }
  return at;
}
