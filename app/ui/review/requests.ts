import type { TextBody } from "../text-body.ts";
import { withBody } from "./change-product.ts";
import type { Outgoing } from "./outgoing.ts";
import type { ReviewProduct } from "./review-view.ts";
import type { Done, Verdict } from "./session-state.ts";

type Request = Outgoing["request"];

/** A decision about the texts and conflicts of a product that the person has before them. */
export function decideRequest(
  { id: productId, texts, draftIds }: ReviewProduct,
  { id, queueId, verdict }: { id: string; queueId: string; verdict: Verdict },
): Request {
  const conflicts = texts.flatMap(({ name, conflict }) =>
    conflict ? [{ contentType: name, detectedAt: conflict.detectedAt }] : [],
  );
  const seen = { versionIds: draftIds, conflicts: verdict.kind === "conflicts" ? conflicts : [] };
  return { intent: "decide", id, queueId, productId, verdict, seen };
}

/** In the queue, what is written again comes once more at the end, with its new texts. */
export function putOffRequest(productId: string, { id, queueId }: { id: string; queueId: string }): Request {
  const decision = { id, queueId, productId, verdict: { kind: "written_again" } };
  return { intent: "decide", ...decision, seen: { versionIds: [], conflicts: [] } };
}

/**
 * Takes back what was done about a text, as long as that is what stands there: somebody else's newer text stays. null where it
 * had no version
 */
export function textBackRequest({ name, finding, words, before }: Extract<Done, { kind: "text" }>): Request | null {
  const version = before.texts.find((text) => text.name === name)?.newest;
  if (!version) return null;
  const seen = version.id;
  if (words !== undefined) return { intent: "edit", edits: [{ contentType: name, body: words, seen }] };
  if (finding === null) return { intent: "restore", versionId: version.id, contentType: name, seen };
  return { intent: "finding", versionId: version.id, findingId: finding.id, keep: false, contentType: name };
}

/** A product with the words of an edit that is on its way. */
export function withEdits(product: ReviewProduct, { edits }: Request): ReviewProduct {
  const list = edits as { contentType: string; body: TextBody }[];
  return list.reduce((known, { contentType, body }) => withBody(known, contentType, body), product);
}

/** All texts of a product that wait, by the model that wrote them, with what should be different. */
export function againRequest({ texts, agentModel }: ReviewProduct, notes: string) {
  const waiting = texts.filter(({ newest }) => newest?.state === "draft");
  const contentTypes = [...new Set(waiting.map(({ type }) => type))];
  return { contentTypes, notes, agentModel, allImages: false, fieldNotes: {}, given: [] };
}
