// Copy buttons: data-copy names the element whose text is copied, data-copy-link holds an address.
// They are hidden in the HTML and shown only here, as nothing copies without a script.
function textOf(button) {
  if (button.dataset.copyLink !== undefined) return new URL(button.dataset.copyLink, location.href).href;
  const source = document.getElementById(button.dataset.copy);
  return source.value ?? source.textContent;
}

async function copy(event) {
  const button = event.currentTarget;
  await navigator.clipboard.writeText(textOf(button));
  const said = document.createElement("span");
  said.setAttribute("role", "status");
  said.textContent = "Copied";
  button.after(said);
  setTimeout(() => said.remove(), 2000);
}

if (navigator.clipboard) {
  for (const button of document.querySelectorAll("[data-copy], [data-copy-link]")) {
    button.hidden = false;
    button.addEventListener("click", copy);
  }
}
