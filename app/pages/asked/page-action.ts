import type { i18n } from "i18next";
import type { z } from "zod";
import { type Asker, type Command, type CommandTraits, readInput } from "../../commands/command.ts";
import { english } from "../../i18n/words-of.server.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { isRecord } from "../../lib/json.ts";
import type { Outcome } from "../answer-action.ts";

/** What a page sent: a form or JSON, and of which thing the page is, "" when it is of none. */
export interface Sent {
  body: unknown;
  about: string;
  /** in the asker's language; English where nobody said */
  words?: i18n | undefined;
}

/** One thing that a page lets do: which command it asks for, and how. */
export interface PageAction<Deps> {
  command: CommandTraits;
  act: (deps: Deps, asker: Asker, sent: Sent) => Promise<Outcome>;
}

/** The actions of one page by their intents. */
export type PageActions<Deps> = Record<string, PageAction<Deps>>;

interface Spelling<Input, Deps, Result> {
  /** makes the command's input of what was sent */
  read(sent: Sent): unknown;
  /** the message to the person about the result */
  words(
    result: Result,
    asked: { deps: Deps; shop: ShopDomain; input: Input; words: i18n; t: i18n["t"] },
  ): Outcome | Promise<Outcome>;
  /** the message when the input cannot be understood. Default: that the page is of an older version */
  refusal?: (t: i18n["t"]) => string;
}

/** The key of what is said where the page is of an older version. */
export const outdated = "answers:common.outdated";

/** A page's way to ask for a command: its fields become the command's input, the result becomes words. */
export function pageAction<Name extends string, Input extends z.ZodType, Deps, Result>(
  command: Command<Name, Input, Deps, Result>,
  { read, words: say, refusal = (t) => t(outdated) }: Spelling<z.output<Input>, Deps, Result>,
): PageAction<Deps> {
  return {
    command,
    async act(deps, asker, sent) {
      const parsed = readInput(command, read(sent));
      const words = sent.words ?? (await english());
      const { t } = words;
      if (!parsed.success) return { problem: refusal(t) };
      return say(await command.run(deps, asker, parsed.data), { deps, shop: asker.shop, input: parsed.data, words, t });
    },
  };
}

/** JSON as the input. @param about the field that names the thing that the page is about */
export function fromJson(about?: string): (sent: Sent) => unknown {
  return (sent) => {
    if (!isRecord(sent.body)) return undefined;
    return about === undefined ? sent.body : { ...sent.body, [about]: sent.about };
  };
}

/** The input read from a form. */
export function fromForm(read: (form: FormData, about: string) => unknown): (sent: Sent) => unknown {
  return ({ body, about }) => (body instanceof FormData ? read(body, about) : undefined);
}

/** Does what a page asks for by an intent. Its answer to one that it does not have: that the page is of an older version. */
export async function actOn<Deps>(
  actions: PageActions<Deps>,
  deps: Deps,
  asker: Asker,
  { intent, ...sent }: Sent & { intent: string },
): Promise<Outcome> {
  const action = Object.hasOwn(actions, intent) ? actions[intent] : undefined;
  return action ? action.act(deps, asker, sent) : { problem: (sent.words ?? (await english())).t(outdated) };
}
