import type { ImageDelivery } from "../db/schema/index.ts";
import type { OperationalError } from "../lib/errors.ts";
import type { ModelPrice } from "./model-prices.ts";
import type { ModelAnswer } from "./port.ts";
import { readRefusal } from "./read-refusal.ts";
import { readVerdict } from "./read-verdict.ts";
import { openAiTraits, type ServerTraits } from "./server-traits.ts";
import { networkAddressMessage } from "./translate-model-error.ts";

/** What was found out by a test of a model. */
export type TestFinding =
  | { code: "server_answers"; textMs: number }
  | { code: "server_reached" }
  | { code: "server_timed_out" }
  | { code: "server_unreachable" }
  | { code: "key_refused" }
  /** `calledByItself`: another name than it is asked for by; null: the same */
  | { code: "model_there"; model: string; calledByItself: string | null }
  /** of a harmless text, by the provider's filter */
  | { code: "text_flagged" }
  | { code: "no_credit" }
  | { code: "too_busy" }
  | { code: "text_refused" }
  | { code: "answer_cut" }
  | { code: "prompt_cut" }
  | { code: "answer_not_in_form" }
  | { code: "form_kept" }
  /** in which the form has to be told in words */
  | { code: "form_told"; besides: "json_schema" | "json_object" | "nothing" }
  | { code: "length_not_limited" }
  | { code: "limit_not_heeded"; parameter: string }
  | { code: "long_answers"; parameter: string }
  | { code: "answers_limited"; tokens: number; parameter: string }
  /** by the shop's own choice */
  | { code: "pictures_not_shown" }
  | { code: "pictures_not_taken" }
  | { code: "pictures_taken"; as: "files" | "addresses" | "bytes" }
  /** US dollars for a million tokens */
  | { code: "price_known"; input: number; output: number }
  | { code: "price_unknown"; model: string }
  | { code: "batches_offered" }
  | { code: "batches_not_offered" }
  /** of the OperationalError */
  | { code: "failed"; failure: { code: string; merchantMessage: string } }
  | { code: "not_asked" };

/** One thing that was tried. `limited`: it works in another way, or not as well; `untried`: nothing was done about it. */
export interface TestLine {
  what: "server" | "model" | "form" | "length" | "pictures" | "price" | "batches";
  state: "works" | "limited" | "fails" | "untried";
  finding: TestFinding;
}

/** An answer, or why there is none. */
export interface Tried {
  answer?: ModelAnswer;
  error?: OperationalError;
}

export interface TestResult {
  text: Tried;
  picture: Tried;
  /** what was learned; undefined when nothing was answered */
  traits: ServerTraits | undefined;
  /** as it was asked for */
  model: string;
  imageDelivery: ImageDelivery;
  price: ModelPrice | null;
  offersBatches: boolean;
  textMs: number;
}

/** What a test found out, line by line. */
export function describeTest(result: TestResult): TestLine[] {
  const { text, traits = openAiTraits } = result;
  if (!text.answer) return failure(text.error);
  if (text.answer.kind !== "json")
    return [serverLine(result), line("form", "fails", { code: unusable[text.answer.kind] })];
  return [
    serverLine(result),
    modelLine(result),
    formLine(traits),
    lengthLine(traits),
    pictureLine(result),
    priceLine(result),
    batchLine(result),
  ];
}

function failureOf({ code, merchantMessage }: OperationalError) {
  return { code, merchantMessage };
}

function failure(error: Tried["error"]): TestLine[] {
  const reason: TestFinding = error ? { code: "failed", failure: failureOf(error) } : { code: "not_asked" };
  const answered = line("server", "works", { code: "server_reached" });
  // Found out here: no server was asked.
  if (error && error.cause === undefined && (error.code === "model_key" || error.code === "model_not_allowed"))
    return [line(error.code === "model_key" ? "server" : "model", "fails", reason)];
  switch (error?.code) {
    case "model_key": {
      const isAddress = error.merchantMessage === networkAddressMessage;
      return [line("server", "fails", isAddress ? reason : { code: "key_refused" })];
    }
    case "model_refused":
      return [answered, line("model", "fails", { code: "text_flagged" })];
    case "model_billing":
      return [answered, line("model", "fails", { code: "no_credit" })];
    case "model_rate_limited":
      return [answered, line("model", "fails", { code: "too_busy" })];
    case "model_timeout":
      return [line("server", "fails", { code: "server_timed_out" })];
    case "model_unavailable":
      return [line("server", "fails", { code: "server_unreachable" })];
    default:
      return readRefusal(error?.cause, { traits: openAiTraits, images: false }) || readVerdict(error?.cause)
        ? [answered, line("model", "fails", reason)]
        : [line("server", "fails", reason)];
  }
}

const unusable = {
  refused: "text_refused",
  truncated: "answer_cut",
  prompt_cut: "prompt_cut",
  not_json: "answer_not_in_form",
} as const;

function serverLine({ textMs }: TestResult): TestLine {
  return line("server", "works", { code: "server_answers", textMs });
}

function modelLine({ text, model }: TestResult): TestLine {
  const own = text.answer?.model ?? model;
  return line("model", "works", { code: "model_there", model, calledByItself: own === model ? null : own });
}

function formLine({ structure, explained }: ServerTraits): TestLine {
  if (structure === "json_schema" && !explained) return line("form", "works", { code: "form_kept" });
  const besides = structure === "json_schema" || structure === "json_object" ? structure : "nothing";
  return line("form", "limited", { code: "form_told", besides });
}

function lengthLine({ tokenParameter: parameter, mostOutputTokens, heedsLimit }: ServerTraits): TestLine {
  if (parameter === "none") return line("length", "limited", { code: "length_not_limited" });
  if (!heedsLimit) return line("length", "limited", { code: "limit_not_heeded", parameter });
  if (mostOutputTokens === null) return line("length", "works", { code: "long_answers", parameter });
  return line("length", "limited", { code: "answers_limited", tokens: mostOutputTokens, parameter });
}

function pictureLine({ picture, traits, imageDelivery }: TestResult): TestLine {
  if (imageDelivery === "none") return line("pictures", "untried", { code: "pictures_not_shown" });
  if (picture.error) {
    return line("pictures", "untried", { code: "failed", failure: failureOf(picture.error) });
  }
  if (traits?.images === false || (picture.answer?.unseenImages ?? []).length > 0) {
    return line("pictures", "limited", { code: "pictures_not_taken" });
  }
  const as = traits?.imageFiles ? "files" : imageDelivery === "address" ? "addresses" : "bytes";
  return line("pictures", "works", { code: "pictures_taken", as });
}

function priceLine({ price, model }: TestResult): TestLine {
  if (!price) return line("price", "limited", { code: "price_unknown", model });
  return line("price", "works", { code: "price_known", input: price.input, output: price.output });
}

function batchLine({ offersBatches }: TestResult): TestLine {
  return offersBatches
    ? line("batches", "works", { code: "batches_offered" })
    : line("batches", "limited", { code: "batches_not_offered" });
}

function line(what: TestLine["what"], state: TestLine["state"], finding: TestFinding): TestLine {
  return { what, state, finding };
}
