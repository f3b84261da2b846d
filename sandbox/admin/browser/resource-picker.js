import { openDialog } from "./dialog.js";
import { element } from "./element.js";

/** The picker of products or variants. Resolves with the chosen resources, or undefined when it was closed. */
export function pickResources(searchUrl, options) {
  const many = options.multiple === true ? Number.POSITIVE_INFINITY : Number(options.multiple || 1);
  const wantsVariants = options.type === "variant";
  const chosen = new Map((options.selectionIds ?? []).map(({ id }) => [id, undefined]));
  return openDialog({
    title: `${options.action === "select" ? "Select" : "Add"} ${wantsVariants ? "variants" : "products"}`,
    wide: true,
    build(close) {
      const list = element("div", { className: "picker-list", role: "listbox", ariaMultiSelectable: String(many > 1) });
      const count = element("span", { className: "muted picker-count" });
      const add = element("button", {
        type: "button",
        className: "button button-primary",
        textContent: options.action === "select" ? "Select" : "Add",
        onclick: () => close([...chosen.values()].filter(Boolean)),
      });
      const refresh = () => {
        count.textContent = `${chosen.size} selected`;
        for (const row of list.querySelectorAll("[data-id]"))
          row.querySelector("input").checked = chosen.has(row.dataset.id);
      };
      const toggle = (resource) => {
        if (chosen.delete(resource.id)) return refresh();
        if (many === 1) chosen.clear();
        if (chosen.size < many) chosen.set(resource.id, resource);
        refresh();
      };
      const row = (resource, title, imageUrl, indented) =>
        element(
          "label",
          { className: indented ? "picker-row is-variant" : "picker-row", "data-id": resource.id },
          element("input", { type: many === 1 ? "radio" : "checkbox", onchange: () => toggle(resource) }),
          imageUrl ? element("img", { src: imageUrl, alt: "" }) : element("span", { className: "no-image" }),
          element("span", { textContent: title }),
        );
      const load = async (query) => {
        const url = new URL(searchUrl, window.location.href);
        url.searchParams.set("query", query);
        for (const status of ["draft", "archived"]) {
          if (options.filter?.[status] === false) url.searchParams.append("without", status.toUpperCase());
        }
        const { products } = await (await fetch(url)).json();
        for (const resource of products.flatMap((product) => [product, ...product.variants])) {
          if (chosen.has(resource.id)) chosen.set(resource.id, resource);
        }
        list.replaceChildren(
          ...products.flatMap((product) => {
            const image = product.images[0]?.originalSrc;
            if (!wantsVariants) return [row(product, product.title, image, false)];
            return product.variants.map((variant) => row(variant, variant.displayName, image, true));
          }),
        );
        if (products.length === 0)
          list.replaceChildren(element("p", { className: "muted", textContent: "No product found." }));
        refresh();
      };
      let timer;
      const search = element("input", {
        type: "search",
        className: "input",
        placeholder: "Search products",
        ariaLabel: "Search products",
        value: options.query ?? options.filter?.query ?? "",
        oninput: () => {
          clearTimeout(timer);
          timer = setTimeout(() => load(search.value), 150);
        },
      });
      load(search.value);
      return {
        body: [search, list],
        buttons: [
          count,
          element("button", {
            type: "button",
            className: "button",
            textContent: "Cancel",
            onclick: () => close(undefined),
          }),
          add,
        ],
      };
    },
  });
}
