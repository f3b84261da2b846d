import type { TextBody } from "../text-body.ts";
import { type Edit, editOf, editsRequest } from "./edit-request.ts";
import type { Outbox } from "./outbox.ts";
import type { Outgoing } from "./outgoing.ts";

/** What words are written over: the version that the person had before them when the text was opened. */
export interface Begun {
  seen: string | null;
  continues: boolean;
}

/** A text that a person writes in: what its saves have to do with each other. */
export class OpenEdit {
  readonly #outbox: Outbox;
  /** a text of which something was saved since it was opened, with the last words of it */
  #saved: { productId: string; name: string; seen: string | null; body: TextBody } | null = null;
  /** texts whose words were not taken */
  refused: readonly { productId: string; name: string; seen: string | null }[] = [];

  constructor(outbox: Outbox) {
    this.#outbox = outbox;
  }

  isRefused(productId: string, name: string): boolean {
    return this.refused.some((one) => isSame(one, productId, name));
  }

  /** The server did not take words of a text: nothing more is sent of it until it is opened anew. */
  refuse(productId: string, { contentType: name, seen }: Edit): void {
    if (!this.isRefused(productId, name)) this.refused = [...this.refused, { productId, name, seen }];
    if (isSame(this.#saved, productId, name)) this.#saved = null;
  }

  /** @returns what saves words; null: they took the place of those that were not sent yet */
  next(productId: string, name: string, body: TextBody, begun: Begun): Outgoing["request"] | null {
    const before = isSame(this.#saved, productId, name) ? this.#saved : null;
    const seen = before ? before.seen : begun.seen;
    this.#saved = { productId, name, seen, body };
    if (this.#replace(productId, name, { body, ends: false })) return null;
    const continues = before !== null || begun.continues;
    return editsRequest({ contentType: name, body, seen, sitting: { continues, ends: false } });
  }

  /** The text is left. @returns what tells the server that what it has is the last of this sitting; null: it knows, or will */
  end(productId: string, name: string): Outgoing["request"] | null {
    this.refused = this.refused.filter((one) => !isSame(one, productId, name));
    const saved = isSame(this.#saved, productId, name) ? this.#saved : null;
    if (!saved) return null;
    this.#saved = null;
    const { body, seen } = saved;
    if (this.#replace(productId, name, { body, ends: true })) return null;
    return editsRequest({ contentType: name, body, seen, sitting: { continues: true, ends: true } });
  }

  /** Those that are not on their way yet give way to newer ones. */
  #replace(productId: string, name: string, { body, ends }: { body: TextBody; ends: boolean }): boolean {
    const last = this.#outbox.waiting.at(-1);
    const edit = last?.productId === productId ? editOf(last) : null;
    // One of the model's wordings is an act of its own, that can be taken back.
    if (!last || edit?.contentType !== name || !edit.sitting) return false;
    const newer: Edit = { ...edit, body, sitting: { ...edit.sitting, ends } };
    return this.#outbox.replace(last.id, editsRequest(newer));
  }
}

function isSame(one: { productId: string; name: string } | null, productId: string, name: string): boolean {
  return one?.productId === productId && one.name === name;
}
