// A number leads from the list to its place on the page and back: pointing at
// either shows the other. Without this module the links do it for one at a time.

const rows = [...document.querySelectorAll(".rules tbody tr")];
const marks = [...document.querySelectorAll(".marks a")];
const byRule = new Map(rows.map((row) => [row.id.replace(/^luat-/, ""), row]));

// show marks what belongs together; nothing takes the marks away.
function show(some) {
  for (const e of [...rows, ...marks]) e.classList.toggle("here", some.includes(e));
}

const marksOf = (row) => [...row.querySelectorAll(".number")].map((a) => document.getElementById(a.hash.slice(1))).filter(Boolean);
const rowsOf = (mark) => mark.dataset.rules.split(" ").map((id) => byRule.get(id)).filter(Boolean);

for (const row of rows) {
  for (const e of ["mouseenter", "focusin"]) row.addEventListener(e, () => show([row, ...marksOf(row)]));
}
for (const mark of marks) {
  for (const e of ["mouseenter", "focus"]) mark.addEventListener(e, () => show([mark, ...rowsOf(mark)]));
}
for (const list of document.querySelectorAll(".rules, .sheets")) {
  list.addEventListener("mouseleave", () => show([]));
}
document.addEventListener("click", (e) => {
  const link = e.target.closest(".number, .marks a");
  const to = link && document.getElementById((link.hash ?? link.getAttribute("href")).replace(/^#/, ""));
  if (!to) return;
  e.preventDefault();
  history.replaceState(null, "", `#${to.id}`);
  to.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  show(link.matches(".number") ? [to, link.closest("tr")] : [link, ...rowsOf(link)]);
  if (link.matches(".number")) to.focus({ preventScroll: true });
  else rowsOf(link)[0]?.querySelector(".number")?.focus({ preventScroll: true });
});
