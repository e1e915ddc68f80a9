// What the text was before each change, in the form and as YAML: Ctrl+Z and
// Ctrl+Y lead back and forth. Letters of one burst are one change.

const mostChanges = 400;
const mostUnits = 20e6; // of all texts together
const pause = 1000; // ms, ends a burst
const longest = 40; // letters of one

export class History {
  #past = []; #future = []; #now; #place = ""; #burst = ""; #last = 0; #onChange;

  constructor(text, onChange) { [this.#now, this.#onChange] = [text, onChange]; }

  // note takes in what the text has become, and the field in which that was seen.
  // Changes of one burst in a row are one; "" is none.
  note(text, burst, place) {
    if (text === this.#now) return;
    const at = performance.now();
    const from = this.#past.at(-1)?.text.length ?? 0;
    const on = burst !== "" && burst === this.#burst && at - this.#last < pause && Math.abs(text.length - from) < longest;
    if (!on) this.#past.push({ text: this.#now, place });
    [this.#now, this.#burst, this.#last, this.#place, this.#future] = [text, burst, at, place, []];
    let units = this.#past.reduce((n, p) => n + p.text.length, 0);
    while (this.#past.length > mostChanges || units > mostUnits && this.#past.length > 1) units -= this.#past.shift().text.length;
    this.#onChange();
  }

  get canUndo() { return this.#past.length > 0; }

  get canRedo() { return this.#future.length > 0; }

  // undo and redo return the text with the field to look at; null where there is none.
  undo() { return this.#go(this.#past, this.#future); }

  redo() { return this.#go(this.#future, this.#past); }

  #go(from, to) {
    const one = from.pop();
    if (!one) return null;
    to.push({ text: this.#now, place: one.place });
    [this.#now, this.#burst] = [one.text, ""];
    this.#onChange();
    return one;
  }
}
