// What the text of a conclusion says of its lead, partners and deadline, and its
// fields do not have: it is offered, and one button fills it in. The text stays.

export class Spoken {
  #item; #place; #said; #button; #model = null;

  constructor(item, place) {
    [this.#item, this.#place, this.#said, this.#button] = [item, place, place.querySelector("span"), place.querySelector("button")];
    this.#button.addEventListener("click", () => {
      const { desk } = this.#item;
      this.fill();
      desk.say(desk.words.spokenDone);
      this.#item.focus();
    });
  }

  get any() { return this.#model !== null; }

  // task reports that a task is made of the conclusion.
  get task() { return this.any && Boolean(this.#model.leads); }

  show(model = null) {
    this.#model = model;
    this.#place.hidden = model === null;
    if (model === null) return;
    const { words } = this.#item.desk;
    const unsure = new Set(model.unsure ?? []);
    const piece = (key, said) => (said || unsure.has(key) ? `${words[`spoken${key[0].toUpperCase()}${key.slice(1)}`]} ${said || `(${words.spokenUnsure})`}` : "");
    const pieces = [piece("lead", model.leads?.join("; ")), piece("partners", model.partners?.join("; ")), piece("deadline", model.deadline)];
    const text = `${model.leads ? words.spokenTask : words.spokenMore} ${pieces.filter(Boolean).join(" · ")}`;
    if (this.#said.textContent === text) return;
    this.#said.textContent = text;
    this.#button.textContent = model.leads ? words.spokenFill : words.spokenFillMore;
    this.#button.setAttribute("aria-label", `${this.#button.textContent}: ${text}`);
  }

  fill() {
    if (!this.any) return;
    const { leads, partners, deadline } = this.#model;
    this.show();
    this.#item.fill({ leads, partners, deadline });
  }
}

// offerRemoval shows the button that takes all examples of a first record away.
export function offerRemoval(button, outline, desk) {
  const those = outline.items.filter((it) => it.model.sample);
  button.hidden = those.length === 0;
  const text = desk.words.samplesAll.replace("%", String(those.length));
  if (button.textContent !== text) button.textContent = text;
  button.onclick = () => desk.together(() => {
    for (const it of those.toReversed()) if (!outline.hasBelow(it)) outline.remove(it);
  });
}

// offerAll shows the button for all of them, where there are several.
export function offerAll(button, items, desk) {
  const those = items.filter((it) => it.spoken.task);
  button.hidden = those.length < 2;
  const text = desk.words.spokenAll.replace("%", String(those.length));
  if (button.textContent !== text) button.textContent = text;
  button.onclick = () => {
    desk.together(() => { for (const it of those) it.spoken.fill(); });
    desk.say(desk.words.spokenDone);
    items[0]?.focus();
  };
}
