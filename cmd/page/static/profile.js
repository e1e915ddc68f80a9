// A profile: its text is edited and saved as that of a record is; beside it stand
// the records that use it, as they would be read.

import { ask, byId, say, words } from "./asking.js";
import { differ } from "./differ.js";
import { Editor } from "./editor.js";
import { Findings } from "./findings.js";
import { Saving } from "./saving.js";

// The newest text is sent as soon as the one before is answered.
let dirty = false;
let asking = false;
async function refresh() {
  dirty = true;
  if (asking) return;
  asking = true;
  while (dirty) {
    dirty = false;
    const { status, body } = await ask("xem", { text: editor.text });
    if (status === 200) show(body);
    else if (status === 0) await new Promise((again) => { setTimeout(() => { dirty = true; again(); }, 1000); });
  }
  asking = false;
}

function show(proof) {
  editor.mark(proof.findings);
  findings.show(proof.findings);
  const state = proof.findings.length ? "faulty" : "good";
  byId("state").className = `state ${state}`;
  byId("state").textContent = state === "good" ? words.stateGood : words.stateFaulty;
  byId("users").replaceChildren(...proof.users.map(userItem));
  byId("more").hidden = !proof.more;
  document.body.dataset.shown = String(Number(document.body.dataset.shown ?? 0) + 1);
}

function userItem(user) {
  const item = document.createElement("li");
  const link = Object.assign(document.createElement("a"), { href: words.record + user.id, textContent: user.name });
  const state = document.createElement("span");
  state.className = `state ${user.count ? "faulty" : "good"}`;
  state.textContent = user.count ? `✕ ${user.count} ${words.problems}` : `✓ ${words.fine}`;
  const told = user.problems.map((p) => Object.assign(document.createElement("span"), { className: "file", textContent: p }));
  item.append(link, " ", state, ...told);
  return item;
}

function told(what, detail) {
  byId("conflict").hidden = what !== "conflict";
  const text = detail?.text ?? detail;
  switch (what) {
    case "conflict": {
      const row = document.createElement("tr");
      for (const side of differ(editor.text, text)) row.append(Object.assign(document.createElement("td"), { textContent: side }));
      byId("both").replaceChildren(row);
      byId("saved").textContent = "";
      byId("mine").focus();
      break;
    }
    case "restored":
    case "taken":
      editor.replace(text);
      if (what === "taken") byId("saved").textContent = words.taken;
      refresh();
      break;
    default:
      byId("saved").textContent = detail || words[what];
  }
}

const editor = new Editor(byId("text"), byId("back"), byId("scroll"), () => { refresh(); saving.soon(); }, () => {});
editor.shown = true;
const findings = new Findings(byId("findings"), byId("count"), words, (f) => editor.goTo(f.line, f.col, f.endLine, f.endCol), () => {});
const saving = new Saving(ask, () => editor.text, () => [], words.sum, told);
byId("mine").addEventListener("click", () => saving.decide(true));
byId("theirs").addEventListener("click", () => saving.decide(false));
byId("bare")?.remove();
byId("scroll").addEventListener("submit", (e) => { e.preventDefault(); saving.now(); });
saving.restore();
refresh();
