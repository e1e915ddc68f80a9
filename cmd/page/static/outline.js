// The conclusions as an outline. What a key or a button does is done here at once
// and told to the program as a step, so that the next letter already has its field.

import { Item, facts } from "./outline-item.js";
import * as tree from "./outline-tree.js";

export class Outline {
  #list; #template; #desk; #attend; #empty; #places = new Map();

  // attend lets the keys and buttons of an item do what they say.
  constructor(list, template, empty, desk, attend) {
    [this.#list, this.#template, this.#empty, this.#desk, this.#attend] = [list, template, empty, desk, attend];
    this.items = [];
  }

  attend(item) { this.#attend(item, this); }

  // show takes in what the record says. Items that say the same at the beginning
  // and at the end are the same; between them each is the one in its place.
  show(models) {
    let [head, tail] = [0, 0];
    const { items } = this;
    if (items.length !== models.length) {
      const same = (it, m) => it.signature === `${m.heading ?? ""}\n${m.text}`;
      const least = Math.min(items.length, models.length);
      while (head < least && same(items[head], models[head])) head++;
      while (tail < least - head && same(items.at(-1 - tail), models.at(-1 - tail))) tail++;
      const more = models.length - items.length;
      for (let i = more; i < 0; i++) this.#take(items.length - tail - 1);
      for (let i = 0; i < more; i++) this.#put(items.length - tail, new Item(this.#template, this.#desk, this));
    }
    for (const [i, m] of models.entries()) [items[i].depth, items[i].place] = [m.depth, m.place];
    for (const [i, m] of models.entries()) items[i].show(m);
    this.#named();
  }

  #put(i, item) {
    this.#list.insertBefore(item.element, this.#list.children[i] ?? null);
    this.items.splice(i, 0, item);
  }

  #take(i) {
    this.items[i].element.remove();
    this.items.splice(i, 1);
  }

