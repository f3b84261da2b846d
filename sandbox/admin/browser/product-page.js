import { drawSaveBar } from "./save-bar.js";
import { showToast } from "./toast.js";

const form = document.getElementById("product-form");
const preview = document.getElementById("description-preview");
const description = form.elements.descriptionHtml;

const drawPreview = () => {
  // A frame without any permission: a hostile description does nothing here.
  preview.srcdoc = `<!doctype html><style>body{font:13px/1.5 Inter,system-ui,sans-serif;color:#303030;margin:12px}h3{font-size:14px}</style>${description.value}`;
};

const drawListing = () => {
  const text = (name) => form.elements[name].value.trim();
  document.getElementById("listing-title").textContent = text("seoTitle") || text("title");
  document.getElementById("listing-description").textContent = text("seoDescription");
};

const press = (key) => {
  if (key === "save") form.requestSubmit();
  if (key === "discard") {
    form.reset();
    drawSaveBar(null);
    drawPreview();
    drawListing();
  }
};

form.addEventListener("input", () => {
  drawSaveBar({ save: { key: "save", label: "Save" }, discard: { key: "discard", label: "Discard" } }, press);
  drawListing();
});
description.addEventListener("input", drawPreview);

drawPreview();
drawListing();
const url = new URL(window.location.href);
if (url.searchParams.has("saved")) {
  showToast({ id: "saved", message: "Product saved" });
  url.searchParams.delete("saved");
  window.history.replaceState(null, "", url);
}
