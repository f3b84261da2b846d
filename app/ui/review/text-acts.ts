import type { FindingView } from "../marks/finding-view.ts";
import { sameBody, type TextBody } from "../text-body.ts";
import { withDecision, withFix, withWording } from "./change-product.ts";
import { editRequest } from "./edit-request.ts";
import type { NumberedFinding } from "./judge-product.ts";
import type { Outgoing } from "./outgoing.ts";
import type { ReviewProduct, ReviewText } from "./review-view.ts";

/** Something done about one text: how its product looks from then on, and what is asked of the server. */
export interface TextAct {
  /** `words`: those that come back when it is taken back; default: those of the version before */
  about: { name: string; finding: FindingView | null; words?: TextBody };
  /** which of the model's wordings was chosen, of how many */
  chosen?: { number: number; of: number };
  change(product: ReviewProduct): ReviewProduct;
  request: Outgoing["request"];
}

/** The words that the program can vouch for take the place of those that were found. */
export function fixAct({ finding, text: { name }, versionId }: NumberedFinding): TextAct {
  return {
    about: { name, finding: null },
    change: (product) => withFix(product, name, finding),
    request: { intent: "fix", versionId, findingId: finding.id, contentType: name },
  };
}

/**
 * Another of the model's wordings takes the text's place. Several may be tried before the first answer comes, so that it is
 * taken back by its words and not by its version.
 */
export function wordingAct(text: ReviewText, number: number): TextAct | null {
  const { name, newest } = text;
  const wording = newest?.wordings[number - 1];
  if (newest?.state !== "draft" || !wording || sameBody(wording.body, newest.body)) return null;
  return {
    about: { name, finding: null, words: newest.body },
    chosen: { number, of: newest.wordings.length },
    change: (product) => withWording(product, name, wording),
    request: editRequest(text, wording.body),
  };
}

/** A text that was decided by itself, while others of its product wait. */
export function decidedText(product: ReviewProduct, name: string, intent: "approve" | "reject"): ReviewProduct {
  const state = intent === "approve" ? "approved" : "rejected";
  const decided = product.texts.find((text) => text.name === name)?.newest?.id;
  return {
    ...product,
    texts: product.texts.map((text) =>
      text.name === name && text.newest ? { ...text, newest: { ...text.newest, state } } : text,
    ),
    draftIds: product.draftIds.filter((id) => id !== decided),
  };
}

/** The words stay although something was found. */
export function keepAct(
  { finding, text: { name }, versionId }: NumberedFinding,
  { reason, at }: { reason: string; at: number },
): TextAct {
  return {
    about: { name, finding },
    change: (product) => withDecision(product, name, { finding, reason, at }),
    request: { intent: "finding", versionId, findingId: finding.id, keep: true, reason, contentType: name },
  };
}
