// Suggestions under the search boxes: the combobox pattern. Without a script the box is a plain search box.
const SUGGEST_DELAY = 120;
const boxes = new WeakMap();

class Suggestions {
  constructor(input) {
    this.input = input;
    this.list = document.createElement("ul");
    this.list.id = `${input.id}-suggestions`;
    this.list.className = "suggestions";
    this.list.hidden = true;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", input.dataset.suggestLabel);
    input.parentElement.classList.add("suggesting");
    input.after(this.list);
    for (const [name, value] of Object.entries({
      "role": "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.list.id, "autocomplete": "off",
    })) input.setAttribute(name, value);
    input.addEventListener("input", () => this.askSoon());
    input.addEventListener("keydown", (event) => this.press(event));
    input.addEventListener("blur", () => this.close());
    input.form?.addEventListener("submit", () => this.close());
    // The box keeps the focus while one presses a suggestion.
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
  }

  get options() { return [...this.list.querySelectorAll('[role="option"]')]; }
  get chosen() { return this.list.querySelector('[aria-selected="true"]'); }

  askSoon() {
    clearTimeout(this.timer);
    this.asking?.abort();
    const typed = this.input.value.trim();
    if (!typed) return this.close();
    this.timer = setTimeout(() => this.ask(typed), SUGGEST_DELAY);
  }

  async ask(typed) {
    this.asking = new AbortController();
    try {
      const address = `${this.input.dataset.suggest}?q=${encodeURIComponent(typed)}`;
      const answer = await fetch(address, { signal: this.asking.signal });
      if (answer.ok && typed === this.input.value.trim()) this.show(await answer.text());
    } catch { /* Another letter was typed, or the network failed: the box still searches. */ }
  }

  show(html) {
    this.list.innerHTML = html;
    this.options.forEach((option, place) => { option.id = `${this.list.id}-${place}`; });
    const any = this.options.length > 0 && document.activeElement === this.input;
    this.list.hidden = !any;
    this.input.setAttribute("aria-expanded", String(any));
    this.input.removeAttribute("aria-activedescendant");
  }

  close() {
    clearTimeout(this.timer);
    this.asking?.abort();
    this.show("");
  }

  choose(option) {
    this.chosen?.setAttribute("aria-selected", "false");
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) this.input.setAttribute("aria-activedescendant", option.id);
    else this.input.removeAttribute("aria-activedescendant");
  }

  move(step) {
    // Past either end one is back at what was typed.
    const stops = [null, ...this.options];
    const place = stops.indexOf(this.chosen);
    this.choose(stops[(place + step + stops.length) % stops.length]);
  }

  press(event) {
    if (event.isComposing) return;
    if (this.list.hidden) {
      if (event.key === "ArrowDown" && this.input.value.trim()) this.ask(this.input.value.trim());
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.move(step);
    else if (event.key === "Escape") this.close();
    else if (event.key === "Enter" && this.chosen) location.assign(this.chosen.href);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

function offerSuggestions() {
  for (const input of document.querySelectorAll("input[data-suggest]")) {
    if (!boxes.has(input)) boxes.set(input, new Suggestions(input));
  }
}

offerSuggestions();
document.addEventListener("htmx:historyRestore", offerSuggestions);
