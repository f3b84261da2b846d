import { describeBar } from "./title-bar.js";
import { clickControl } from "./watched-element.js";

const widths = { small: "380px", base: "620px", large: "980px", max: "calc(100vw - 48px)" };

/**
 * `ui-modal`: its content (React puts it into `content`) in an overlay inside the frame; a page of the app (`src`) that is to have
 * all room (`variant="max"`) over the whole admin, in a frame of its own.
 */
export function defineModal(connection) {
  const overAdmin = new Map();
  let lastName = 0;
  connection.on("windowClosed", (name) => overAdmin.get(name)?.());
  class Modal extends HTMLElement {
    content = document.createElement("div");
    #overlay;
    #overAdmin;
    #bar = document.createElement("header");
    #foot = document.createElement("footer");
    #onKey = (event) => {
      if (event.key === "Escape") this.hide();
    };

    get variant() {
      return this.getAttribute("variant") ?? "base";
    }
    get src() {
      return this.getAttribute("src") ?? undefined;
    }
    get contentWindow() {
      return this.#overlay?.querySelector("iframe")?.contentWindow ?? null;
    }
    async show() {
      if (this.#overlay || this.#overAdmin) return;
      if (this.variant === "max" && this.src && connection.embedded) return this.#showOverAdmin();
      this.#overlay = this.#draw();
      document.body.append(this.#overlay);
      document.addEventListener("keydown", this.#onKey);
      this.#overlay.querySelector("[data-panel]").focus();
      this.dispatchEvent(new Event("show"));
    }
    #showOverAdmin() {
      lastName += 1;
      const name = `window-${lastName}`;
      this.#overAdmin = name;
      overAdmin.set(name, () => {
        overAdmin.delete(name);
        this.#overAdmin = undefined;
        this.dispatchEvent(new Event("hide"));
      });
      const bar = this.querySelector("ui-title-bar");
      const title = bar ? describeBar(bar).title : "";
      connection.tell("windowOpen", { id: name, url: new URL(this.src, window.location.href).href, title });
      this.dispatchEvent(new Event("show"));
    }
    async hide() {
      if (this.#overAdmin) return connection.tell("windowClose", this.#overAdmin);
      if (!this.#overlay) return;
      this.#overlay.remove();
      this.#overlay = undefined;
      document.removeEventListener("keydown", this.#onKey);
      this.dispatchEvent(new Event("hide"));
    }
    async toggle() {
      await (this.#overlay || this.#overAdmin ? this.hide() : this.show());
    }
    disconnectedCallback() {
      this.hide();
    }

    /** Title and actions from a `ui-title-bar` among the children. */
    drawBar() {
      const bar = this.querySelector("ui-title-bar");
      const described = bar ? describeBar(bar) : { title: "", secondary: [] };
      const title = Object.assign(document.createElement("h2"), { textContent: described.title });
      Object.assign(title.style, { font: "600 14px/1.4 Inter, system-ui, sans-serif", margin: "0", flex: "1" });
      const close = button("✕", () => this.hide());
      close.setAttribute("aria-label", "Close");
      Object.assign(close.style, { border: "0", background: "none", boxShadow: "none" });
      this.#bar.replaceChildren(title, close);
      const actions = [...described.secondary, ...(described.primary ? [described.primary] : [])];
      this.#foot.replaceChildren(...actions.map((action) => control(action)));
      this.#foot.style.display = actions.length === 0 ? "none" : "flex";
    }

    #draw() {
      const overlay = document.createElement("div");
      Object.assign(overlay.style, {
        position: "fixed",
        inset: "0",
        zIndex: "99",
        display: "grid",
        placeItems: "center",
        padding: "24px",
        background: "rgba(0, 0, 0, .5)",
      });
      overlay.addEventListener("mousedown", (event) => {
        if (event.target === overlay) this.hide();
      });
      const panel = document.createElement("div");
      panel.dataset.panel = "";
      panel.tabIndex = -1;
      panel.setAttribute("role", "dialog");
      panel.setAttribute("aria-modal", "true");
      Object.assign(panel.style, {
        width: `min(100%, ${widths[this.variant] ?? widths.base})`,
        maxHeight: "100%",
        display: "flex",
        flexDirection: "column",
        background: "#fff",
        borderRadius: "16px",
        overflow: "hidden",
        outline: "none",
        boxShadow: "0 16px 40px rgba(0, 0, 0, .3)",
      });
      Object.assign(this.#bar.style, {
        display: "flex",
        padding: "12px 16px",
        background: "#f3f3f3",
        alignItems: "center",
      });
      Object.assign(this.#foot.style, {
        gap: "8px",
        justifyContent: "flex-end",
        padding: "12px 16px",
        borderTop: "1px solid #e3e3e3",
      });
      const body = document.createElement("div");
      Object.assign(body.style, { overflow: "auto", flex: "1" });
      if (this.src) {
        const frame = Object.assign(document.createElement("iframe"), { src: this.src, title: "Dialog" });
        Object.assign(frame.style, { border: "0", width: "100%", height: "60vh", display: "block" });
        body.append(frame);
      } else {
        if (this.content.childNodes.length === 0) this.#takePlainChildren();
        body.append(this.content);
      }
      panel.append(this.#bar, body, this.#foot);
      overlay.append(panel);
      this.drawBar();
      panel.setAttribute("aria-label", this.#bar.textContent.replace("✕", "") || "Dialog");
      return overlay;
    }

    /** Without React the children themselves are the content. */
    #takePlainChildren() {
      const children = [...this.children].filter((child) => !child.matches("ui-title-bar, ui-save-bar"));
      this.content.append(...children.map((child) => child.cloneNode(true)));
    }
  }
  customElements.define("ui-modal", Modal);

  const find = (id) => {
    const modal = document.getElementById(id);
    if (!(modal instanceof Modal)) throw new Error(`There is no ui-modal with the id "${id}".`);
    return modal;
  };
  return {
    show: async (id) => find(id).show(),
    hide: async (id) => find(id).hide(),
    toggle: async (id) => find(id).toggle(),
  };
}

function control(action) {
  const element = button(action.label, () => clickControl(action.key));
  element.disabled = action.disabled || action.loading;
  if (action.variant === "primary") {
    const background = action.tone === "critical" ? "#c70a24" : "#303030";
    Object.assign(element.style, { background, color: "#fff", borderColor: background });
  }
  if (element.disabled) element.style.opacity = ".5";
  return element;
}

function button(label, onClick) {
  const element = Object.assign(document.createElement("button"), { type: "button", textContent: label });
  Object.assign(element.style, {
    font: "550 13px/20px Inter, system-ui, sans-serif",
    padding: "4px 12px",
    borderRadius: "8px",
    border: "1px solid #d4d4d4",
    background: "#fff",
    cursor: "pointer",
  });
  element.addEventListener("click", onClick);
  return element;
}
