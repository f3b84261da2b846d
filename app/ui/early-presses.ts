/** Set by `holdEarlyPresses`. */
declare global {
  interface Window {
    releaseEarlyPresses?: () => void;
  }
}

/**
 * Keeps what a person does on a page that is shown and whose code has not come yet: presses, sent forms, keys, and what is typed.
 * `window.releaseEarlyPresses()` does all of it in its order; what comes while it does so waits its turn. Links that leave
 * the app or open another tab, and presses with a modifier, go their own way: a browser opens no tab for a press that is replayed.
 *
 * Where the code fails to come, presses are given back to the browser: links and forms work without it.
 *
 * Runs in the document before everything else, by its source, so it may use nothing from outside of itself.
 */
export function holdEarlyPresses(): void {
  type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
  const patienceMs = 30_000;
  const waiting: (() => void)[] = [];
  const typed = new Map<Field, string>();
  const marked = new Set<Element>();
  let lastPressed: Element | undefined;

  const isText = (element: Element) =>
    element.matches("textarea, select, input:not([type=checkbox], [type=radio], [type=submit], [type=button])");
  const leaves = (link: HTMLAnchorElement) =>
    link.origin !== location.origin || link.hasAttribute("download") || (link.target !== "" && link.target !== "_self");

  /** React makes a document anew that it cannot take over: a press is then for what stands in its place. */
  const press = (target: HTMLElement, pressed: HTMLElement) => {
    if (target.isConnected) return target.click();
    const [name, words] = [pressed.getAttribute("aria-label"), pressed.textContent];
    const same = [...document.querySelectorAll<HTMLElement>(pressed.tagName)].filter(
      (one) => one.getAttribute("aria-label") === name && one.textContent === words,
    );
    if (same.length === 1) same[0]?.click();
  };
  const onClick = (event: MouseEvent) => {
    const { target } = event;
    if (!(target instanceof Element) || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || isText(target)) return;
    const pressed = target.closest("a[href], button, label, input, summary, [role], tr") ?? target;
    if (pressed instanceof HTMLAnchorElement && leaves(pressed)) return;
    event.preventDefault();
    event.stopPropagation();
    // Nothing seemed to happen, so people press again: that is no second wish.
    if (pressed === lastPressed) return;
    lastPressed = pressed;
    pressed.setAttribute("data-held", "");
    marked.add(pressed);
    waiting.push(() => press(target as HTMLElement, pressed as HTMLElement));
  };
  const onSubmit = (event: SubmitEvent) => {
    const { target, submitter } = event;
    if (!(target instanceof HTMLFormElement)) return;
    event.preventDefault();
    event.stopPropagation();
    if (target !== lastPressed)
      waiting.push(() => target.isConnected && target.requestSubmit(submitter?.isConnected ? submitter : null));
    lastPressed = target;
  };
  const onKey = (event: KeyboardEvent) => {
    const { target, key, code, ctrlKey, shiftKey, altKey, metaKey } = event;
    if (!(target instanceof Element) || isText(target) || event.isComposing) return;
    // The browser itself moves the focus, and makes a press of these.
    if (/^(?:Tab|Control|Shift|Alt|Meta)$/.test(key)) return;
    if (/^(?:Enter| )$/.test(key) && target.matches("a[href], button, input, summary")) return;
    lastPressed = undefined;
    const what = { key, code, ctrlKey, shiftKey, altKey, metaKey, bubbles: true, cancelable: true };
    waiting.push(() => {
      const at = target.isConnected ? target : document.body;
      at.dispatchEvent(new KeyboardEvent("keydown", what));
      at.dispatchEvent(new KeyboardEvent("keyup", what));
    });
  };
  const onInput = ({ target }: Event) => {
    if (target instanceof Element && target.matches("input, textarea, select")) {
      typed.set(target as Field, (target as Field).value);
    }
  };
  /** React takes the value that a field has when it comes for one that it knows: as its setter sees it, it was empty before. */
  const sayTyped = (field: Field, value: string) => {
    const kind = [HTMLInputElement, HTMLTextAreaElement, HTMLSelectElement].find((one) => field instanceof one);
    if (!kind || !field.isConnected) return;
    if (!(field instanceof HTMLSelectElement)) field.value = "";
    Object.getOwnPropertyDescriptor(kind.prototype, "value")?.set?.call(field, value);
    for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
  };

  const onFailure = ({ target }: Event) => {
    // A module that is written into the document has no address: of those and of the app's own files the page is made.
    const isOwn =
      target instanceof HTMLScriptElement && (target.src === "" || new URL(target.src).origin === location.origin);
    if (isOwn) window.releaseEarlyPresses?.();
  };

  const listen = (how: "addEventListener" | "removeEventListener") => {
    window[how]("click", onClick as EventListener, true);
    window[how]("submit", onSubmit as EventListener, true);
    window[how]("keydown", onKey as EventListener, true);
    window[how]("input", onInput, true);
    window[how]("error", onFailure, true);
  };
  listen("addEventListener");

  window.releaseEarlyPresses = () => {
    window.releaseEarlyPresses = undefined;
    const next = () => {
      for (const [field, value] of typed) sayTyped(field, value);
      typed.clear();
      const first = waiting.shift();
      listen("removeEventListener");
      if (!first) {
        for (const element of marked) element.removeAttribute("data-held");
        return;
      }
      try {
        first();
      } finally {
        listen("addEventListener");
        // What a press changes has to be on the page before the next one.
        setTimeout(next);
      }
    };
    setTimeout(next);
  };
  // Code that came and did not run says nothing.
  setTimeout(() => window.releaseEarlyPresses?.(), patienceMs);
}
