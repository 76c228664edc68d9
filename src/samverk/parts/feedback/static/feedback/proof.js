// Proves to the site that a person is at work: the browser solves ALTCHA's challenge while they write.
// Without it, or when it fails, the site asks for digits from a picture instead.

const PATIENCE = 20_000;
const FRESH = 15 * 60_000;
const MOST_WORKERS = 4;

for (const form of document.querySelectorAll("form[data-proof]")) prepare(form);

function prepare(form) {
  const field = form.elements.namedItem("proof");
  let work = null;
  let began = 0;
  let proven = false;

  const begin = () => {
    if (!work || Date.now() - began > FRESH) {
      began = Date.now();
      work = solve(form.dataset).catch(() => "");
    }
    return work;
  };

  form.addEventListener("focusin", begin);
  if (form.contains(document.activeElement)) begin();
  form.addEventListener("submit", async (event) => {
    if (proven || event.submitter?.value === "remove") return;
    event.preventDefault();
    const said = say(form, form.dataset.wait);
    field.value = (await Promise.race([begin(), later(PATIENCE)])) || field.value;
    said.remove();
    proven = true;
    await later(0); // while the event lasts, the browser ignores that the form is sent again
    form.requestSubmit(event.submitter);
  });
  // Back from the next page, in the browser's own cache: what was sent is spent.
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    proven = false;
    work = null;
    field.value = "";
  });
}

async function solve({ proof, worker }) {
  const answer = await fetch(proof, { headers: { Accept: "application/json" } });
  if (!answer.ok) return "";
  const challenge = await answer.json();
  const solution = await together(challenge, worker);
  return solution ? btoa(JSON.stringify({ challenge, solution })) : "";
}

// Each worker tries its share of the keys; the first to find the right one ends the search.
async function together(challenge, address) {
  const count = Math.min(MOST_WORKERS, navigator.hardwareConcurrency || 2);
  const workers = Array.from({ length: count }, () => new Worker(address));
  try {
    return await Promise.any(workers.map((worker, number) => answered(worker, challenge, number, count)));
  } finally {
    for (const worker of workers) worker.terminate();
  }
}

function answered(worker, challenge, counterStart, counterStep) {
  return new Promise((resolve, reject) => {
    worker.addEventListener("error", reject);
    worker.addEventListener("message", ({ data }) => (data && !data.error ? resolve(data) : reject(data)));
    worker.postMessage({ type: "work", challenge, counterStart, counterStep, timeout: PATIENCE });
  });
}

function say(form, words) {
  const line = document.createElement("p");
  line.setAttribute("role", "status");
  line.textContent = words;
  form.querySelector(".form-actions").append(line);
  return line;
}

function later(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, ""));
}
