// A record: its form and its text, its pages and what is found in it. The text is
// what is true; the form is made of it, and what is done in the form are steps that
// make another text of it.

import { ask, byId, say, words } from "./asking.js";
import { differ } from "./differ.js";
import { Editor } from "./editor.js";
import { Findings } from "./findings.js";
import { askColumns, tellTaken } from "./form-columns.js";
import { Form } from "./form.js";
import { History } from "./form-history.js";
import { Steps } from "./form-steps.js";
import { Views } from "./form-views.js";
import { Pages } from "./pages.js";
import { Saving } from "./saving.js";

const formWords = byId("view-form").dataset;

const steps = new Steps();
let epoch = 0; // of the text: another one that is put in its place begins the next
let put = 0; // when that was; until it is answered, the form's fields are written anew
let goal = ""; // the place that is to be looked at then
let proof = null; // the newest
const waiters = []; // for all steps to be carried out

const settled = () => (steps.any ? new Promise((done) => { waiters.push(done); }) : Promise.resolve());

// The newest text is sent as soon as the one before is answered, with the steps
// that have come up meanwhile.
let dirty = false;
let asking = false;
async function refresh() {
  dirty = true;
  rest();
  if (asking) return;
  asking = true;
  while (dirty) {
    dirty = false;
    const [turn, base, sent, form] = [epoch, editor.text, steps.take(editor.text.length), views.now !== "text" || steps.any];
    const { status, body } = await ask("xem", { text: base, have: pages.sums, form: form || undefined, steps: sent.length ? sent : undefined });
    if (turn !== epoch) dirty = true;
    else if (status === 200) took(body, base, sent);
    else if (status === 400 || status === 413) refuse(body);
    else await again(body);
    if (steps.waiting) dirty = true;
    if (!steps.any) for (const done of waiters.splice(0)) done();
  }
  asking = false;
  rest();
}

// rest tells whether all is answered, and all is in the file.
function rest() {
  document.body.dataset.rest = dirty || asking || steps.any ? "no" : "yes";
  document.body.dataset.kept = saving.unsaved ? "no" : "yes";
}

// again keeps what could not be carried out, and tries it a second later.
function again(body) {
  steps.again();
  if (body?.Message) say("note", body.Message);
  return new Promise((now) => { setTimeout(() => { dirty = true; now(); }, 1000); });
}

function refuse(body) {
  steps.done();
  refusal(body ?? {});
}

// refusal says for a while why something was not done.
let refusedAt = 0;
function refusal({ Message: message = "", Hint: hint = "" }) {
  refusedAt = performance.now();
  const text = [message, hint].filter(Boolean).join("; ");
  say("refused", text.charAt(0).toUpperCase() + text.slice(1));
}

function took(answer, base, sent) {
  if (sent.length > 0) {
    const bad = steps.done(answer.refused ?? null);
    if (bad) dirty = true;
    if (bad && bad.do !== "set") put = performance.now(); // the form is what it was
    else if (!bad && answer.text !== base) {
      const burst = sent.every((s) => s.do === "set" && s.place === sent[0].place) ? sent[0].place : "";
      history.note(answer.text, burst, sent[0].place);
      editor.replace(answer.text);
    }
    saving.soon();
  }
  show(answer);
  if (answer.refused) refusal(answer.refused);
  else if (sent.length > 0 && performance.now() - refusedAt > 6000) say("refused", "");
  const paste = sent.some((s) => s.do === "paste") && answer.focus;
  if (paste) form.goTo(answer.focus.place, answer.focus.at);
  const anew = async (values) => { // pasted once more, in another way
    await undo("undo");
    for (const s of sent) steps.add(s.do === "paste" ? { ...s, values } : s);
    refresh();
  };
  if (paste && answer.focus.unlabelled) desk.taken(answer.focus.unlabelled, () => anew(["numbers"]));
  if (paste && answer.focus.unread) askColumns(byId("columns"), sent.find((s) => s.do === "paste").value, formWords, anew);
}

function show(answer) {
  proof = answer;
  pages.show(proof.pages, proof.lines, proof.fields);
  editor.mark(proof.findings);
  findings.show(proof.findings);
  if (proof.form && !steps.moving) showForm();
  else if (proof.formless && views.now !== "text") fallBack(proof.formless);
  if (!form.found.held) tell();
  document.body.dataset.shown = String(Number(document.body.dataset.shown ?? 0) + 1);
}

// tell says how the record stands; not of a name that is half typed.
function tell() {
  const state = byId("state");
  state.className = `state ${proof.state}`;
  const called = { good: words.stateGood, draft: words.stateDraft, faulty: words.stateFaulty }[proof.state];
  if (state.textContent !== called) state.textContent = called;
  let note = proof.fault ?? "";
  if (proof.state === "draft") note = words.draft;
  else if (proof.pages.length === 0) note ||= pages.sums.length ? words.stale : words.empty;
  say("note", note);
}

function showForm() {
  say("formless", "");
  form.show(proof.form);
  steps.placed();
  form.found.show(proof.findings);
  if (put > 0 && goal && !document.activeElement.closest(".history")) form.goTo(goal);
  [put, goal] = [0, ""];
}

// fallBack shows the text where no form can be made of it, and says why.
function fallBack(why) {
  views.show("text");
  say("formless", `${words.formless}: ${why.Message}. ${why.Hint ?? ""}`);
  if (why.line) editor.goTo(why.line);
}

// replace puts another text in place of this one: what is undone, mended, or made
// of the file by another program.
function replace(text, place = "") {
  epoch++;
  steps.clear();
  [put, goal] = [performance.now(), place];
  editor.replace(text);
  refresh();
  saving.soon();
}

