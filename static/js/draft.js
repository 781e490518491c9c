// Saves an answer's draft while one writes; says when, and never overwrites what another window saved.
const PAUSE = 1500;
const OFFLINE = 10_000;
const PATIENCE = 10_000;

function watch(form) {
  const source = form.elements.namedItem("source");
  const revision = form.elements.namedItem("revision");
  const status = form.querySelector("[data-draft-status]");
  let timer = 0;
  let saved = source.value;
  let stopped = false;
  let saving = null;

  function body(text) {
    const sent = new FormData();
    sent.set("source", text);
    sent.set("revision", revision.value || "0");
    sent.set("csrfmiddlewaretoken", form.elements.namedItem("csrfmiddlewaretoken").value);
    return sent;
  }

  async function send(text) {
    let pause = PAUSE;
    try {
      const signal = AbortSignal.timeout(PATIENCE);
      const answer = await fetch(form.dataset.draft, { method: "POST", body: body(text), credentials: "same-origin", signal });
      const told = (answer.headers.get("Content-Type") || "").includes("json") ? await answer.json() : {};
      saved = text; // what was refused once is not sent again until it changes
      if (answer.ok) {
        revision.value = told.revision;
        status.textContent = `Saved ${told.saved}. Only you can see it.`;
      } else if (answer.status === 409) {
        stopped = true;
        status.textContent = "This draft was changed in another window. It is no longer saved here; “Save draft” shows you both texts.";
      } else {
        status.textContent = told.error || "The draft could not be saved. Your text is still here: keep a copy of it.";
      }
    } catch {
      pause = OFFLINE;
      status.textContent = "No connection: the draft is not saved. Your text is still here.";
    } finally {
      saving = null;
      if (!stopped && source.value !== saved) plan(pause);
    }
  }

  function save() {
    if (!saving && !stopped && source.value !== saved) saving = send(source.value);
  }

  function plan(pause = PAUSE) {
    clearTimeout(timer);
    timer = setTimeout(save, pause);
  }

  // A form that is sent while its draft is being saved would not know the newest draft is its own.
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    if (!saving) return;
    event.preventDefault();
    status.textContent = "One moment: your draft is being saved.";
    saving.then(() => {
      clearTimeout(timer);
      form.requestSubmit(event.submitter);
    });
  });
  source.addEventListener("input", () => plan());
  source.addEventListener("blur", save);
}

document.querySelectorAll("form[data-draft]").forEach(watch);