  // named tells each where it stands.
  #named() {
    const counts = [];
    const beside = this.items.map(({ depth }) => {
      counts.length = depth;
      counts[depth - 1] ??= { n: 0 };
      return [++counts[depth - 1].n, counts[depth - 1]];
    });
    for (const [i, it] of this.items.entries()) it.name(beside[i][0], beside[i][1].n);
    this.#places = new Map(this.items.map((it) => [it.place, it]));
    this.#empty.classList.toggle("first", this.items.length === 0);
  }

  #ordered() {
    tree.number(this.items);
    this.#named();
  }

  // find returns the item of a place and the part that it names.
  find(place) {
    const [, of, part] = /^(kl(?:_\d+)+)(?:_([a-z]\w*))?$/.exec(place) ?? [];
    const item = this.#places.get(of);
    return item && { item, part: part === "heading" || part === "text" || facts.includes(part) ? part : item.main };
  }

  // called returns what a part of an item is called, "" of its text.
  called(place) {
    const { item, part } = this.find(place) ?? {};
    return item?.element.querySelector(`[data-for="${part}"]`)?.textContent ?? "";
  }

  // insert adds a new item with a text: before or after another with all below it,
  // as the last below it, or at the end where there is none.
  insert(item, where, text = "") {
    if (this.#held()) return null;
    const i = this.items.indexOf(item);
    this.#desk.step({ do: "add", place: item?.place ?? "kl", where, value: text });
    const made = new Item(this.#template, this.#desk, this);
    made.depth = item ? item.depth + (where === "below" ? 1 : 0) : 1;
    this.#put(!item ? this.items.length : where === "before" ? i : tree.end(this.items, i), made);
    made.show({ text });
    this.#ordered();
    return made;
  }

  // held reports that nothing may move: what was pasted has no places yet.
  #held() {
    if (this.#desk.steps.pasting) this.#desk.say(this.#desk.words.wait);
    return this.#desk.steps.pasting;
  }

  // split parts the text at the caret: what is behind becomes an item of its own,
  // behind this one, or before those below it.
  split(item, part, from, to) {
    if (this.#held()) return;
    const { area } = item.control(part);
    const [head, tail] = [area.value.slice(0, from).trimEnd(), area.value.slice(to).trimStart()];
    const i = this.items.indexOf(item);
    if (head === "" && tail !== "") {
      this.insert(item, "before");
      item.focus(part, 0);
      return;
    }
    if (area.value !== head) {
      item.control(part).write(head);
      area.dispatchEvent(new Event("input", { bubbles: true }));
    }
    const below = tree.end(this.items, i) > i + 1 ? this.items[i + 1] : null;
    const made = below ? this.insert(below, "before", tail) : this.insert(item, part === "heading" ? "below" : "after", tail);
    made.fresh = true;
    made.focus("text", 0);
  }

  // hasBelow reports items below one.
  hasBelow(item) {
    const i = this.items.indexOf(item);
    return tree.end(this.items, i) > i + 1;
  }

  // remove takes an item away with all below it.
  remove(item) {
    if (this.#held()) return;
    const i = this.items.indexOf(item);
    const last = tree.end(this.items, i);
    this.#desk.step({ do: "remove", place: item.place });
    const next = this.items[last] ?? this.items[i - 1];
    for (let j = last - 1; j >= i; j--) this.#take(j);
    this.#ordered();
    this.#desk.say(this.#desk.words.removed);
    if (next) next.focus();
    else this.#empty.focus();
  }

  // join puts an item's text behind that of the item before it in the document,
  // which takes over what is below it.
  join(item) {
    const i = this.items.indexOf(item);
    const head = this.items[i - 1];
    if (!head || this.#held()) return;
    const { words } = this.#desk;
    const text = item.area("text").value;
    const into = head.main;
    if (text !== "" && into === "heading" || item.area("heading").value !== "" || item.model.table) {
      this.#desk.say(words.noJoin);
      return;
    }
    this.#leaveBelow(i);
    this.#desk.step({ do: "remove", place: item.place });
    this.#take(this.items.indexOf(item));
    this.#ordered();
    const was = head.area(into).value;
    if (text !== "") {
      head.control(into).write(was + (was ? " " : "") + text, was.length);
      head.area(into).dispatchEvent(new Event("input", { bubbles: true }));
    }
    for (const part of facts) {
      if (item.area(part).value === "" || head.area(part).value !== "") continue;
      head.control(part).write(item.area(part).value);
      head.area(part).dispatchEvent(new Event("input", { bubbles: true }));
    }
    head.focus(into, was.length);
  }

  // leaveBelow gives what is below an item to the one before it on its level, or to
  // the one above.
  #leaveBelow(i) {
    const item = this.items[i];
    const b = tree.before(this.items, i);
    const to = b >= 0 ? this.items[b] : item;
    const below = this.items.slice(i + 1, tree.end(this.items, i)).filter((it) => it.depth === item.depth + 1);
    for (const child of below) {
      const j = this.items.indexOf(child);
      const last = tree.end(this.items, j);
      this.#desk.step({ do: "move", place: child.place, to: to.place, where: b >= 0 ? "below" : "before" });
      if (b < 0) for (let k = j; k < last; k++) this.items[k].depth--;
      this.#shift(j, last, this.items.indexOf(item));
      tree.number(this.items);
    }
  }

  // indent makes an item the last below the one before it; outdent the next behind
  // the one above it, and what follows it there goes below it.
  indent(item) {
    const i = this.items.indexOf(item);
    if (tree.before(this.items, i) < 0) this.#desk.say(this.#desk.words.noIndent);
    else this.#deepen(item, "indent", 1);
  }

  outdent(item) {
    if (item.depth === 1) this.#desk.say(this.#desk.words.noOutdent);
    else this.#deepen(item, "outdent", -1);
  }

  #deepen(item, what, by) {
    if (this.#held()) return;
    const i = this.items.indexOf(item);
    const last = tree.end(this.items, i);
    this.#desk.step({ do: what, place: item.place });
    for (let j = i; j < last; j++) this.items[j].depth += by;
    this.#ordered();
    this.#desk.say(`${this.#desk.words.depth} ${item.depth}`);
  }

  // move takes an item with all below it one step up (-1) or down (1).
  move(item, by) {
    const i = this.items.indexOf(item);
    const way = by < 0 ? tree.upward(this.items, i) : tree.downward(this.items, i);
    if (!way) this.#desk.say(by < 0 ? this.#desk.words.noUp : this.#desk.words.noDown);
    else this.go(item, { ...way, to: this.items[way.to] });
  }

  // go takes an item to where it was moved or dropped. The index is that among all
  // as they are.
  go(item, way) {
    if (this.#held()) return;
    const i = this.items.indexOf(item);
    const last = tree.end(this.items, i);
    this.#desk.step({ do: "move", place: item.place, to: way.to.place, where: way.where });
    for (let j = i; j < last; j++) if (this.items[j] !== item) this.items[j].depth += way.depth - item.depth;
    item.depth = way.depth;
    this.#shift(i, last, way.index);
    this.#ordered();
    this.#desk.say(`${this.#desk.words.moved} ${this.items.indexOf(item) + 1}/${this.items.length}`);
    item.element.scrollIntoView({ block: "nearest" });
  }

  // shift moves the items from first to last before an index outside them. Of the
  // two pieces that change places the one with the focus stays in the page.
  #shift(first, last, index) {
    const own = this.items.slice(first, last);
    const others = index < first ? this.items.slice(index, first) : this.items.slice(last, index);
    const held = own.some((it) => it.element.contains(document.activeElement));
    const nodes = (list) => list.map((it) => it.element);
    if (held && index < first) own.at(-1).element.after(...nodes(others));
    else if (held) own[0].element.before(...nodes(others));
    else if (index < first) others[0]?.element.before(...nodes(own));
    else others.at(-1)?.element.after(...nodes(own));
    this.items.splice(Math.min(first, index), own.length + others.length, ...(index < first ? [...own, ...others] : [...others, ...own]));
  }

  // promote makes a text a heading, or a heading a text.
  promote(item) {
    const [from, to] = item.main === "heading" ? ["heading", "text"] : ["text", "heading"];
    const text = item.area(from).value.replaceAll("\n", " ");
    const caret = item.area(from).selectionStart;
    for (const [part, value] of [[to, text], [from, ""]]) {
      item.control(part).write(value);
      item.area(part).dispatchEvent(new Event("input", { bubbles: true }));
    }
    item.element.classList.toggle("has-heading", to === "heading");
    item.focus(to, caret);
  }

  // tellTaken says that numbers which the list has itself were taken off what was
  // pasted; back puts them in again.
  tellTaken(n, back) { this.#desk.taken(n, back); }

  // paste lets the program read what was copied elsewhere as items behind this one.
  paste(item, value) {
    if (this.#held()) return;
    this.#desk.step({ do: "paste", place: item.place, where: "after", value });
    if (item.empty && tree.end(this.items, this.items.indexOf(item)) === this.items.indexOf(item) + 1) {
      this.#desk.step({ do: "remove", place: item.place });
    }
  }
}
