// The views of a record: the form, its text, and on a narrow window its pages.
// Which one is remembered by the browser.

const kept = "ketluan-cach-xem";

export class Views {
  #main; #onView; #tabs;

  // onView is called with the view that is shown.
  constructor(main, onView) {
    [this.#main, this.#onView] = [main, onView];
    this.#tabs = [...main.querySelectorAll('[role="tab"]')];
    for (const tab of this.#tabs) tab.addEventListener("click", () => this.#asked(tab));
    main.querySelector('[role="tablist"]').addEventListener("keydown", (e) => {
      const by = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
      if (!by) return;
      e.preventDefault();
      const seen = this.#tabs.filter((t) => t.offsetParent);
      const tab = seen[(seen.indexOf(document.activeElement) + by + seen.length) % seen.length];
      tab.focus();
      this.#asked(tab);
    });
  }

  // asked is by the person: it is remembered.
  #asked(tab) {
    const view = tab.id.replace("tab-", "");
    try {
      if (view !== "pages") localStorage.setItem(kept, view);
    } catch { /* nothing is kept */ }
    this.show(view);
  }

  get remembered() {
    try {
      return localStorage.getItem(kept) === "text" ? "text" : "form";
    } catch {
      return "form";
    }
  }

  get now() { return this.#main.dataset.view; }

  show(view) {
    this.#main.dataset.view = view;
    for (const tab of this.#tabs) {
      const yes = tab.id === `tab-${view}`;
      tab.setAttribute("aria-selected", String(yes));
      tab.tabIndex = yes ? 0 : -1;
    }
    if (view !== "pages") for (const v of ["form", "text"]) document.getElementById(`view-${v}`).hidden = v !== view;
    this.#onView(view);
  }
}
