// An item is dragged by its handle: a line shows where it would stand, and how
// deep. The keys do the same.

import * as tree from "./outline-tree.js";

const step = 24; // px of a level

export function handle(item, outline) {
  const grip = item.element.querySelector(".grip");
  let way = null;
  let from = 0;
  const list = () => item.element.parentElement;
  const clear = () => {
    item.element.classList.remove("dragged");
    for (const it of outline.items) delete it.element.dataset.drop;
    list()?.classList.remove("dragging");
  };
  const end = (e) => {
    if (!item.element.classList.contains("dragged")) return;
    clear();
    if (way && e.type === "pointerup") outline.go(item, way);
    way = null;
  };
  grip.addEventListener("pointerdown", (e) => {
    if (e.button !== 0) return;
    e.preventDefault();
    grip.setPointerCapture(e.pointerId);
    from = e.clientX;
    item.element.classList.add("dragged");
    list().classList.add("dragging");
  });
  grip.addEventListener("pointermove", (e) => {
    if (!item.element.classList.contains("dragged")) return;
    for (const it of outline.items) delete it.element.dataset.drop;
    const at = under(outline.items, e.clientY);
    const i = outline.items.indexOf(item);
    const wanted = item.depth + Math.round((e.clientX - from) / step);
    way = tree.dropped(outline.items, i, at, wanted);
    if (!way) return;
    way.index = at;
    const mark = outline.items[at] ?? outline.items.at(-1);
    mark.element.dataset.drop = `${at < outline.items.length ? "before" : "after"}-${Math.min(way.depth, 6)}`;
    scroll(grip, e.clientY);
  });
  grip.addEventListener("pointerup", end);
  grip.addEventListener("pointercancel", end);
  grip.addEventListener("lostpointercapture", end);
}

// under returns the index before which the pointer is.
function under(items, y) {
  const i = items.findIndex((it) => { const r = it.element.getBoundingClientRect(); return y < r.top + r.height / 2; });
  return i < 0 ? items.length : i;
}

// scroll brings in what is beyond the edge.
function scroll(grip, y) {
  const panel = grip.closest(".form");
  const { top, bottom } = panel.getBoundingClientRect();
  if (y < top + 30) panel.scrollBy(0, -20);
  if (y > bottom - 30) panel.scrollBy(0, 20);
}
