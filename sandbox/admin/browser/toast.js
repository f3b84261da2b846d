import { element } from "./element.js";

const shown = new Map();

/** A dark note at the bottom of the window. */
export function showToast({ id, message, duration = 5_000, isError = false, action }, tell = () => {}) {
  const dismiss = () => {
    hideToast(id);
    tell("toastDismissed", id);
  };
  const toast = element(
    "div",
    { className: isError ? "toast toast-error" : "toast", role: "status" },
    element("span", {}, message),
    action && element("button", { type: "button", textContent: action, onclick: () => tell("toastAction", id) }),
    element("button", {
      type: "button",
      className: "toast-close",
      ariaLabel: "Dismiss",
      textContent: "✕",
      onclick: dismiss,
    }),
  );
  toasts().append(toast);
  shown.set(id, { toast, timer: setTimeout(dismiss, duration) });
}

export function hideToast(id) {
  const entry = shown.get(id);
  if (!entry) return;
  clearTimeout(entry.timer);
  entry.toast.remove();
  shown.delete(id);
}

function toasts() {
  const found = document.getElementById("toasts");
  if (found) return found;
  const made = element("div", { id: "toasts" });
  document.body.append(made);
  return made;
}
