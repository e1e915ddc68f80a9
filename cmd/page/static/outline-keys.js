// What the keys and buttons of an item do.

import { alt, onLoneBackspace } from "./form-control.js";
import { copied, numbered } from "./outline-paste.js";
import { handle } from "./outline-drag.js";

// attend lets an item be worked on.
export function attend(item, outline) {
  for (const part of ["heading", "text"]) {
    const area = item.area(part);
    area.addEventListener("keydown", (e) => written(e, item, part, outline));
    area.addEventListener("paste", (e) => {
      const text = copied(e.clipboardData);
      if (text !== null) {
        e.preventDefault();
        outline.paste(item, text);
        return;
      }
      const line = area.selectionStart === 0 ? numbered(e.clipboardData.getData("text/plain"), item.model.number) : null;
      if (!line) return;
      e.preventDefault();
      area.setRangeText(line.rest, 0, area.selectionEnd, "end");
      area.dispatchEvent(new Event("input", { bubbles: true }));
      outline.tellTaken(1, () => {
        const typed = item.control(part);
        typed.write(line.number + area.value);
        area.dispatchEvent(new Event("input", { bubbles: true }));
      });
    });
  }
  onLoneBackspace(item.area("text"), () => outline.join(item));
  onLoneBackspace(item.area("heading"), () => { if (item.empty) outline.join(item); else outline.promote(item); });
  item.element.addEventListener("keydown", (e) => moved(e, item, outline));
  item.element.addEventListener("focusout", (e) => { if (!item.element.contains(e.relatedTarget)) item.fresh = false; });
  tools(item, outline);
  handle(item, outline);
}

// moved are the keys that move an item, wherever in it the focus is.
function moved(e, item, outline) {
  if (e.isComposing || e.defaultPrevented) return;
  if (alt(e, "ArrowUp") || alt(e, "ArrowUp", true)) outline.move(item, -1);
  else if (alt(e, "ArrowDown") || alt(e, "ArrowDown", true)) outline.move(item, 1);
  else if (alt(e, "ArrowRight", true)) outline.indent(item);
  else if (alt(e, "ArrowLeft", true)) outline.outdent(item);
  else if (e.key === "Delete" && e.ctrlKey && e.shiftKey) outline.remove(item);
  else return;
  e.preventDefault();
}

// written are the keys that write. Tab leads to the next field, as everywhere; only
// in an item that Enter has just made, and that is still empty, it indents, as in
// Word, until Escape.
function written(e, item, part, outline) {
  if (e.isComposing || e.altKey || e.metaKey) return;
  const area = item.area(part);
  switch (e.key) {
    case "Enter":
      if (e.shiftKey && part === "text") return; // a new line
      if (e.ctrlKey) {
        const made = outline.insert(item, "after");
        made?.focus();
      } else if (item.empty && item.depth > 1) {
        outline.outdent(item);
      } else if (area.value !== "") {
        outline.split(item, part, area.selectionStart, area.selectionEnd);
      }
      break;
    case "Tab":
      if (!item.fresh || !item.empty || e.ctrlKey) return;
      if (e.shiftKey) outline.outdent(item);
      else outline.indent(item);
      break;
    case "Escape":
      if (!item.fresh) return;
      item.fresh = false;
      break;
    default:
      if (e.key.length === 1) item.fresh = false;
      return;
  }
  e.preventDefault();
}

// tools are the buttons: one stop of Tab, the arrows lead from one to the next.
function tools(item, outline) {
  const bar = item.element.querySelector(".tools");
  const buttons = [...bar.querySelectorAll("button")];
  const acts = {
    up: () => outline.move(item, -1), down: () => outline.move(item, 1), in: () => outline.indent(item), out: () => outline.outdent(item),
    add: () => outline.insert(item, "after")?.focus(), heading: () => outline.promote(item), clear: () => clear(item), remove: () => outline.remove(item),
  };
  for (const [i, b] of buttons.entries()) {
    b.tabIndex = i === 0 ? 0 : -1;
    b.addEventListener("click", () => acts[b.dataset.act]());
  }
  bar.addEventListener("keydown", (e) => {
    const at = buttons.indexOf(document.activeElement);
    const by = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
    if (!by || e.altKey || at < 0) return;
    e.preventDefault();
    buttons[at].tabIndex = -1;
    const next = buttons[(at + by + buttons.length) % buttons.length];
    next.tabIndex = 0;
    next.focus();
  });
}

// clear takes away who does it and by when: of a text that has become another.
function clear(item) {
  item.fill({ leads: [], partners: [], deadline: "" });
  item.desk.say(item.desk.words.cleared);
  item.focus();
}
