import { element } from "./element.js";

/** Opens a modal window. `build(close)` gives its body and buttons; resolves with what `close` was called with. */
export function openDialog({ title, wide = false, build }) {
  return new Promise((resolve) => {
    const dialog = element("dialog", { className: wide ? "dialog dialog-wide" : "dialog", ariaLabel: title });
    const close = (value) => {
      dialog.close();
      dialog.remove();
      resolve(value);
    };
    const { body, buttons } = build(close);
    dialog.append(
      element(
        "header",
        {},
        element("h2", { textContent: title }),
        element("button", {
          type: "button",
          className: "plain",
          ariaLabel: "Close",
          textContent: "✕",
          onclick: () => close(undefined),
        }),
      ),
      element("div", { className: "dialog-body" }, ...body),
      element("footer", {}, ...buttons),
    );
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      close(undefined);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** True when the person chose to go on. */
export async function confirmDialog({ title, text, yes, no }) {
  const answer = await openDialog({
    title,
    build: (close) => ({
      body: [element("p", { textContent: text })],
      buttons: [
        element("button", { type: "button", className: "button", textContent: no, onclick: () => close(false) }),
        element("button", {
          type: "button",
          className: "button button-critical",
          textContent: yes,
          onclick: () => close(true),
        }),
      ],
    }),
  });
  return answer === true;
}

export function confirmLeaving() {
  return confirmDialog({
    title: "Leave page with unsaved changes?",
    text: "Leaving this page will delete all unsaved changes.",
    yes: "Leave page",
    no: "Stay",
  });
}
