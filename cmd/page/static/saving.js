// Saving by itself: half a second after the last letter, when the page is left,
// and never over what another program has made of the file.

export class Saving {
  #ask; #text; #steps; #tell; #base; #saved; #timer = 0; #running = false; #theirs = null;

  // ask sends a question; text gives what is typed, steps what of the form is not in
  // it yet; tell is told of saved, saving, unsaved, conflict, restored and taken.
  constructor(ask, text, steps, base, tell) {
    [this.#ask, this.#text, this.#steps, this.#base, this.#tell] = [ask, text, steps, base, tell];
    this.#saved = text();
    document.addEventListener("visibilitychange", () => { if (document.hidden) this.now(true); });
    addEventListener("pagehide", () => { this.#remember(); this.now(true); });
    addEventListener("focus", () => this.look());
    setInterval(() => { if (!document.hidden) this.look(); }, 4000);
  }

  // remember keeps in this tab what could not be saved when the page is left; nobody
  // is asked whether to stay.
  #remember() {
    try {
      if (this.unsaved) sessionStorage.setItem(location.pathname, JSON.stringify({ text: this.#text(), steps: this.#steps() }));
      else sessionStorage.removeItem(location.pathname);
    } catch { /* the tab keeps nothing, or not so much */ }
  }

  // restore brings back what an earlier visit has left unsaved, and shows it beside
  // what is in the file.
  async restore() {
    let left = null;
    try {
      left = JSON.parse(sessionStorage.getItem(location.pathname));
      sessionStorage.removeItem(location.pathname);
    } catch { /* nothing is kept */ }
    if (left === null) return;
    const file = { text: this.#saved, sum: this.#base };
    const other = left.text !== file.text;
    if (other) this.#theirs = file; // nothing is saved before it is decided
    if (left.steps.length > 0) {
      const { status, body } = await this.#ask("xem", { text: left.text, have: [], steps: left.steps });
      if (status === 200 && !body.refused) left = { text: body.text, steps: [] };
    }
    if (left.text === file.text && left.steps.length === 0) {
      this.#theirs = null;
      return;
    }
    this.#tell("restored", left);
    if (other) this.#conflict(file);
    else this.soon();
  }

  get unsaved() { return this.#text() !== this.#saved || this.#steps().length > 0; }

  soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.now(), 500);
  }

  async now(leaving = false) {
    clearTimeout(this.#timer);
    if (this.#running || this.#theirs || !this.unsaved) return;
    if (this.#steps().length > 0 && !leaving) return; // when they are done they lead here again
    this.#running = true;
    const text = this.#text();
    const steps = leaving && this.#steps().length > 0 ? this.#steps() : undefined;
    this.#tell("saving");
    const { status, body } = await this.#ask("luu", { text, steps, base: this.#base }, leaving);
    this.#running = false;
    if (status === 200) {
      [this.#base, this.#saved] = [body.sum, text];
      if (this.unsaved) this.soon();
      else this.#tell("saved");
    } else if (status === 409 && body.sum) {
      if (body.text !== text) {
        this.#conflict(body);
        return;
      }
      [this.#base, this.#saved] = [body.sum, text]; // another has made the same of it
      this.#tell("saved");
    } else {
      this.#tell("unsaved", body?.Message ?? "");
      this.#timer = setTimeout(() => this.now(), 2000);
    }
  }

  // look takes in what another program has made of the file, where nothing is
  // typed that is not saved.
  async look() {
    if (this.#running || this.#theirs || this.unsaved) return;
    const { status, body } = await this.#ask(`tep?sum=${this.#base}`);
    if (status !== 200 || body.sum === this.#base || this.#running || this.#theirs) return;
    if (this.unsaved) {
      this.#conflict(body);
      return;
    }
    [this.#base, this.#saved] = [body.sum, body.text];
    this.#tell("taken", body.text);
  }

  #conflict(theirs) {
    this.#theirs = theirs;
    this.#tell("conflict", theirs.text);
  }

  // decide goes on with what is typed, or with what is in the file; either can be
  // undone in the text.
  decide(mine) {
    const theirs = this.#theirs;
    if (!theirs) return;
    this.#theirs = null;
    this.#base = theirs.sum;
    this.#saved = theirs.text;
    if (mine) this.now();
    else this.#tell("taken", theirs.text);
  }
}
