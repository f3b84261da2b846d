import { AppProvider } from "@shopify/polaris";
import translations from "@shopify/polaris/locales/en.json" with { type: "json" };
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { askedNotes, missingTexts } from "../../app/ui/product/notes-fields.tsx";
import type { Period } from "../../app/ui/results/periods.ts";
import { type AcceptanceRowView, type FalseAlarmView, ResultsPage } from "../../app/ui/results/results-page.tsx";

function words(rows: AcceptanceRowView[], period: Period = "30", falseAlarms: FalseAlarmView[] = []): string {
  const page = (
    <AppProvider i18n={translations}>
      <ResultsPage
        notices={null}
        falseAlarms={falseAlarms}
        rows={rows}
        period={period}
        keptDays={365}
        loading={false}
        onPeriod={() => undefined}
      />
    </AppProvider>
  );
  return renderToStaticMarkup(page)
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
}

describe("the acceptance page", () => {
  const row = { config: "general", model: "small", text: "Title", approved: 5, corrected: 2, rejected: 1 };

  it("tells shares for each row and for all", () => {
    const text = words([row, { ...row, text: "Bullets", approved: 0, corrected: 0, rejected: 2 }]);
    expect(text).toContain("Approved unchanged 50% 5 of 10");
    expect(text).toContain("Approved after an edit 20% 2 of 10");
    expect(text).toContain("general small Title 5 (63%) unchanged 2 (25%) after an edit 1 (13%) rejected 88% accepted");
    expect(text).toContain("Bullets 0 (0%) unchanged 0 (0%) after an edit 2 (100%) rejected 0% accepted");
  });

  it("tells how often each check was wrong in the eyes of people, and nothing where none was", () => {
    expect(words([row])).not.toContain("Findings you kept");
    const text = words([row], "30", [{ check: "Placeholders", kept: 12 }]);
    expect(text).toContain("Findings you kept");
    expect(text).toContain("Placeholders: 12");
  });

  it("tells how to get there where nothing was decided yet", () => {
    expect(words([])).toContain("Choose a longer one");
    expect(words([], "all")).toContain("what you decide is counted here");
    expect(words([])).toContain("Last 90 days Last 365 days");
  });
});

describe("notes of a run", () => {
  it("are sent for the chosen texts only, without empty ones", () => {
    const fieldNotes = { title: "Shorter", desc: " ", bullets: "Three" };
    const notes = { notes: " For campers ", fieldNotes, given: ["title", "bullets"] };
    expect(askedNotes(notes, ["title", "desc"])).toEqual({
      notes: "For campers",
      fieldNotes: { title: "Shorter" },
      given: ["title"],
    });
  });

  it("lack a text that a person wants to give and has not written", () => {
    const notes = { notes: "", fieldNotes: { title: "Linen Shirt", desc: " " }, given: ["title", "desc", "bullets"] };
    expect(missingTexts(notes, ["title", "desc"])).toEqual(["desc"]);
    expect(missingTexts({ ...notes, given: [] }, ["title", "desc"])).toEqual([]);
  });
});
