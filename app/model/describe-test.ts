import type { ImageDelivery } from "../db/schema/index.ts";
import type { OperationalError } from "../lib/errors.ts";
import type { ModelPrice } from "./model-prices.ts";
import type { ModelAnswer } from "./port.ts";
import { readRefusal } from "./read-refusal.ts";
import { readVerdict } from "./read-verdict.ts";
import { openAiTraits, type ServerTraits } from "./server-traits.ts";
import { networkAddressMessage } from "./translate-model-error.ts";

/** One thing that was tried. `limited`: it works in another way, or not as well; `untried`: nothing was done about it. */
export interface TestLine {
  what: "server" | "model" | "form" | "length" | "pictures" | "price" | "batches";
  state: "works" | "limited" | "fails" | "untried";
  /** in words for a merchant */
  says: string;
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

/** What a test found out, line by line, in words for a merchant. */
export function describeTest(result: TestResult): TestLine[] {
  const { text, traits = openAiTraits } = result;
  if (!text.answer) return failure(text.error);
  if (text.answer.kind !== "json") return [serverLine(result), unreadable(text.answer.kind)];
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

function failure(error: Tried["error"]): TestLine[] {
  const says = error?.merchantMessage ?? "The model could not be asked.";
  const answered = line("server", "works", "The server answers.");
  // Found out here: no server was asked.
  if (error && error.cause === undefined && (error.code === "model_key" || error.code === "model_not_allowed"))
    return [line(error.code === "model_key" ? "server" : "model", "fails", says)];
  switch (error?.code) {
    case "model_key":
      if (says === networkAddressMessage) return [line("server", "fails", says)];
      return [line("server", "fails", "The server answers, but does not accept the API key. Enter a valid key above.")];
    case "model_refused":
      return [
        answered,
        line("model", "fails", "The provider's filter flags a harmless product title. Choose another model."),
      ];
    case "model_billing":
      return [
        answered,
        line("model", "fails", "The account has no credit left. Add credit with the provider, then test again."),
      ];
    case "model_rate_limited":
      return [
        answered,
        line("model", "fails", "The server is busy or the account's limit is reached. Test again in a minute."),
      ];
    case "model_timeout":
      return [line("server", "fails", "The server did not answer in time. Test again, or check the endpoint.")];
    case "model_unavailable":
      return [
        line(
          "server",
          "fails",
          "The server cannot be reached or is out of order. Check the endpoint, then test again.",
        ),
      ];
    default:
      return readRefusal(error?.cause, { traits: openAiTraits, images: false }) || readVerdict(error?.cause)
        ? [answered, line("model", "fails", says)]
        : [line("server", "fails", says)];
  }
}

function unreadable(kind: "refused" | "truncated" | "not_json" | "prompt_cut"): TestLine {
  const says = {
    refused: "The model refuses to write a harmless product title. Choose another model.",
    truncated: "The model's answer is cut before it ends. Choose a model that thinks less, or gives longer answers.",
    prompt_cut: "The server cut even a short request. Raise its context length, or choose another model.",
    not_json:
      "The model does not answer in the form that it is asked for, not even when asked again. Choose another model.",
  };
  return line("form", "fails", says[kind]);
}

function serverLine({ textMs }: TestResult): TestLine {
  return line(
    "server",
    "works",
    `Answers and accepts the key. A title took ${(Math.max(textMs, 100) / 1_000).toFixed(1)} s.`,
  );
}

function modelLine({ text, model }: TestResult): TestLine {
  const own = text.answer?.model ?? model;
  return line("model", "works", own === model ? `${model} is there.` : `${model} is there, and calls itself ${own}.`);
}

function formLine({ structure, explained }: ServerTraits): TestLine {
  if (structure === "json_schema" && !explained) return line("form", "works", "Answers in the form it is asked for.");
  const how =
    structure === "json_schema"
      ? "Does not keep to the form it is asked for by itself, so it is told in words as well."
      : structure === "json_object"
        ? "Takes no schema, only JSON mode: which texts are wanted is told in words."
        : "Takes no request for a form: it is told in words.";
  return line("form", "limited", `${how} Now and then an answer may have to be asked for twice.`);
}

function lengthLine({ tokenParameter, mostOutputTokens, heedsLimit }: ServerTraits): TestLine {
  if (tokenParameter === "none") return line("length", "limited", "Takes no limit on how long an answer gets.");
  if (!heedsLimit) {
    const says = `Does not heed a limit on how long an answer gets (${tokenParameter}): one was longer than asked for.`;
    return line("length", "limited", says);
  }
  if (mostOutputTokens === null) return line("length", "works", `Long answers are possible (${tokenParameter}).`);
  const most = mostOutputTokens.toLocaleString("en-US");
  return line(
    "length",
    "limited",
    `An answer has at most ${most} tokens (${tokenParameter}). Very long texts may be cut.`,
  );
}

function pictureLine({ picture, traits, imageDelivery }: TestResult): TestLine {
  const none = "Alt texts are written from the product's facts alone, and say so.";
  if (imageDelivery === "none") return line("pictures", "untried", `None are shown, as chosen above. ${none}`);
  if (picture.error) return line("pictures", "untried", picture.error.merchantMessage);
  if (traits?.images === false || (picture.answer?.unseenImages ?? []).length > 0) {
    return line("pictures", "limited", `The model takes no pictures. ${none}`);
  }
  if (traits?.imageFiles) return line("pictures", "works", "Takes pictures as files, which the app sends.");
  const reach =
    imageDelivery === "address" ? " Whether it can fetch those of your store shows with the first alt texts." : "";
  return line("pictures", "works", `Takes pictures.${reach}`);
}

function priceLine({ price, model }: TestResult): TestLine {
  return price
    ? line("price", "works", `$${price.input} in, $${price.output} out for a million tokens.`)
    : line("price", "limited", `No price is set for ${model}, so its cost is not counted. Enter it under Spending.`);
}

function batchLine({ offersBatches }: TestResult): TestLine {
  return offersBatches
    ? line("batches", "works", "Runs that may wait are offered at half the price.")
    : line("batches", "limited", "The server offers no half-price runs.");
}

function line(what: TestLine["what"], state: TestLine["state"], says: string): TestLine {
  return { what, state, says };
}
