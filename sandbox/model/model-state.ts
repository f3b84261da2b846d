import { z } from "zod";
import { createFaults, type Faults } from "../shared/faults.ts";
import { createRandom } from "../shared/random.ts";
import type { SandboxBatch, SandboxFile } from "./batches/batch.ts";
import { examinerHabits } from "./examine.ts";
import type { Looks } from "./look.ts";
import { wordingsHabits } from "./offer-wordings.ts";
import { lackingKinds } from "./server/leave-out.ts";
import { openAiManner, serverSchema } from "./server/manner.ts";
import { vendorErrorKinds } from "./server/vendor-errors.ts";
import { translationFlaws } from "./translate/translate-answer.ts";
import { PromptCache } from "./usage.ts";
import { ordersHabits } from "./write-answer.ts";

/** Model names and the prices' class they answer as; v1 is the small one, v2 the large one. */
export const modelNames = [
  "shelf-small",
  "shelf-large",
  "gpt-4.1",
  "gpt-4.1-mini",
  "gpt-5-chat",
  "gpt-5-chat-latest",
  "shelf-blind",
  "shelf-examiner",
];
/** Refuses pictures, as models do that were made for text only. */
export const blindModel = "shelf-blind";

/** What may go wrong with one answer, asked for alone or as a line of a batch. */
export const chatFaultKinds = [
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
  ...translationFlaws,
  "lost_answer",
  ...lackingKinds,
  ...vendorErrorKinds,
] as const;

/** What may go wrong with a call about files and batches. `lost_answer` does the work, then cuts the connection. */
export const laneFaultKinds = [
  "http_429",
  "http_429_no_retry_after",
  "http_429_billing",
  "http_500",
  "http_503",
  "stall",
  "lost_answer",
] as const;

/** What may become of a whole batch. Lines of one meet the kinds of a chat, with the operation `batch_line`. */
export const batchFaultKinds = ["batch_failed", "batch_token_limit", "batch_expired", "batch_line_error"] as const;

export const modelFaultKinds = [...chatFaultKinds, ...batchFaultKinds] as const;

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
  /** how many it was shown */
  pictures: number;
  isRepair: boolean;
  /** how many sentences it was to examine; 0 for a call that wants texts */
  examined: number;
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
  /** The whole answer left this process; a line of a batch counts when its file is made. */
  fullySent: boolean;
  /** A line of a batch costs half. */
  lane: "direct" | "batch";
  batchId: string | undefined;
  customId: string | undefined;
}

/** One call about files and batches. */
export interface LaneCall {
  at: number;
  /** e.g. `batches.create` */
  operation: string;
  /** the file or batch it was about or made */
  subject: string;
  status: number;
  /** `ok`, `refused_request` or a fault kind */
  outcome: string;
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
    /** From the making of a batch to its end. */
    batchDelayMs: z.number().min(0),
    /** False: this provider has no files and no batches. */
    batches: z.boolean(),
    /** How it examines sentences. */
    examiner: z.enum(examinerHabits),
    /** What it makes of orders among the facts: see `ordersHabits`. */
    orders: z.enum(ordersHabits),
    /** What it makes of a wish for further wordings: see `wordingsHabits`. */
    wordings: z.enum(wordingsHabits),
    /** Whose server this is: a name, or what differs from OpenAI's. */
    server: serverSchema,
  })
  .partial();
export type ModelSettings = Required<z.infer<typeof settingsSchema>>;
/** Settings as they are given: a server by its name as well. */
export type GivenModelSettings = z.input<typeof settingsSchema>;

export interface ModelState {
  readonly seed: number;
  readonly faults: Faults;
  readonly cache: PromptCache;
  readonly settings: ModelSettings;
  readonly calls: readonly ModelCall[];
  readonly laneCalls: LaneCall[];
  readonly files: Map<string, SandboxFile>;
  readonly batches: Map<string, SandboxBatch>;
  readonly looks: Looks;
  /** `chargedTokens`: prompt and completion tokens, those of a batch's lines by half. */
  readonly totals: {
    calls: number;
    paid: number;
    paidInBatches: number;
    promptTokens: number;
    completionTokens: number;
    chargedTokens: number;
  };
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
  settings?: GivenModelSettings | undefined;
  cacheLeastTokens?: number | undefined;
}): ModelState {
  const first: ModelSettings = {
    latencyMs: 0,
    flawRate: 0.12,
    repairRate: 0.8,
    batchDelayMs: 4_000,
    batches: true,
    examiner: "perfect",
    orders: "ignores",
    wordings: "mixed",
    server: openAiManner,
    ...settingsSchema.parse(options.settings ?? {}),
  };
  const settings = { ...first };
  const random = createRandom(options.seed).fork("model faults");
  const faults = createFaults({ random, known: modelFaultKinds });
  const cache = new PromptCache(options.cacheLeastTokens ?? 1_024);
  const calls: ModelCall[] = [];
  const nothing = { calls: 0, paid: 0, paidInBatches: 0, promptTokens: 0, completionTokens: 0, chargedTokens: 0 };
  const totals = { ...nothing };
  const laneCalls: LaneCall[] = [];
  const files = new Map<string, SandboxFile>();
  const batches = new Map<string, SandboxBatch>();
  const looks: Looks = new Map();
  let script: ScriptedAnswer[] = [];
  return {
    seed: options.seed,
    faults,
    cache,
    settings,
    calls,
    laneCalls,
    files,
    batches,
    looks,
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
      const tokens = call.promptTokens + call.completionTokens;
      totals.chargedTokens += call.lane === "batch" ? tokens / 2 : tokens;
      if (call.lane === "batch") totals.paidInBatches += 1;
    },
    reset() {
      faults.clear();
      cache.clear();
      calls.length = 0;
      script = [];
      Object.assign(settings, first);
      Object.assign(totals, nothing);
      laneCalls.length = 0;
      files.clear();
      batches.clear();
      looks.clear();
    },
  };
}
