import { z } from "zod";
import type { Random } from "./random.ts";

/** One rule of what goes wrong. A rule without `match` holds for every call. */
export interface FaultRule {
  /** Regular expressions, without slashes; every given one has to match. */
  match?: { operation?: string; model?: string };
  kind: string;
  /** Probability per matching call, default 1. */
  rate?: number;
  /** How often it happens at most; default no limit. */
  times?: number;
  /** How many matching calls are let through first. */
  after?: number;
  /** For the slow kinds: how long, in milliseconds. */
  ms?: number;
  retryAfterSeconds?: number;
}

export interface FaultSubject {
  /** Store: the GraphQL operation name, or `token`, `upload`, `result`, `webhook:<topic>`. */
  operation?: string | undefined;
  /** Model: the name of the model asked for. */
  model?: string | undefined;
}

export interface Faults {
  get(): { rules: FaultRule[] };
  /** Replaces all rules and their counters. Throws a ZodError or RangeError when they are not well-formed. */
  set(rules: unknown): void;
  clear(): void;
  /** The first rule that strikes for this call, counted as used; `kinds` narrows which kinds are considered here. */
  strike(subject: FaultSubject, kinds?: readonly string[]): FaultRule | undefined;
}

const ruleSchema = z.strictObject({
  match: z.strictObject({ operation: z.string().optional(), model: z.string().optional() }).optional(),
  kind: z.string(),
  rate: z.number().min(0).max(1).optional(),
  times: z.int().min(0).optional(),
  after: z.int().min(0).optional(),
  ms: z.int().min(0).optional(),
  retryAfterSeconds: z.number().min(0).optional(),
});
const faultsSchema = z.strictObject({ rules: z.array(ruleSchema) });

interface LiveRule {
  rule: FaultRule;
  operation: RegExp | undefined;
  model: RegExp | undefined;
  seen: number;
  struck: number;
}

/** Holds the fault rules of one server. `known` lists the kinds that this server can do; others are refused by `set`. */
export function createFaults(deps: { random: Random; known: readonly string[] }): Faults {
  let live: LiveRule[] = [];
  return {
    get: () => ({ rules: live.map(({ rule }) => rule) }),
    set(input) {
      const { rules } = faultsSchema.parse(input ?? { rules: [] });
      const unknown = rules.find((rule) => !deps.known.includes(rule.kind));
      if (unknown) throw new RangeError(`Unknown fault "${unknown.kind}". Use one of: ${deps.known.join(", ")}.`);
      live = rules.map((rule) => ({
        rule,
        operation: rule.match?.operation === undefined ? undefined : new RegExp(rule.match.operation),
        model: rule.match?.model === undefined ? undefined : new RegExp(rule.match.model),
        seen: 0,
        struck: 0,
      }));
    },
    clear() {
      live = [];
    },
    strike(subject, kinds) {
      for (const entry of live) {
        const { rule } = entry;
        if (kinds && !kinds.includes(rule.kind)) continue;
        if (entry.operation && !entry.operation.test(subject.operation ?? "")) continue;
        if (entry.model && !entry.model.test(subject.model ?? "")) continue;
        entry.seen += 1;
        if (entry.seen <= (rule.after ?? 0)) continue;
        if (rule.times !== undefined && entry.struck >= rule.times) continue;
        if (rule.rate !== undefined && !deps.random.chance(rule.rate)) continue;
        entry.struck += 1;
        return rule;
      }
      return undefined;
    },
  };
}
