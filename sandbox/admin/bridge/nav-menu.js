import { WatchedElement } from "./watched-element.js";

/** `ui-nav-menu`: its links become the app's entries in the admin's navigation; the one with rel=home is the app itself. */
export function defineNavMenu(connection) {
  const menus = new Set();
  let listeners = 0;
  const listen = window.addEventListener;
  window.addEventListener = function counted(type, ...rest) {
    if (type === "shopify:navigate") listeners += 1;
    return listen.call(this, type, ...rest);
  };

  class NavMenu extends WatchedElement {
    changed() {
      if (this.isConnected) menus.add(this);
      else menus.delete(this);
      const links = [...menus].flatMap((menu) => [...menu.querySelectorAll("a[href]")]);
      connection.tell(
        "navMenu",
        links.map((link) => ({
          href: link.getAttribute("href"),
          label: link.textContent.trim(),
          home: link.getAttribute("rel") === "home",
        })),
      );
    }
  }
  customElements.define("ui-nav-menu", NavMenu);

  connection.on("navigate", (href) => {
    const link = [...menus]
      .flatMap((menu) => [...menu.querySelectorAll("a[href]")])
      .find((one) => one.getAttribute("href") === href);
    const target = link ?? Object.assign(document.createElement("a"), { href });
    if (!link) target.setAttribute("href", href);
    if (listeners === 0) {
      window.location.assign(href);
      return;
    }
    // The event has to start at an element with the address: that is what the app's router reads.
    if (!link) document.body.append(target);
    target.dispatchEvent(new CustomEvent("shopify:navigate", { bubbles: true, composed: true }));
    if (!link) target.remove();
  });
}