async function undo(way) {
  await settled();
  const one = history[way]();
  if (one) replace(one.text, one.place);
}

async function mend(f) {
  await settled();
  const text = editor.text;
  const { status, body } = await ask("sua", { text, rule: f.rule, line: f.line, col: f.col });
  if (status === 200 && editor.text === text && !steps.any) {
    history.note(body.text, "", f.field ?? "");
    replace(body.text, views.now === "form" ? f.field : "");
  } else if (body?.Message) say("note", body.Message);
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
      history.note(detail.text, "", "");
      replace(detail.text);
      for (const step of detail.steps) steps.add(step);
      break;
    case "taken":
      history.note(detail, "", "");
      replace(detail);
      saved.textContent = words.taken;
      break;
    default:
      saved.textContent = detail || words[what];
  }
  document.body.dataset.kept = what === "saved" || what === "taken" ? "yes" : "no";
}

// toLine looks at a line: in the form at what was found there, or at the field that
// begins nearest above it.
function toLine(line) {
  if (views.now === "form" && proof?.form) {
    const found = proof.findings.find((f) => f.line === line && f.field)?.field;
    const near = Object.entries(proof.lines).filter(([p, l]) => l <= line && proof.fields?.[p]).toSorted((a, b) => b[1] - a[1])[0]?.[0];
    if (form.goTo(found ?? proof.fields?.[near] ?? "")) return;
  }
  views.show("text");
  editor.goTo(line);
}

let gathering = false;
const desk = {
  words: formWords, steps,
  set: (place, said, key = () => place) => { steps.add({ do: "set", place, ...said }, key); refresh(); },
  step: (step) => { steps.add(step); if (!gathering) refresh(); },
  taken: (n, back) => tellTaken(byId("taken"), formWords.taken.replace("%", String(n)), back),
  send: () => { if (!gathering) refresh(); },
  together: (act) => { // its steps are one change
    gathering = true;
    act();
    gathering = false;
    refresh();
  },
  mayPut: (touched) => put > touched,
  say: (text) => { byId("said").textContent = text; },
  onFocus: (place) => pages.pointField(place),
  onPlace: (place) => form.goTo(place),
  onLine: (f) => { views.show("text"); editor.goTo(f.line, f.col, f.endLine, f.endCol); },
  onText: (place) => {
    const line = Object.entries(proof?.fields ?? {}).filter(([, f]) => f === place).map(([p]) => proof.lines[p]).find(Boolean);
    views.show("text");
    editor.goTo(line ?? 1);
  },
  onMend: mend,
};
const pages = new Pages(byId("pages"), words.page, (line, field) => {
  if (views.now !== "text" && field) {
    if (views.now === "pages") views.show("form");
    form.goTo(field);
  } else if (line && views.now !== "pages") editor.goTo(line);
});
const editor = new Editor(byId("text"), byId("back"), byId("scroll"), () => { history.note(editor.text, "text", ""); refresh(); saving.soon(); }, (line) => pages.point(line));
const history = new History(editor.text, () => { [byId("undo").disabled, byId("redo").disabled] = [!history.canUndo, !history.canRedo]; });
const form = new Form(byId("view-form"), desk);
const findings = new Findings(byId("findings"), byId("count"), words, (f) => editor.goTo(f.line, f.col, f.endLine, f.endCol), mend);
const saving = new Saving(ask, () => editor.text, () => steps.all, words.sum, told);
const views = new Views(byId("main"), async (view) => {
  if (view === "text" && steps.any) await settled();
  editor.shown = view === "text";
  if (view === "form") refresh();
  if (view === "pages") (document.querySelector("#pages .here") ?? byId("main")).scrollIntoView({ block: "center" });
});
byId("mine").addEventListener("click", () => saving.decide(true));
byId("theirs").addEventListener("click", () => saving.decide(false));
for (const way of ["undo", "redo"]) byId(way).addEventListener("click", () => undo(way));
byId("next").addEventListener("click", () => next(false));
byId("main").addEventListener("keydown", (e) => {
  if (e.isComposing || e.altKey) return;
  const key = (e.ctrlKey || e.metaKey) && e.key.toLowerCase();
  if (key === "z" || key === "y") undo(key === "y" || e.shiftKey ? "redo" : "undo");
  else if (e.key === "F8") next(e.shiftKey);
  else return;
  e.preventDefault();
});
byId("main").addEventListener("beforeinput", (e) => {
  const way = { historyUndo: "undo", historyRedo: "redo" }[e.inputType];
  if (!way) return;
  e.preventDefault();
  undo(way);
});

function next(back) {
  if (views.now === "form") form.found.next(back);
  else byId("findings").querySelector("button")?.focus();
}

byId("view-form").addEventListener("focusout", () => setTimeout(() => {
  if (!form.found.held || form.found.again()) return;
  tell();
}));

for (const link of document.querySelectorAll("[data-get]")) {
  link.addEventListener("click", async (e) => { // a file is made of what is saved
    if (!saving.unsaved) return;
    e.preventDefault();
    await settled();
    await saving.now();
    if (!saving.unsaved) location.href = link.href;
  });
}
views.show(byId("text").readOnly ? "text" : views.remembered);
byId("tab-form").disabled = byId("text").readOnly;
saving.restore();
refresh();
const at = /^#L(\d+)$/.exec(location.hash);
if (at && views.now === "text") editor.goTo(Number(at[1]));
else if (at) goLater(Number(at[1]));

// goLater waits for the first answer, which brings the fields.
async function goLater(line) {
  while (!proof) await new Promise((now) => { setTimeout(now, 20); });
  toLine(line);
}
