import { editOf } from "./edit-request.ts";
import type { Outgoing } from "./outgoing.ts";
import type { ReviewProduct } from "./review-view.ts";

/**
 * Which version took whose place by what this person did. What is sent behind it, about the former version, is about the new
 * one; of a version that somebody else made meanwhile the person has seen nothing, and nothing is about it.
 */
export class OwnVersions {
  readonly #next = new Map<string, string>();
  /** by product and text, of texts that had no version before */
  readonly #first = new Map<string, string>();

  /** @param sent as it was sent @param fresh its product as the answer tells it */
  learn(sent: Outgoing, fresh: ReviewProduct): void {
    const made = madeBy(sent);
    const newest = made && fresh.texts.find(({ name }) => name === made.name)?.newest;
    if (!made || !newest?.mine || newest.id === made.over) return;
    if (made.over === null) this.#first.set(placeOf(sent.productId, made.name), newest.id);
    else this.#next.set(made.over, newest.id);
  }

  /** A request about the versions that took the place of those which it names. */
  asOf(outgoing: Outgoing): Outgoing["request"] {
    const { request, productId } = outgoing;
    switch (request.intent) {
      case "decide": {
        const seen = request.seen as { versionIds: readonly string[] } | undefined;
        // Kept by an earlier release.
        if (seen === undefined) return request;
        const firsts = outgoing.follows ? this.#firstsOf(productId) : [];
        const versionIds = [...new Set([...seen.versionIds, ...firsts].map((id) => this.#newest(id)))];
        return { ...request, seen: { ...seen, versionIds } };
      }
      case "edit": {
        const edits = request.edits as readonly { contentType: string; seen?: string | null }[];
        return {
          ...request,
          edits: edits.map((edit) => ({ ...edit, seen: this.#over(productId, edit.contentType, edit.seen ?? null) })),
        };
      }
      case "restore":
        return { ...request, seen: this.#over(productId, String(request.contentType), request.seen as string | null) };
      case "approve":
        return { ...request, versionIds: ((request.versionIds ?? []) as string[]).map((id) => this.#newest(id)) };
      case "fix":
      case "finding":
      case "reject":
        return { ...request, versionId: this.#newest(String(request.versionId)) };
      default:
        return request;
    }
  }

  #over(productId: string, name: string, seen: string | null): string | null {
    const over = seen ?? this.#first.get(placeOf(productId, name)) ?? null;
    return over === null ? null : this.#newest(over);
  }

  #firstsOf(productId: string): string[] {
    return [...this.#first].filter(([place]) => place.startsWith(`${productId} `)).map(([, id]) => id);
  }

  #newest(id: string): string {
    const next = this.#next.get(id);
    return next === undefined ? id : this.#newest(next);
  }
}

const placeOf = (productId: string, name: string) => `${productId} ${name}`;

/** The text of which a request makes a version, and the version that it makes it over. */
function madeBy(sent: Outgoing): { name: string; over: string | null } | null {
  const { request } = sent;
  const edit = editOf(sent);
  if (edit) return { name: edit.contentType, over: edit.seen };
  if (request.intent === "fix") return { name: String(request.contentType), over: String(request.versionId) };
  if (request.intent !== "restore") return null;
  return { name: String(request.contentType), over: (request.seen as string | null | undefined) ?? null };
}
