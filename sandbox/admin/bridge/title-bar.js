import { describeControl, WatchedElement } from "./watched-element.js";

/** `ui-title-bar`: title and actions above the frame; inside a `ui-modal` they are the modal's own. */
export function defineTitleBar(connection) {
  const bars = [];

  class TitleBar extends WatchedElement {
    static observedAttributes = ["title"];
    attributeChangedCallback() {
      this.announce();
    }
    changed() {
      const modal = this.closest("ui-modal");
      if (modal) {
        modal.drawBar?.();
        return;
      }
      const at = bars.indexOf(this);
      if (at >= 0) bars.splice(at, 1);
      if (this.isConnected) bars.push(this);
      const shown = bars.at(-1);
      connection.tell("titleBar", shown ? describeBar(shown) : null);
    }
  }
  customElements.define("ui-title-bar", TitleBar);
}

export function describeBar(bar) {
  const direct = [...bar.children].filter((child) => child.matches("button, a"));
  const isVariant = (variant) => (element) => element.getAttribute("variant") === variant;
  return {
    title: bar.getAttribute("title") ?? "",
    breadcrumb: direct.filter(isVariant("breadcrumb")).map(describeControl)[0],
    primary: direct.filter(isVariant("primary")).map(describeControl)[0],
    secondary: direct
      .filter((element) => !/^(primary|breadcrumb)$/.test(element.getAttribute("variant") ?? ""))
      .map(describeControl),
    groups: [...bar.querySelectorAll(":scope > section")].map((section) => ({
      label: section.getAttribute("label") ?? "More actions",
      items: [...section.querySelectorAll("button, a")].map(describeControl),
    })),
  };
}
