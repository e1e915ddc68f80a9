// The steps of the form that the program has not carried out yet, in their order.
// A text that is typed is one step, however many letters it took.

const most = 200; // at a time
const mostRead = 8e6; // letters, those of the text counted for each step

export class Steps {
  #queue = []; #sent = []; #behind = [];

  // add puts a step at the end. A text that is typed while a paste is out has its
  // place only when that is answered: then place is called.
  add(step, place = () => step.place) {
    if (this.pasting && step.do === "set") {
      const same = this.#behind.find((b) => b.key === place);
      if (same) same.step = step;
      else this.#behind.push({ step, key: place });
      return;
    }
    const last = this.#queue.findLastIndex((s) => s.do !== "set" || s.place === step.place);
    if (step.do === "set" && last >= 0 && this.#queue[last].do === "set") this.#queue[last] = step;
    else this.#queue.push(step);
  }

  get waiting() { return this.#queue.length + this.#behind.length > 0; }

  get any() { return this.waiting || this.#sent.length > 0; }

  // moving reports steps that wait and give other fields their places.
  get moving() { return this.#queue.some((s) => s.do !== "set"); }

  get pasting() { return [...this.#sent, ...this.#queue].some((s) => s.do === "paste"); }

  // has reports a text that waits, of a field or of a part of it.
  has(place) {
    const within = (p) => p === place || p.startsWith(`${place}_`);
    return this.#queue.some((s) => within(s.place)) || this.#behind.some((b) => within(b.key()));
  }

  // take returns the steps to be sent now, for a text of so many letters.
  take(length) {
    this.#sent = this.#queue.splice(0, Math.max(1, Math.min(most, Math.floor(mostRead / (length + 1)))));
    return this.#sent;
  }

  // again lets those that were sent be sent again.
  again() {
    this.#queue.unshift(...this.#sent);
    this.#sent = [];
  }

  // done forgets those that were sent. Where one was refused none was carried out:
  // without a text that is refused the others can be, but what follows another step
  // stands on it. It returns the one that was refused.
  done(refused = null) {
    const sent = this.#sent;
    this.#sent = [];
    if (!refused) return null;
    const bad = sent[refused.step] ?? sent[0];
    const text = bad.do === "set";
    this.#queue = text ? [...sent.filter((s) => s !== bad), ...this.#queue] : sent.slice(0, sent.indexOf(bad));
    return bad;
  }

  // placed lets what was typed during a paste follow, when the form has its places.
  placed() {
    if (this.pasting) return;
    for (const { step, key } of this.#behind.splice(0)) this.add({ ...step, place: key() });
  }

  // all are those that could not be carried out before the page is left.
  get all() { return [...this.#sent, ...this.#queue]; }

  clear() { this.#queue = []; this.#sent = []; this.#behind = []; }
}
