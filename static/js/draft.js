// Saves an answer's draft while one writes; says when, and never overwrites what another window saved.
const PAUSE = 1500;

function watch(form) {
  const source = form.elements.namedItem("source");
  const revision = form.elements.namedItem("revision");
  const status = form.querySelector("[data-draft-status]");
  let timer = 0;
  let saved = source.value;
  let stopped = false;
  let busy = false;

  async function save() {
    if (busy || stopped || source.value === saved) return;
    busy = true;
    const text = source.value;
    const body = new FormData();
    body.set("source", text);
    body.set("revision", revision.value || "0");
    body.set("csrfmiddlewaretoken", form.elements.namedItem("csrfmiddlewaretoken").value);
    try {
      const answer = await fetch(form.dataset.draft, { method: "POST", body, credentials: "same-origin" });
      const told = (answer.headers.get("Content-Type") || "").includes("json") ? await answer.json() : {};
      if (answer.ok) {
        revision.value = told.revision;
        saved = text;
        status.textContent = `Saved ${told.saved}. Only you can see it.`;
      } else if (answer.status === 409) {
        stopped = true;
        status.textContent = "This draft was changed in another window. It is no longer saved here; copy what you need, then load this page again.";
      } else {
        status.textContent = told.error || "The draft could not be saved. Your text is still here.";
      }
    } catch {
      status.textContent = "No connection: the draft is not saved. Your text is still here.";
    } finally {
      busy = false;
      if (!stopped && source.value !== saved) plan();
    }
  }

  function plan() {
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  }

  source.addEventListener("input", plan);
  source.addEventListener("blur", save);
}

document.querySelectorAll("form[data-draft]").forEach(watch);
