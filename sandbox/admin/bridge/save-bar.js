import { describeControl, WatchedElement } from "./watched-element.js";

/** `ui-save-bar` and forms with `data-save-bar`: the dark bar of unsaved changes at the top of the admin. */
export function defineSaveBar(connection) {
  const tell = (bar) => {
    const buttons = [...bar.querySelectorAll("button")];
    const save = buttons.find((button) => button.getAttribute("variant") === "primary");
    const discard = buttons.find((button) => button !== save);
    connection.tell("saveBar", {
      save: save ? describeControl(save) : undefined,
      discard: discard ? describeControl(discard) : undefined,
      discardConfirmation: bar.hasAttribute("discardconfirmation"),
    });
  };

  class SaveBar extends WatchedElement {
    #showing = false;
    get showing() {
      return this.#showing;
    }
    set discardConfirmation(wanted) {
      this.toggleAttribute("discardconfirmation", Boolean(wanted));
    }
    async show() {
      if (this.#showing) return;
      this.#showing = true;
      tell(this);
      this.dispatchEvent(new Event("show"));
    }
    async hide() {
      if (!this.#showing) return;
      this.#showing = false;
      connection.tell("saveBar", null);
      this.dispatchEvent(new Event("hide"));
    }
    async toggle() {
      await (this.#showing ? this.hide() : this.show());
    }
    changed() {
      if (!this.isConnected) this.hide();
      else if (this.#showing) tell(this);
    }
  }
  customElements.define("ui-save-bar", SaveBar);

  watchForms(connection);
  const find = (id) => {
    const bar = document.getElementById(id);
    if (!(bar instanceof SaveBar)) throw new Error(`There is no ui-save-bar with the id "${id}".`);
    return bar;
  };
  return {
    show: async (id) => find(id).show(),
    hide: async (id) => find(id).hide(),
    toggle: async (id) => find(id).toggle(),
    leaveConfirmation: () => connection.ask("leaveConfirmation"),
  };
}

/** A form with `data-save-bar` needs no element: a change shows the bar, submit and reset take it away. */
function watchForms(connection) {
  let dirty;
  const show = (event) => {
    const form = event.target?.closest?.("form[data-save-bar]");
    if (!form || dirty === form) return;
    dirty = form;
    connection.tell("saveBar", {
      save: { key: "form:save", label: "Save" },
      discard: { key: "form:discard", label: "Discard" },
      discardConfirmation: form.hasAttribute("data-discard-confirmation"),
    });
  };
  const hide = (event) => {
    if (event.target !== dirty) return;
    dirty = undefined;
    connection.tell("saveBar", null);
  };
  document.addEventListener("input", show);
  document.addEventListener("change", show);
  document.addEventListener("submit", hide);
  document.addEventListener("reset", hide);
  connection.on("click", (key) => {
    if (key === "form:save") dirty?.requestSubmit();
    if (key === "form:discard") dirty?.reset();
  });
}
