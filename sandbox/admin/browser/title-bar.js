import { element } from "./element.js";

const head = document.getElementById("app-head");

/** The app's title, breadcrumb and actions above its frame; null shows only the app's name. */
export function drawTitleBar(bar, appName, onClick) {
  const press = (control) => () => onClick(control.key);
  const button = (control, kind) =>
    element("button", {
      type: "button",
      className: `button ${kind}${control.tone === "critical" ? " button-critical" : ""}${control.loading ? " is-loading" : ""}`,
      disabled: control.disabled || control.loading,
      textContent: control.label,
      onclick: press(control),
    });
  const crumb = bar?.breadcrumb;
  const groups = (bar?.groups ?? []).map((group) => {
    const menu = element(
      "details",
      { className: "menu" },
      element("summary", { className: "button", textContent: `${group.label} ▾` }),
      element(
        "div",
        { className: "menu-items" },
        ...group.items.map((item) =>
          element("button", {
            type: "button",
            disabled: item.disabled,
            textContent: item.label,
            onclick: () => {
              menu.open = false;
              onClick(item.key);
            },
          }),
        ),
      ),
    );
    return menu;
  });
  head
    .querySelector("[data-title]")
    .replaceChildren(
      ...(crumb
        ? [
            element("button", { type: "button", className: "crumb", textContent: crumb.label, onclick: press(crumb) }),
            "›",
          ]
        : []),
      element("h1", { textContent: bar?.title || appName }),
    );
  head
    .querySelector("[data-actions]")
    .replaceChildren(
      ...(bar?.secondary ?? []).map((control) => button(control, "")),
      ...groups,
      ...(bar?.primary ? [button(bar.primary, "button-primary")] : []),
    );
}
