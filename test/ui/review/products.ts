import type { FindingView } from "../../../app/ui/marks/finding-view.ts";
import type { NextView, ReviewProduct, ReviewText } from "../../../app/ui/review/review-view.ts";

export const contradiction: FindingView = {
  ...{
    id: "a1",
    code: "CONTRADICTED_FACT",
    severity: "block",
    description: "",
    quote: "100% wool",
    at: [],
    product: null,
  },
  fact: { path: "attributes.Material", name: "Material", value: "80% wool", source: "attribute" },
  fix: { quote: "100% wool", with: "80% wool" },
  ...{ details: null, fixed: false, decision: null },
};

export function aText(name: string, more: Partial<ReviewText> = {}): ReviewText {
  return {
    ...{ name, type: name, label: name, kind: "text", limitChars: null, live: "Live", conflict: null, image: null },
    newest: {
      ...{ id: `v_${name}`, state: "draft", body: "Of 100% wool", findings: [], evidence: [], examinedCount: 0 },
      ...{ wordings: [], unexamined: false, createdAt: 0, edited: false, mine: false },
    },
    ...more,
  };
}

export function aProduct(seq: number, more: Partial<ReviewProduct> = {}): ReviewProduct {
  return {
    ...{
      id: String(seq + 1),
      seq,
      title: `Product ${seq + 1}`,
      vendor: "Fern",
      imageUrl: null,
      locale: "en",
      gone: false,
    },
    ...{
      facts: [],
      keywords: [],
      rulesName: "Home",
      preset: null,
      writtenAt: null,
      agentModel: "v1",
      texts: [aText("desc")],
      draftIds: [`d${seq}`],
    },
    ...{ glossary: [], held: false, ownAttributes: [] },
    ...more,
  };
}

/** A product with a finding that holds it back. */
export function aBlocked(seq: number): ReviewProduct {
  const text = aText("desc");
  return aProduct(seq, { texts: [{ ...text, newest: text.newest && { ...text.newest, findings: [contradiction] } }] });
}

export function nextView(products: ReviewProduct[], more: Partial<NextView> = {}): NextView {
  const progress = { open: { clean: 9, warnings: 0, blocked: 0, conflicts: 0 }, decided: {}, newcomers: 0 };
  return { products, withOthers: 0, progress, size: 9, ...more };
}

export const wordings = ["Mug of clay", "Clay mug", "A mug"];

/** A product with a title that the model offers three wordings of; one of them is warned of. */
export function aChoice(seq: number): ReviewProduct {
  const text = aText("title", { kind: "line", limitChars: 70 });
  const offered = wordings.map((body, index) => ({
    body,
    findings: index === 2 ? [{ ...contradiction, id: "w3", severity: "warn" as const }] : [],
  }));
  const newest = text.newest && { ...text.newest, body: wordings[0] ?? "", wordings: offered };
  return aProduct(seq, { texts: [aText("desc"), { ...text, newest }], draftIds: ["v_desc", "v_title"] });
}
