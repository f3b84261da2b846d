import type { z } from "zod";
import type { ShopDomain } from "../lib/brand.ts";
import type { RateKind } from "../lib/rate-limits.ts";
import { withoutNul } from "../lib/without-nul.ts";
import type { Right } from "../workplace/rights.ts";

/** Who asks for something, and for which shop. */
export interface Asker {
  shop: ShopDomain;
  /** as the log of activity and decisions keep it: `user:<Shopify user id>`, or the name of a program */
  by: string;
}

/** Groups of commands, as the log of activity filters them. */
export type CommandKind = "texts" | "publishing" | "writing" | "rules" | "settings" | "lists";

/** What is known of a command before it is asked for. */
export interface CommandTraits {
  /** as the log of activity keeps it for ever: never changed */
  name: string;
  /** null: it changes nothing and costs nothing, so it needs no request key and leaves no line in the log */
  kind: CommandKind | null;
  /** by which limit it is counted */
  rate: RateKind;
  /** what its asker must be allowed to do; absent: everybody may ask for it, or it asks `assertMayDo` once it knows for what */
  needs?: Right | undefined;
}

/** One thing that a person or a system can ask for. Its result is for programs: the caller turns it into words or a status. */
export interface Command<Name extends string, Input extends z.ZodType, Deps, Result> extends CommandTraits {
  name: Name;
  input: Input;
  /** Expected outcomes are returned; what Shopify or the model fails at is thrown as OperationalError. */
  run: (deps: Deps, asker: Asker, input: z.output<Input>) => Promise<Result>;
}

/** Defines a command, with its types taken from its parts. It also belongs into `all-commands.ts`. */
export function defineCommand<const Name extends string, Input extends z.ZodType, Deps, Result>(
  command: Command<Name, Input, Deps, Result>,
): Command<Name, Input, Deps, Result> {
  return command;
}

/**
 * What was asked for as a command's input. Whoever asks from outside reads it here and nowhere else: U+0000 is taken out, as it
 * is out of texts, so that no command has to think of it.
 */
export function readInput<Input extends z.ZodType>(
  { input }: { input: Input },
  sent: unknown,
): z.ZodSafeParseResult<z.output<Input>> {
  return input.safeParse(withoutNul(sent));
}
