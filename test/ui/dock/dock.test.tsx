import { describe, expect, it } from "vitest";
import { uiLocales } from "../../../app/i18n/locales.ts";
import type { DockAction } from "../../../app/ui/dock/action-bar.tsx";
import { Dock } from "../../../app/ui/dock/dock.tsx";
import type { DockRow } from "../../../app/ui/dock/dock-row.ts";
import { actionsOfFinding, primaryOfFinding } from "../../../app/ui/dock/finding-actions.ts";
import { howManyFit } from "../../../app/ui/dock/how-many-fit.ts";
import type { FindingView } from "../../../app/ui/marks/finding-view.ts";
import { markupIn, wordsOfMarkup } from "./in-words.tsx";

const contradiction: FindingView = {
  id: "a1",
  code: "CONTRADICTED_FACT",
  severity: "block",
  description: "",
  quote: "100% baby alpaca",
  at: [],
  fact: { path: "attributes.Material", name: "Material", value: "70% baby alpaca, 30% merino", source: "attribute" },
  fix: { quote: "100% baby alpaca", with: "70% baby alpaca" },
  product: null,
  details: null,
  fixed: false,
  decision: null,
};

function asked(finding: FindingView): DockRow {
  return { kind: "finding", finding, number: 1, at: 1, of: 2, text: "Description" };
}

async function shown(row: DockRow, rowActions: DockAction[] = []): Promise<string> {
  const decisions: DockAction[] = [
    { id: "edit", about: "description" },
    { id: "approve", tone: "primary" },
  ];
  const dock = <Dock row={row} rowActions={rowActions} decisions={decisions} keys onAct={() => undefined} />;
  return markupIn("en", dock);
}

describe("the dock's first row", () => {
  it.each([
    ["en", "“{{ name }}”"],
    ["de", "„{{ name }}“"],
    ["fr", "« {{ name }} »"],
    ["es", "«{{ name }}»"],
    ["ja", "「{{ name }}」"],
  ] as const)("quotes as the reader's language does, in %s", async (locale, quoted) => {
    const finding = { ...contradiction, code: "PLACEHOLDER", quote: "{{ name }}", fact: null, fix: null };
    const dock = <Dock row={asked(finding)} rowActions={[]} decisions={[]} keys onAct={() => undefined} />;
    expect(await markupIn(locale, dock)).toContain(`<bdi>${quoted}</bdi>`);
  });

  it("of a contradiction shows both sides beside each other, and which finding of how many it is", async () => {
    const words = wordsOfMarkup(await shown(asked(contradiction)));
    expect(words).toContain("Contradicts a fact · Description");
    expect(words).toContain("Your text: “100% baby alpaca”");
    expect(words).toContain("Material · the product’s data “70% baby alpaca, 30% merino”");
    expect(words).toContain("1 of 2");
  });

  it("of a text without findings counts what facts back", async () => {
    const words = wordsOfMarkup(await shown({ kind: "clean", backed: 23, examined: 3, texts: 6 }));
    expect(words).toContain("No findings 23 details are backed by facts · 3 examined");
  });

  it("of a conflict asks which text stays", async () => {
    const words = wordsOfMarkup(await shown({ kind: "conflict", text: "Title", texts: 1 }));
    expect(words).toContain(
      "Title changed in Shopify after yours was written Nothing was overwritten. Which one stays?",
    );
  });

  it("of a statement that a shop must prove says so, and of one that no fact has that", async () => {
    const provable = { ...contradiction, code: "UNSUPPORTED_FACT", fact: null, fix: null };
    expect(wordsOfMarkup(await shown(asked(provable)))).toContain("A store must be able to prove this.");
    expect(wordsOfMarkup(await shown(asked({ ...provable, severity: "warn" })))).toContain("No fact says so");
  });

  it("says in every language what each state is", async () => {
    const rows: DockRow[] = [
      asked(contradiction),
      { kind: "clean", backed: 1, examined: 0, texts: 1 },
      { kind: "conflict", text: "T", texts: 2 },
      { kind: "unexamined" },
      { kind: "held" },
      { kind: "editing", text: "T" },
    ];
    for (const locale of uiLocales) {
      for (const row of rows) {
        const dock = <Dock row={row} rowActions={[]} decisions={[]} keys onAct={() => undefined} />;
        const words = wordsOfMarkup(await markupIn(locale, dock));
        expect([locale, row.kind, words]).toEqual([
          locale,
          row.kind,
          expect.not.stringMatching(/^$|\w+\.\w+\.|_other/),
        ]);
      }
    }
  });
});

describe("a button of the dock", () => {
  it("begins with what it shows, names its key, and says what it acts on", async () => {
    const html = await shown(asked(contradiction));
    expect(html).toMatch(
      /aria-keyshortcuts="E"[^>]*><span>Edit<\/span><span class="sw-unseen"> description<\/span><kbd/,
    );
    expect(html).toMatch(/aria-keyshortcuts="A Control\+Enter"/);
  });

  it("that has to wait stays in reach of the keyboard and says that it waits", async () => {
    const waiting: DockAction = { id: "approve", waits: true, label: "1 finding to decide first" };
    const dock = <Dock row={{ kind: "held" }} rowActions={[]} decisions={[waiting]} keys onAct={() => undefined} />;
    const html = await markupIn("en", dock);
    expect(html).toMatch(/<button[^>]*aria-disabled="true"[^>]*><span>1 finding to decide first<\/span><\/button>/);
    expect(html).not.toContain(" disabled");
  });
});

describe("what is offered for a finding", () => {
  const of = (code: string, more: Partial<FindingView> = {}) =>
    actionsOfFinding({ ...contradiction, code, fact: null, fix: null, ...more }).join(" ");

  it("is the likeliest first, by what was found", () => {
    expect(of("CONTRADICTED_FACT")).toBe("useWords keep correct");
    expect(of("UNSUPPORTED_FACT")).toBe("leaveOut addFact keep");
    expect(of("FORBIDDEN_WORD")).toBe("leaveOut keep");
    expect(of("PLACEHOLDER")).toBe("edit");
    expect(of("DUPLICATE", { product: { id: "2", title: "Mug" } })).toBe("again showBoth keep");
    expect(of("EXCEED_LENGTH", { quote: null })).toBe("edit keep");
  });

  it("is to edit only where no person can decide, or the finding is of an earlier release", () => {
    expect(of("UNSAFE_HTML", { fixed: true })).toBe("edit");
    expect(of("CONTRADICTED_FACT", { id: null })).toBe("edit");
  });

  it("is a dark button only while it holds the product back", () => {
    expect(primaryOfFinding(contradiction)).toBe("useWords");
    expect(primaryOfFinding({ ...contradiction, severity: "warn" })).toBeNull();
    expect(primaryOfFinding({ ...contradiction, decision: { by: "you", reason: "", at: 1 } })).toBeNull();
  });
});

it("buttons that do not fit are left to the menu, but never the first", () => {
  const button = (label: string) => ({ label, key: true });
  const three = [button("Freigeben, weiter"), button("Bearbeiten"), button("Ablehnen")];
  expect(howManyFit(three, 1_000)).toBe(3);
  expect(howManyFit(three, 360)).toBe(2);
  expect(howManyFit(three, 40)).toBe(1);
  expect(howManyFit([button("承認して次へ"), button("編集")], 150)).toBe(1);
  expect(howManyFit(three, null)).toBe(3);
});
