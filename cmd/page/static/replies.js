// Replies that are dropped: files, and folders with all below them, are sent at
// once. Without this module the form does it for files.

const form = document.getElementById("drop");
const [files, folder] = [document.getElementById("tep"), document.getElementById("thu-muc")];
const words = form?.dataset;
let busy = false;

// below lists the files of what was dropped, with their paths.
async function below(entry, most, into) {
  if (into.length > most) return into;
  if (entry.isFile) {
    const file = await new Promise((done, failed) => { entry.file(done, failed); });
    into.push([file, entry.fullPath.replace(/^\//, "")]);
    return into;
  }
  const reader = entry.createReader();
  for (;;) { // it gives a hundred at a time
    const some = await new Promise((done, failed) => { reader.readEntries(done, failed); });
    if (some.length === 0) return into;
    for (const one of some) await below(one, most, into);
  }
}

function fail(message) {
  const notice = Object.assign(document.createElement("p"), { className: "notice error", textContent: message });
  document.getElementById("failed").replaceChildren(...(message ? [notice] : []));
}

async function send(all) {
  const most = Number(words.most);
  const size = all.reduce((sum, [file]) => sum + file.size, 0);
  fail("");
  if (all.length === 0) fail(words.empty);
  else if (all.length > most) fail(`${words.many} ${most}`);
  else if (size > Number(words.megabytes) * 2 ** 20 - 2 ** 16) fail(`${words.large} ${Math.ceil(size / 2 ** 20)} (≤ ${words.megabytes})`);
  else {
    const sent = new FormData();
    for (const [file, path] of all) sent.append("tep", file, path);
    const doing = document.getElementById("doing");
    doing.textContent = `${words.reading} ${all.length} ${words.files}…`;
    form.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(form.action, { method: "POST", body: sent });
      if (answer.redirected) {
        location.assign(answer.url);
        return;
      }
      const page = new DOMParser().parseFromString(trusted(await answer.text()), "text/html");
      fail(page.querySelector(".notice.error, h1")?.textContent ?? words.lost);
    } catch {
      fail(words.lost);
    }
    doing.textContent = "";
    form.removeAttribute("aria-busy");
  }
}

const policy = window.trustedTypes?.createPolicy("ketluan", { createHTML: (s) => s });
const trusted = (html) => policy?.createHTML(html) ?? html;

async function once(list) {
  if (busy) return;
  busy = true;
  try {
    await send(await list());
  } catch {
    fail(words.lost);
  }
  busy = false;
}

if (form) {
  form.querySelector("button").hidden = true; // what is chosen is sent at once
  form.querySelector(".folder").hidden = !("webkitdirectory" in folder);
  for (const name of ["dragover", "dragenter"]) {
    document.addEventListener(name, (e) => { e.preventDefault(); form.classList.add("over"); });
  }
  for (const name of ["dragleave", "drop"]) document.addEventListener(name, () => form.classList.remove("over"));
  document.addEventListener("drop", (e) => {
    e.preventDefault();
    const entries = [...e.dataTransfer.items].map((i) => i.webkitGetAsEntry?.()).filter(Boolean); // before anything is waited for
    const plain = [...e.dataTransfer.files].map((f) => [f, f.name]);
    once(async () => {
      if (entries.length === 0) return plain;
      const all = [];
      for (const entry of entries) await below(entry, Number(words.most), all);
      return all;
    });
  });
  files.addEventListener("change", () => once(async () => [...files.files].map((f) => [f, f.name])));
  folder.addEventListener("change", () => once(async () => [...folder.files].map((f) => [f, f.webkitRelativePath || f.name])));
  form.addEventListener("submit", (e) => {
    e.preventDefault();
    once(async () => [...files.files].map((f) => [f, f.name]));
  });
}
