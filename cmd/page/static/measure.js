// A PDF that is dropped on the form is measured at once.

const form = document.getElementById("drop");
const input = form.querySelector("input");

for (const name of ["dragover", "dragenter"]) {
  form.addEventListener(name, (e) => { e.preventDefault(); form.classList.add("over"); });
}
for (const name of ["dragleave", "drop"]) form.addEventListener(name, () => form.classList.remove("over"));
form.addEventListener("drop", (e) => {
  e.preventDefault();
  if (e.dataTransfer.files.length === 0) return;
  input.files = e.dataTransfer.files;
  form.requestSubmit();
});
input.addEventListener("change", () => { if (input.files.length > 0) form.requestSubmit(); });
