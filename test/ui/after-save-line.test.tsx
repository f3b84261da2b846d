import { AppProvider } from "@shopify/polaris";
import en from "@shopify/polaris/locales/en.json" with { type: "json" };
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { english } from "../../app/i18n/words-of.server.ts";
import { AfterSaveLine } from "../../app/ui/rules/after-save-line.tsx";
import { recheckReview, recheckWords } from "../../app/ui/rules/recheck-words.ts";

const t = (await english()).getFixedT("en", "rules");
const some = { jobId: "job_1", drafts: 290, blocked: 48, differ: 60, left: 0 };

function shown(state: Partial<Parameters<typeof AfterSaveLine>[0]>): string {
  const given = {
    behind: 0,
    checking: null,
    checked: null,
    tried: 0,
    credits: 3,
    busy: { check: false, write: false },
  };
  return renderToStaticMarkup(
    <AppProvider i18n={en}>
      <AfterSaveLine {...given} {...state} onCheck={() => {}} onWrite={() => {}} />
    </AppProvider>,
  ).replace(/<style.*?<\/style>/gs, "");
}

it.each([
  [some, "290 drafts checked: 48 are blocked now."],
  [{ ...some, blocked: 0 }, "290 drafts checked: none is blocked now."],
  [{ ...some, differ: 0 }, "290 drafts checked: nothing changed, 48 are blocked as before."],
  [{ ...some, differ: 0, blocked: 0, drafts: 1 }, "1 draft checked: nothing changed."],
  [{ ...some, left: 2 }, "290 drafts checked: 48 are blocked now. 2 products were not checked."],
  [{ ...some, drafts: 0, blocked: 0, differ: 0, left: 1 }, "1 product was not checked."],
  [{ ...some, drafts: 0, blocked: 0, differ: 0 }, "No draft was left to check: all were decided or changed meanwhile."],
])("a check of drafts ends with words: %o", (outcome, words) => {
  expect(recheckWords(t, outcome)).toBe(words);
});

it("Review leads to the drafts that were checked, to the blocked ones where there are some", () => {
  expect(recheckReview(some)).toBe("/app/review?job=job_1&lane=blocked");
  expect(recheckReview({ ...some, blocked: 0 })).toBe("/app/review?job=job_1");
});

it("what was tried can be written while its drafts are checked, and after it", () => {
  const offer = "Write 3 products again…";
  expect(shown({ tried: 3, behind: 290 })).toContain(offer);
  expect(shown({ tried: 3, behind: 290, busy: { check: true, write: false } })).toContain(offer);
  const checking = shown({ tried: 3, checking: { url: "/app/activity/job_1", products: 40 } });
  expect(checking).toContain("being checked again");
  expect(checking).toContain(offer);
  const after = shown({ tried: 3, checked: some });
  expect(after).toContain("48 are blocked now.");
  expect(after).toContain(offer);
  expect(shown({})).not.toContain("Banner");
});
