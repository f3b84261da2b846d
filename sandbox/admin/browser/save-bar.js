import { confirmDialog, confirmLeaving } from "./dialog.js";

const bar = document.getElementById("save-bar");
let current;

/** The dark bar of unsaved changes: `{ save, discard, discardConfirmation }`, or null to take it away. */
export function drawSaveBar(wanted, onClick) {
  current = wanted ?? undefined;
  bar.hidden = !current;
  document.body.classList.toggle("has-save-bar", Boolean(current));
  if (!current) return;
  dress(bar.querySelector("[data-save]"), current.save, "Save", () => onClick(current.save.key));
  dress(bar.querySelector("[data-discard]"), current.discard, "Discard", async () => {
    const { discardConfirmation, discard } = current;
    if (discardConfirmation && !(await confirmDiscard())) return;
    onClick(discard.key);
  });
}

export function hasUnsavedChanges() {
  return current !== undefined;
}

/** True when nothing is unsaved or the person gives it up. */
export async function mayLeave() {
  if (!current) return true;
  if (await confirmLeaving()) {
    drawSaveBar(null);
    return true;
  }
  return false;
}

function dress(button, control, label, onclick) {
  button.hidden = !control;
  if (!control) return;
  button.textContent = control.label || label;
  button.disabled = control.disabled || control.loading;
  button.classList.toggle("is-loading", Boolean(control.loading));
  button.onclick = onclick;
}

function confirmDiscard() {
  return confirmDialog({
    title: "Discard all unsaved changes?",
    text: "If you discard changes, you'll delete any edits you made since you last saved.",
    yes: "Discard changes",
    no: "Continue editing",
  });
}
