// A profile: its form and its text are edited and saved as those of a record are;
// beside them stand the records that use it, as they would be read.

import { ask, byId, say, words } from "./asking.js";
import { differ } from "./differ.js";
import { Editor } from "./editor.js";
import { Findings } from "./findings.js";
import { History } from "./form-history.js";
import { Steps } from "./form-steps.js";
import { Views } from "./form-views.js";
import { ProfileForm } from "./profile-form.js";
import { Saving } from "./saving.js";

const steps = new Steps();
let epoch = 0; // of the text: another one that is put in its place begins the next
let put = 0; // when that was

// The newest text is sent as soon as the one before is answered, with the steps
// that have come up meanwhile.
let dirty = false;
let asking = false;
const waiters = [];
const settled = () => (steps.any ? new Promise((done) => { waiters.push(done); }) : Promise.resolve());
async function refresh() {
  dirty = true;
  rest();
  if (asking) return;
  asking = true;
  while (dirty) {
    dirty = false;
    const [turn, base, sent] = [epoch, editor.text, steps.take(editor.text.length)];
    const { status, body } = await ask("xem", { text: base, form: true, steps: sent.length ? sent : undefined });
    if (turn !== epoch) dirty = true;
    else if (status === 200) took(body, base, sent);
    else if (status === 0 || status === 429 || status >= 500) await again();
    else {
      steps.done();
      say("refused", [body?.Message, body?.Hint].filter(Boolean).join("; "));
    }
    if (steps.waiting) dirty = true;
    if (!steps.any) for (const done of waiters.splice(0)) done();
  }
  asking = false;
  rest();
}

function again() {
  steps.again();
  return new Promise((now) => { setTimeout(() => { dirty = true; now(); }, 1000); });
}

function rest() {
  document.body.dataset.rest = dirty || asking || steps.any ? "no" : "yes";
  document.body.dataset.kept = saving.unsaved ? "no" : "yes";
}

function took(answer, base, sent) {
  if (sent.length > 0) {
    const bad = steps.done(answer.refused ?? null);
    if (bad) [dirty, put] = [true, performance.now()];
    else if (answer.text !== base) {
      const burst = sent.every((s) => s.do === "set" && s.place === sent[0].place) ? sent[0].place : "";
      history.note(answer.text, burst, sent[0].place);
      editor.replace(answer.text);
    }
    const { Message = "", Hint = "" } = answer.refused ?? {};
    const why = [Message, Hint].filter(Boolean).join("; ");
    say("refused", why.charAt(0).toUpperCase() + why.slice(1));
    saving.soon();
  }
  show(answer);
}

function show(proof) {
  editor.mark(proof.findings);
  findings.show(proof.findings);
  const state = proof.findings.length ? "faulty" : "good";
  byId("state").className = `state ${state}`;
  byId("state").textContent = state === "good" ? words.stateGood : words.stateFaulty;
  byId("users").replaceChildren(...proof.users.map(userItem));
  byId("more").hidden = !proof.more;
  if (proof.form && !steps.moving) {
    say("formless", "");
    form.show(proof.form);
    form.found.show(proof.findings);
    put = 0;
  } else if (proof.formless && views.now === "form") {
    views.show("text");
    say("formless", `${words.formless}: ${proof.formless.Message}. ${proof.formless.Hint ?? ""}`);
    if (proof.formless.line) editor.goTo(proof.formless.line);
  }
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

// replace puts another text in place of this one.
function replace(text) {
  epoch++;
  steps.clear();
  put = performance.now();
  editor.replace(text);
  refresh();
  saving.soon();
}

async function undo(way) {
  await settled();
  const one = history[way]();
  if (one) replace(one.text);
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
      history.note(text, "", "");
      replace(text);
      for (const step of detail?.steps ?? []) steps.add(step);
      if (what === "taken") byId("saved").textContent = words.taken;
      break;
    default:
      byId("saved").textContent = detail || words[what];
  }
  document.body.dataset.kept = what === "saved" || what === "taken" ? "yes" : "no";
}

const desk = {
  words: byId("view-form").dataset, steps,
  set: (place, said) => { steps.add({ do: "set", place, ...said }); refresh(); },
  step: (step) => { steps.add(step); refresh(); },
  mayPut: (touched) => put > touched,
  say: (text) => { byId("said").textContent = text; },
  offers: () => [],
  onPlace: (place) => form.goTo(place),
  onLine: (f) => { views.show("text"); editor.goTo(f.line, f.col, f.endLine, f.endCol); },
  onText: () => views.show("text"),
  onMend: () => {},
};
const editor = new Editor(byId("text"), byId("back"), byId("scroll"), () => { history.note(editor.text, "text", ""); refresh(); saving.soon(); }, () => {});
const history = new History(editor.text, () => { [byId("undo").disabled, byId("redo").disabled] = [!history.canUndo, !history.canRedo]; });
const form = new ProfileForm(byId("view-form"), desk);
const findings = new Findings(byId("findings"), byId("count"), words, (f) => editor.goTo(f.line, f.col, f.endLine, f.endCol), () => {});
const saving = new Saving(ask, () => editor.text, () => steps.all, words.sum, told);
const views = new Views(byId("main"), async (view) => {
  if (view === "text" && steps.any) await settled();
  editor.shown = view === "text";
  if (view === "form") refresh();
});
byId("mine").addEventListener("click", () => saving.decide(true));
byId("theirs").addEventListener("click", () => saving.decide(false));
byId("bare")?.remove();
byId("scroll").addEventListener("submit", (e) => { e.preventDefault(); saving.now(); });
for (const way of ["undo", "redo"]) byId(way).addEventListener("click", () => undo(way));
byId("next").addEventListener("click", () => (views.now === "form" ? form.found.next() : byId("findings").querySelector("button")?.focus()));
byId("main").addEventListener("keydown", (e) => {
  const key = !e.isComposing && !e.altKey && (e.ctrlKey || e.metaKey) && e.key.toLowerCase();
  if (key !== "z" && key !== "y") return;
  e.preventDefault();
  undo(key === "y" || e.shiftKey ? "redo" : "undo");
});
byId("main").addEventListener("beforeinput", (e) => {
  const way = { historyUndo: "undo", historyRedo: "redo" }[e.inputType];
  if (!way) return;
  e.preventDefault();
  undo(way);
});
byId("views").hidden = false;
views.show(byId("text").readOnly ? "text" : views.remembered);
byId("tab-form").disabled = byId("text").readOnly;
saving.restore();
refresh();
