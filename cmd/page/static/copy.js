// Buttons that copy a text: shown where the browser can.

for (const button of document.querySelectorAll("[data-copy]")) {
  const text = document.getElementById(button.dataset.copy);
  const word = button.textContent;
  button.hidden = false;
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text.value);
      button.textContent = button.dataset.said;
      setTimeout(() => { button.textContent = word; }, 3000);
    } catch {
      text.focus();
      text.select(); // then Ctrl+C does it
    }
  });
}
