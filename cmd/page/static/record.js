// A record: its text, its pages and what is found in it.

import { differ } from "./differ.js";
import { Editor } from "./editor.js";
import { Findings } from "./findings.js";
import { Pages } from "./pages.js";
import { Saving } from "./saving.js";

const byId = (id) => document.getElementById(id);
const words = byId("main").dataset;

// ask sends a question about the record; status 0 is no answer.
async function ask(what, question, leaving = false) {
  try {
    const sent = question && JSON.stringify(question);
    const answer = await fetch(`${words.address}/${what}`, question && {
      method: "POST", body: sent, headers: { "Content-Type": "application/json" }, keepalive: leaving && sent.length < 60000,
    });
    say("lost", answer.status === 401 ? words.turned : "");
    return { status: answer.status, body: answer.status === 401 ? null : await answer.json() };
  } catch {
    say("lost", words.lost);
    return { status: 0, body: null };
  }
}

function say(id, message) {
  const place = byId(id);
  if (place.textContent !== message) place.textContent = message;
  place.hidden = message === "";
}

// The newest text is sent as soon as the one before is answered.
let dirty = false;
let asking = false;
async function refresh() {
  dirty = true;
  if (asking) return;
  asking = true;
  while (dirty) {
    dirty = false;
    const { status, body } = await ask("xem", { text: editor.text, have: pages.sums });
    if (status === 200) show(body);
    else if (status === 0) await new Promise((again) => { setTimeout(() => { dirty = true; again(); }, 1000); });
    else say("note", body?.Message ?? "");
  }
  asking = false;
}

function show(proof) {
  pages.show(proof.pages, proof.lines);
  editor.mark(proof.findings);
  findings.show(proof.findings);
  const state = byId("state");
  state.className = `state ${proof.state}`;
  const called = { good: words.stateGood, draft: words.stateDraft, faulty: words.stateFaulty }[proof.state];
  if (state.textContent !== called) state.textContent = called;
  let note = proof.fault ?? "";
  if (proof.state === "draft") note = words.draft;
  else if (proof.pages.length === 0) note ||= pages.sums.length ? words.stale : words.empty;
  say("note", note);
  document.body.dataset.shown = String(Number(document.body.dataset.shown ?? 0) + 1);
}

async function mend(f) {
  const text = editor.text;
  const { status, body } = await ask("sua", { text, rule: f.rule, line: f.line, col: f.col });
  if (status === 200 && editor.text === text) editor.replace(body.text);
  else if (body?.Message) say("note", body.Message);
}

function told(what, detail) {
  const saved = byId("saved");
  byId("conflict").hidden = what !== "conflict";
  switch (what) {
    case "conflict": {
      const row = document.createElement("tr");
      for (const side of differ(editor.text, detail)) row.append(Object.assign(document.createElement("td"), { textContent: side }));
      byId("both").replaceChildren(row);
      saved.textContent = "";
      byId("mine").focus();
      break;
    }
    case "restored":
      editor.replace(detail);
      break;
    case "taken":
      editor.replace(detail);
      saved.textContent = words.taken;
      break;
    default:
      saved.textContent = detail || words[what];
  }
}

const pages = new Pages(byId("pages"), words.page, (line) => editor.goTo(line));
const editor = new Editor(byId("text"), byId("back"), byId("scroll"), () => { refresh(); saving.soon(); }, (line) => pages.point(line));
const findings = new Findings(byId("findings"), byId("count"), words, (f) => editor.goTo(f.line, f.col, f.endLine, f.endCol), mend);
const saving = new Saving(ask, () => editor.text, words.sum, told);
byId("mine").addEventListener("click", () => saving.decide(true));
byId("theirs").addEventListener("click", () => saving.decide(false));
for (const link of document.querySelectorAll("[data-get]")) {
  link.addEventListener("click", async (e) => { // a file is made of what is saved
    if (!saving.unsaved) return;
    e.preventDefault();
    await saving.now();
    if (!saving.unsaved) location.href = link.href;
  });
}
saving.restore();
refresh();
const at = /^#L(\d+)$/.exec(location.hash);
if (at) editor.goTo(Number(at[1]));
