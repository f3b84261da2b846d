import { element } from "./element.js";

/**
 * An app's page over the whole admin: `ui-modal` with `variant="max"` and `src`. The admin's bar above it has the title and a way
 * out; keys inside the page are the page's own. @returns its frame, and what takes it away
 */
export function openAppWindow({ url, title, onClose }) {
  const frame = element("iframe", { src: url, title, allow: "clipboard-write" });
  const close = element("button", { type: "button", className: "plain", ariaLabel: "Close", textContent: "✕" });
  const bar = element("header", {}, element("h2", { textContent: title }), close);
  const dialog = element("dialog", { className: "app-window", ariaLabel: title }, bar, frame);
  close.onclick = () => onClose();
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    onClose();
  });
  document.body.append(dialog);
  dialog.showModal();
  frame.focus();
  return { frame, remove: () => dialog.remove() };
}
