/** An element that only describes something: it shows nothing here and says `changed` whenever its children do. */
export class WatchedElement extends HTMLElement {
  #observer;
  #told = false;

  connectedCallback() {
    this.#observer = new MutationObserver(() => this.announce());
    this.#observer.observe(this, { subtree: true, childList: true, attributes: true, characterData: true });
    this.announce();
  }

  disconnectedCallback() {
    this.#observer?.disconnect();
    this.announce();
  }

  /** Collects changes of one turn into one call of `changed`. */
  announce() {
    if (this.#told) return;
    this.#told = true;
    queueMicrotask(() => {
      this.#told = false;
      this.changed();
    });
  }

  changed() {}
}

let lastKey = 0;
const controls = new Map();

/** What the admin needs to draw a button or link of the app, with a key by which it says that it was clicked. */
export function describeControl(element) {
  lastKey += 1;
  const key = `c${lastKey}`;
  controls.set(key, new WeakRef(element));
  if (controls.size > 500) controls.delete(controls.keys().next().value);
  const loading = element.getAttribute("loading");
  return {
    key,
    label: element.textContent.trim(),
    variant: element.getAttribute("variant") ?? undefined,
    tone: element.getAttribute("tone") ?? undefined,
    disabled: element.hasAttribute("disabled"),
    loading: loading !== null && loading !== "false",
  };
}

export function clickControl(key) {
  const element = controls.get(key)?.deref();
  if (element?.isConnected && !element.hasAttribute("disabled")) element.click();
}

/** These elements are told to the admin, not shown. A style sheet object, because the app's policy may forbid style elements. */
export function hideDescribingElements() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("ui-nav-menu, ui-title-bar, ui-save-bar, ui-modal { display: none !important; }");
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
