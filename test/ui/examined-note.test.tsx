import { AppProvider } from "@shopify/polaris";
import en from "@shopify/polaris/locales/en.json" with { type: "json" };
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { ExaminedNote } from "../../app/ui/product/examined-note.tsx";

function shown(examined: string | null): string {
  const note = (
    <AppProvider i18n={en}>
      <ExaminedNote examined={examined} />
    </AppProvider>
  );
  return renderToStaticMarkup(note)
    .replace(/<style.*?<\/style>/gs, "")
    .replace(/<[^>]+>/g, "");
}

it("a text that could not be examined says why, also for a reason that it knows no words for", () => {
  expect(shown("no:model_timeout")).toBe(
    "Not examined: the examiner did not answer in time. What the checks could not settle is judged without it.",
  );
  expect(shown("no:constructor")).toContain("Not examined: the examiner gave no answer.");
});

it("a text that was examined, or had nothing to examine, says nothing of it", () => {
  expect([shown("yes"), shown(null)]).toEqual(["", ""]);
});
