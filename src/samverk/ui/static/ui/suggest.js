// A search field that suggests as one types: WAI-ARIA's combobox with a list box (APG, "Editable Combobox With
// List Autocomplete"). Without this script the field is a plain one, and works.

const PAUSE = 120;
const SHORTEST = 2;
let number = 0;

export function enhance(form) {
  const input = form.querySelector("input[type=search]");
  if (input.getAttribute("role") !== "combobox") new Suggestions(form, input);
}

class Suggestions {
  constructor(form, input) {
    this.form = form;
    this.input = input;
    this.active = -1;
    this.id = `forslag-${++number}`;
    this.#make();
    input.addEventListener("input", () => this.#soon());
    input.addEventListener("keydown", (event) => this.#pressed(event));
    input.addEventListener("blur", () => this.#close());
  }

  get options() {
    return [...this.list.children];
  }

  get isOpen() {
    return !this.list.hidden;
  }

  #make() {
    this.list = element("ul", { role: "listbox", id: this.id, class: "suggestions", "aria-label": this.form.dataset.list });
    this.list.hidden = true;
    this.said = element("span", { role: "status", class: "visually-hidden" });
    this.form.append(this.list, this.said);
    const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.id };
    for (const [name, value] of Object.entries(attributes)) this.input.setAttribute(name, value);
    // The field keeps the focus while somebody points at the list.
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.#choose(event.target.closest("[role=option]")));
  }

  #soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#ask(), PAUSE);
  }

  async #ask() {
    this.asking?.abort();
    const typed = this.input.value.trim();
    if (typed.length < SHORTEST) return this.#close();
    this.asking = new AbortController();
    try {
      const url = `${this.form.dataset.suggest}?${new URLSearchParams({ q: typed })}`;
      const answer = await fetch(url, { signal: this.asking.signal });
      if (answer.ok) this.#show((await answer.json()).suggestions);
    } catch {
      this.#close(); // Left behind by a later question, or no network: the field still works.
    }
  }

  #show(suggestions) {
    if (document.activeElement !== this.input) return;
    this.list.replaceChildren(...suggestions.map((one, place) => this.#option(one, place)));
    this.#mark(-1);
    this.#open(suggestions.length > 0);
    this.said.textContent = `${this.form.dataset.count} ${suggestions.length}`;
  }

  #option({ text, url }, place) {
    const option = element("li", { role: "option", id: `${this.id}-${place}`, "aria-selected": "false", dir: "auto" });
    option.textContent = text;
    if (url) option.dataset.url = url;
    return option;
  }

  #pressed(event) {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move && this.list.children.length) {
      event.preventDefault();
      if (!this.isOpen) this.#open(true);
      const places = this.options.length + 1;
      this.#mark(((this.active + 1 + move + places) % places) - 1);
    } else if (event.key === "Enter" && this.isOpen && this.active >= 0) {
      event.preventDefault();
      this.#choose(this.options[this.active]);
    } else if (event.key === "Escape" && this.isOpen) {
      event.preventDefault();
      event.stopPropagation();
      this.#close();
    }
  }

  #mark(place) {
    this.active = place;
    this.options.forEach((option, index) => option.setAttribute("aria-selected", String(index === place)));
    const option = this.options[place];
    if (option) this.input.setAttribute("aria-activedescendant", option.id);
    else this.input.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  }

  #choose(option) {
    if (!option) return;
    this.#close();
    if (option.dataset.url) {
      window.location.assign(option.dataset.url);
    } else {
      this.input.value = option.textContent;
      this.form.requestSubmit();
    }
  }

  #open(open) {
    this.list.hidden = !open;
    this.input.setAttribute("aria-expanded", String(open));
  }

  #close() {
    clearTimeout(this.timer);
    this.asking?.abort();
    this.#mark(-1);
    this.#open(false);
    this.said.textContent = "";
  }
}

function element(name, attributes) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
