// A link to something inside a folded thread unfolds what hides it.
function unfold() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  let hidden = false;
  for (let fold = target.closest("details:not([open])"); fold; fold = target.closest("details:not([open])")) {
    fold.open = true;
    hidden = true;
  }
  if (hidden) target.scrollIntoView();
}

window.addEventListener("hashchange", unfold);
unfold();
