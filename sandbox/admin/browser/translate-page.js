import { drawSaveBar } from "./save-bar.js";
import { showToast } from "./toast.js";

const form = document.getElementById("translate-form");

const press = (key) => {
  if (key === "save") form.requestSubmit();
  if (key === "discard") {
    form.reset();
    drawSaveBar(null);
  }
};
form.addEventListener("input", () => {
  drawSaveBar({ save: { key: "save", label: "Save" }, discard: { key: "discard", label: "Discard" } }, press);
});

const url = new URL(window.location.href);
if (url.searchParams.has("saved")) {
  showToast({ id: "saved", message: "Translations saved" });
  url.searchParams.delete("saved");
  window.history.replaceState(null, "", url);
}
