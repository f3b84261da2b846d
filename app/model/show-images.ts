import type { ImageDelivery } from "../db/schema/index.ts";
import { isOperationalError } from "../lib/errors.ts";
import type { ServerKnowledge } from "./ask-server.ts";
import type { BatchModel } from "./batch-port.ts";
import { type LoadImage, smallerAddress } from "./load-image.ts";
import type { Model, ModelRequest } from "./port.ts";
import { type Refusal, readRefusal } from "./read-refusal.ts";
import { readVerdict } from "./read-verdict.ts";
import { openAiTraits } from "./server-traits.ts";

/**
 * So long a model that refused pictures, and did not say that it takes none, is not shown any: it would refuse each of
 * thousands of calls first.
 */
const rememberedMs = 10 * 60_000;

/** By model. */
export interface Refusals {
  /** until when it is shown no pictures */
  until: Map<string, number>;
  /** the last picture that it could not read; forgotten when it reads one */
  unread: Map<string, string>;
}

export function noRefusals(): Refusals {
  return { until: new Map(), unread: new Map() };
}

export interface ShowDeps {
  delivery: ImageDelivery;
  loadImage: LoadImage;
  refusals: Refusals;
  knowledge: ServerKnowledge;
}

/**
 * A model that is shown the pictures of a request in the way that the shop has chosen. Where a model takes none, or a
 * picture cannot be had, it is asked without: the answer names the pictures that were not seen.
 */
export function showImages(model: Model, deps: ShowDeps): Model {
  return {
    async complete(request, options) {
      const urls = imagesOf(request);
      if (urls.length === 0) return model.complete(request, options);
      const shown = await readyImages(deps, request.model, urls, options.signal);
      let refusal: Refusal["what"] | undefined;
      if (shown.size > 0) {
        try {
          const answer = await model.complete(withImages(request, shown), options);
          deps.refusals.unread.delete(request.model);
          return { ...answer, unseenImages: urls.filter((url) => !shown.has(url)) };
        } catch (error) {
          if (!isOperationalError(error) || error.code !== "model_bad_request") throw error;
          if (readVerdict(error.cause) === "country") throw error;
          refusal = readRefusal(error.cause, { traits: openAiTraits, images: true })?.what;
        }
      }
      const answer = await model.complete(withImages(request, new Map()), options);
      // Only now it is known that the pictures were what it refused.
      if (shown.size > 0) noteRefusal(deps, request.model, refusal, urls);
      return { ...answer, unseenImages: urls };
    },
  };
}

/** A picture that cannot be read says nothing of the others; the second in a row does. */
function noteRefusal(
  { refusals, knowledge }: ShowDeps,
  model: string,
  refusal: Refusal["what"] | undefined,
  [first = ""]: readonly string[],
): void {
  if (refusal === "images") {
    knowledge.keep(model, { ...(knowledge.read(model) ?? openAiTraits), images: false });
    return;
  }
  const before = refusals.unread.get(model);
  refusals.unread.set(model, first);
  const isOnlyThis = refusal === "picture" && (before === undefined || before === first);
  if (!isOnlyThis) refusals.until.set(model, performance.now() + rememberedMs);
}

/** Batches carry addresses, never bytes: a file of a thousand lines would not hold them. */
export function showImagesInBatches(batches: BatchModel): BatchModel {
  return {
    ...batches,
    upload: (file, options) =>
      batches.upload(
        {
          ...file,
          lines: file.lines.map((line) => {
            const shown = new Map(imagesOf(line.request).map((url) => [url, smallerAddress(url)]));
            return { ...line, request: withImages(line.request, shown) };
          }),
        },
        options,
      ),
  };
}

/** Addresses of a request's pictures. */
function imagesOf({ messages }: ModelRequest): string[] {
  return messages.flatMap(({ images = [] }) => images.map(({ url }) => url));
}

/** What each picture is sent as; those that are not in it are not sent. */
async function readyImages(
  { delivery, loadImage, refusals, knowledge }: ShowDeps,
  model: string,
  urls: readonly string[],
  signal: AbortSignal,
): Promise<Map<string, string>> {
  const refusesUntil = refusals.until.get(model) ?? 0;
  const takesNone = delivery === "none" || refusesUntil > performance.now() || knowledge.read(model)?.images === false;
  if (takesNone) return new Map();
  if (delivery === "address") return new Map(urls.map((url) => [url, smallerAddress(url)]));
  const bytesOf = async (url: string) => (url.startsWith("data:") ? url : loadImage(url, signal));
  const loaded = await Promise.all(urls.map(async (url) => [url, await bytesOf(url)] as const));
  return new Map(loaded.flatMap(([url, bytes]) => (bytes === null ? [] : [[url, bytes]])));
}

function withImages(request: ModelRequest, shown: ReadonlyMap<string, string>): ModelRequest {
  return {
    ...request,
    messages: request.messages.map(({ images = [], ...message }) => {
      const ready = images.flatMap((image) => {
        const url = shown.get(image.url);
        return url === undefined ? [] : [{ ...image, url }];
      });
      return ready.length === 0 ? message : { ...message, images: ready };
    }),
  };
}
