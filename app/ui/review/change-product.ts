import { withWords } from "../../lib/html/with-words.ts";
import type { FindingView } from "../marks/finding-view.ts";
import type { TextBody } from "../text-body.ts";
import type { OfferedWording, ReviewProduct, ReviewVersion } from "./review-view.ts";

function withVersion(
  product: ReviewProduct,
  name: string,
  change: (version: ReviewVersion) => ReviewVersion,
): ReviewProduct {
  const texts = product.texts.map((text) =>
    text.name === name && text.newest ? { ...text, newest: change(text.newest) } : text,
  );
  return { ...product, texts };
}

/** The product as it will be once the fact's words are in the text: the finding is gone, its words are replaced. */
export function withFix(product: ReviewProduct, name: string, { id, fix }: FindingView): ReviewProduct {
  if (!fix) return product;
  const html = product.texts.find((text) => text.name === name)?.kind === "html";
  const put = (text: string) => withWords(text, fix, { html }) ?? text;
  return withVersion(product, name, (version) => ({
    ...version,
    edited: true,
    mine: true,
    body: typeof version.body === "string" ? put(version.body) : version.body.map(put),
    findings: version.findings.filter((one) => one.id !== id),
  }));
}

/** The product as it will be once a finding is kept, or no longer kept. */
export function withDecision(
  product: ReviewProduct,
  name: string,
  { finding, reason, at }: { finding: FindingView; reason: string | null; at: number },
): ReviewProduct {
  const decision = reason === null ? null : { by: "you", reason, at };
  return withVersion(product, name, (version) => ({
    ...version,
    findings: version.findings.map((one) => (one.id === finding.id ? { ...one, decision } : one)),
  }));
}

/** The product with another of the model's wordings in a text, and what was found in that when it was written. */
export function withWording(product: ReviewProduct, name: string, { body, findings }: OfferedWording): ReviewProduct {
  const own = { edited: true, mine: true, evidence: [], examinedCount: 0, unexamined: false };
  return withVersion(product, name, (version) => ({ ...version, ...own, body, findings }));
}

/** A product with one of its texts as it was; what happened to the others since stays. */
export function withTextOf(product: ReviewProduct, before: ReviewProduct, name: string): ReviewProduct {
  const was = before.texts.find((text) => text.name === name);
  return { ...product, texts: product.texts.map((text) => (text.name === name && was ? was : text)) };
}

/** The product with a person's words in a text. What was found stays marked where it is found still, until it is checked. */
export function withBody(product: ReviewProduct, name: string, body: TextBody): ReviewProduct {
  const texts = product.texts.map((text) => {
    if (text.name !== name) return text;
    const before = text.newest;
    const newest: ReviewVersion = before
      ? { ...before, body, state: "draft", edited: true, mine: true }
      : { ...emptyVersion, body };
    return { ...text, newest };
  });
  return { ...product, texts };
}

const emptyVersion: Omit<ReviewVersion, "body"> = {
  ...{
    id: "",
    state: "draft",
    findings: [],
    evidence: [],
    wordings: [],
    examinedCount: 0,
    unexamined: false,
    createdAt: 0,
    edited: true,
    mine: true,
  },
};
