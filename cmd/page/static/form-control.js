// A field in which something is typed.

let counted = 0;

// fresh returns an id that no element has.
export const fresh = () => `f-${++counted}`;

// element makes one.
export function element(name, className = "", text = "") {
  const e = document.createElement(name);
  if (className) e.className = className;
  if (text) e.textContent = text;
  return e;
}

const grows = CSS.supports("field-sizing", "content");
const widths = grows ? null : new ResizeObserver((all) => { for (const { target } of all) grow(target); });

// grow makes a textarea as high as what it says, where the browser does not.
export function grow(area) {
  if (grows || area.tagName !== "TEXTAREA") return;
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
}

// A Control is never written into while it has the focus, as programs like Unikey
// put letters in place of those before the caret, which must still be those that
// were typed: what the record says is written in when the focus has left. Only
// what the person asked for at large, as undoing, writes it at once (desk.mayPut).
export class Control {
  #said = "";
  touched = 0; // when it was last typed into

  // place gives that of the field; send is called with what was typed.
  constructor(area, place, desk, send) {
    this.area = area;
    this.place = place;
    this.desk = desk;
    widths?.observe(area);
    area.addEventListener("input", () => {
      this.touched = performance.now();
      grow(area);
      send(area.value);
    });
    area.addEventListener("blur", () => { if (!desk.steps.any) this.#put(this.#said); });
  }

  // show takes in what the record says.
  show(said) {
    this.#said = said;
    if (this.area.value === said) return;
    if (document.activeElement === this.area && !this.desk.mayPut(this.touched)) return;
    if (!this.desk.steps.has(this.place())) this.#put(said);
  }

  #put(said) {
    const { area } = this;
    const was = area.value;
    if (was === said) return;
    area.value = said;
    grow(area);
    if (document.activeElement !== area) return;
    let tail = 0; // the caret goes behind what has changed
    while (tail < Math.min(was.length, said.length) && was.at(-1 - tail) === said.at(-1 - tail)) tail++;
    area.setSelectionRange(said.length - tail, said.length - tail);
  }

  // write is for what the person does by a key or a button, and is typed by that.
  write(text, caret = text.length) {
    this.area.value = text;
    grow(this.area);
    this.area.setSelectionRange(caret, caret);
  }
}

// alt reports one of the four with Alt; shift as it is asked for.
export const alt = (e, key, shift = false) => e.key === key && e.altKey && e.shiftKey === shift && !e.ctrlKey && !e.metaKey;

// Backspace at the very beginning joins a text to the one before it. Programs like
// Unikey send backspaces too, with letters on their heels: only one that stands
// alone, after a rest and before one, is a person's.
const rest = 120; // ms

export function onLoneBackspace(area, act) {
  let waits = 0;
  let last = -Infinity; // the last sign of typing
  area.addEventListener("input", () => { last = performance.now(); clearTimeout(waits); });
  area.addEventListener("compositionend", () => { last = performance.now(); });
  area.addEventListener("keydown", (e) => {
    clearTimeout(waits);
    const quiet = performance.now() - last > rest;
    const alone = e.key === "Backspace" && !e.repeat && !e.isComposing && !e.ctrlKey && !e.altKey && !e.metaKey && !e.shiftKey;
    if (!alone || !quiet || area.selectionStart !== 0 || area.selectionEnd !== 0) {
      if (e.key.length === 1 || e.key === "Backspace" || e.isComposing) last = performance.now();
      return;
    }
    waits = setTimeout(() => {
      if (document.activeElement === area && area.selectionStart === 0 && area.selectionEnd === 0) act();
    }, rest);
  });
}
