import { z } from "zod";
import { createFaults, type Faults } from "../shared/faults.ts";
import { createRandom } from "../shared/random.ts";
import { PromptCache } from "./usage.ts";

/** Model names and the prices' class they answer as; v1 is the small one, v2 the large one. */
export const modelNames = ["shelf-small", "shelf-large", "gpt-4.1", "gpt-4.1-mini", "gpt-5-chat", "gpt-5-chat-latest"];

export const modelFaultKinds = [
  "http_429",
  "http_429_no_retry_after",
  "http_429_billing",
  "http_500",
  "http_503",
  "stall",
  "cut",
  "refusal",
  "truncation",
  "broken_json",
  "wrong_shape",
  "hostile",
  "empty",
  "slow",
  "wrong_language",
  "invented_number",
  "too_long",
  "placeholder",
  "echo",
] as const;

/** One call of the app, for tests and for an auditor who counts what was paid for. Times in epoch ms. */
export interface ModelCall {
  seq: number;
  at: number;
  /** The `x-request-id` that the answer carried. */
  id: string;
  /** The caller's own `x-request-id` or `idempotency-key`, if it sent one. */
  callerId: string | undefined;
  model: string;
  /** The title of the product the prompt was about. */
  product: string;
  promptSha256: string;
  keys: string[];
  language: string;
  isRepair: boolean;
  status: number;
  /** `ok`, `scripted`, `refused_request` (400, 401, 404) or a fault kind. */
  outcome: string;
  /** Mistakes written into an answer, e.g. `title:too_long`. */
  flaws: string[];
  promptTokens: number;
  cachedTokens: number;
  completionTokens: number;
  /** A real provider would charge for it: the text was written, whether or not it arrived. */
  paid: boolean;
  /** The whole answer left this process. */
  fullySent: boolean;
}

const scriptedSchema = z.strictObject({
  /** Only for a prompt that contains this text. */
  match: z.string().optional(),
  /** The message's content; an object is sent as JSON. */
  content: z.union([z.string(), z.record(z.string(), z.unknown()), z.null()]).optional(),
  refusal: z.string().optional(),
  finish_reason: z.enum(["stop", "length", "content_filter"]).optional(),
  /** With a status other than 200 `body` is sent as it is. */
  status: z.int().min(200).max(599).optional(),
  body: z.unknown().optional(),
  headers: z.record(z.string(), z.string()).optional(),
  times: z.int().positive().optional(),
});
const scriptSchema = z.strictObject({ answers: z.array(scriptedSchema) });
export type ScriptedAnswer = z.infer<typeof scriptedSchema>;

const settingsSchema = z
  .strictObject({
    latencyMs: z.number().min(0),
    flawRate: z.number().min(0).max(1),
    repairRate: z.number().min(0).max(1),
  })
  .partial();
export type ModelSettings = Required<z.infer<typeof settingsSchema>>;

export interface ModelState {
  readonly seed: number;
  readonly faults: Faults;
  readonly cache: PromptCache;
  readonly settings: ModelSettings;
  readonly calls: readonly ModelCall[];
  readonly totals: { calls: number; paid: number; promptTokens: number; completionTokens: number };
  set(settings: unknown): void;
  /** Queues forced answers; see `scriptedSchema`. */
  queue(script: unknown): void;
  queued(): readonly ScriptedAnswer[];
  takeScripted(prompt: string): ScriptedAnswer | undefined;
  /** Starts a call's record; `finish` counts it once its figures are known. */
  begin(call: Omit<ModelCall, "seq">): ModelCall;
  count(call: ModelCall): void;
  reset(): void;
}

const keptCalls = 200_000;

export function createModelState(options: {
  seed: number;
  settings?: Partial<ModelSettings> | undefined;
  cacheLeastTokens?: number | undefined;
}): ModelState {
  const first: ModelSettings = { latencyMs: 0, flawRate: 0.12, repairRate: 0.8, ...options.settings };
  const settings = { ...first };
  const random = createRandom(options.seed).fork("model faults");
  const faults = createFaults({ random, known: modelFaultKinds });
  const cache = new PromptCache(options.cacheLeastTokens ?? 1_024);
  const calls: ModelCall[] = [];
  const totals = { calls: 0, paid: 0, promptTokens: 0, completionTokens: 0 };
  let script: ScriptedAnswer[] = [];
  return {
    seed: options.seed,
    faults,
    cache,
    settings,
    calls,
    totals,
    set(changes) {
      Object.assign(settings, settingsSchema.parse(changes));
    },
    queue(input) {
      for (const answer of scriptSchema.parse(input).answers) {
        for (let i = 0; i < (answer.times ?? 1); i++) script.push(answer);
      }
    },
    queued: () => script,
    takeScripted(prompt) {
      const index = script.findIndex(({ match }) => match === undefined || prompt.includes(match));
      return index < 0 ? undefined : script.splice(index, 1)[0];
    },
    begin(call) {
      totals.calls += 1;
      const record = { seq: totals.calls, ...call };
      calls.push(record);
      if (calls.length > keptCalls) calls.splice(0, keptCalls / 10);
      return record;
    },
    count(call) {
      if (!call.paid) return;
      totals.paid += 1;
      totals.promptTokens += call.promptTokens;
      totals.completionTokens += call.completionTokens;
    },
    reset() {
      faults.clear();
      cache.clear();
      calls.length = 0;
      script = [];
      Object.assign(settings, first);
      Object.assign(totals, { calls: 0, paid: 0, promptTokens: 0, completionTokens: 0 });
    },
  };
}
