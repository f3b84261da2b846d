import type { ImageDelivery } from "../db/schema/index.ts";
import { isOperationalError } from "../lib/errors.ts";
import type { ServerKnowledge } from "./ask-server.ts";
import type { BatchModel } from "./batch-port.ts";
import { type LoadImage, smallerAddress } from "./load-image.ts";
import type { Model, ModelAnswer, ModelRequest } from "./port.ts";
import { isAboutServer, type Refusal, readRefusal } from "./read-refusal.ts";
import { readVerdict } from "./read-verdict.ts";
import { firstTraits, openAiTraits } from "./server-traits.ts";

/**
 * So long a model that refused pictures, and did not state that it takes none, is not shown any: it would refuse each of
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
 * A model that is shown the pictures of a request in the way that the shop has chosen; as files where its server fetches none
 * itself. Where a model takes none, or a picture cannot be had, it is asked without: the answer names those not seen.
 */
export function showImages(model: Model, deps: ShowDeps): Model {
  return {
    async complete(request, options) {
      const urls = imagesOf(request);
      if (urls.length === 0) return model.complete(request, options);
      const unseen = (shown: Shown) => urls.filter((url) => !shown.has(url));
      const shown = await readyImages(deps, request.model, urls, options.signal);
      let tried = await tryShown(model, request, shown, options);
      if ("answer" in tried) {
        deps.refusals.unread.delete(request.model);
        return { ...tried.answer, unseenImages: unseen(shown) };
      }
      if (byAddress(shown) && (tried.refusal === "image_address" || tried.refusal === "picture")) {
        const files = await loadImages(deps, urls, options.signal);
        const again = await tryShown(model, request, files, options);
        if ("answer" in again) {
          await noteFiles(deps, request.model, tried, urls);
          return { ...again.answer, unseenImages: unseen(files) };
        }
        if (files.size > 0) tried = again;
      }
      const answer = await model.complete(withImages(request, new Map()), options);
      // Only now it is known that the pictures were what it refused.
      if (shown.size > 0) await noteRefusal(deps, request.model, tried, urls);
      return { ...answer, unseenImages: urls };
    },
  };
}

/** What each picture is sent as, by its address. */
type Shown = ReadonlyMap<string, string>;
type Tried = { answer: ModelAnswer } | Refused;
interface Refused {
  refusal: Refusal["what"] | undefined;
  /** it is about the server, whatever was asked about */
  isSure: boolean;
}

async function tryShown(
  model: Model,
  request: ModelRequest,
  shown: Shown,
  options: { signal: AbortSignal },
): Promise<Tried> {
  if (shown.size === 0) return { refusal: undefined, isSure: false };
  try {
    return { answer: await model.complete(withImages(request, shown), options) };
  } catch (error) {
    if (!isOperationalError(error) || error.code !== "model_bad_request") throw error;
    if (readVerdict(error.cause) === "country") throw error;
    const refusal = readRefusal(error.cause, { traits: openAiTraits, images: true });
    return { refusal: refusal?.what, isSure: refusal !== undefined && isAboutServer(error.cause, refusal) };
  }
}

function byAddress(shown: Shown): boolean {
  return [...shown.values()].some((sent) => !sent.startsWith("data:"));
}

/** A picture that could not be fetched is no evidence about the others; the second in a row is. */
async function noteFiles(
  { refusals, knowledge }: ShowDeps,
  model: string,
  { refusal, isSure }: Refused,
  [first = ""]: readonly string[],
): Promise<void> {
  const before = refusals.unread.get(model);
  refusals.unread.set(model, first);
  if (!(refusal === "image_address" && isSure) && (before === undefined || before === first)) return;
  await knowledge.change(model, (known = firstTraits) => ({ ...known, imageFiles: true }));
}

/** Nothing is known of other pictures from one that was refused, unless the server states that it takes none; the second in a row is evidence. */
async function noteRefusal(
  { refusals, knowledge }: ShowDeps,
  model: string,
  { refusal, isSure }: Refused,
  [first = ""]: readonly string[],
): Promise<void> {
  if (refusal === "images" && isSure) {
    await knowledge.change(model, (known = firstTraits) => ({ ...known, images: false }));
    return;
  }
  const before = refusals.unread.get(model);
  refusals.unread.set(model, first);
  if (before !== undefined && before !== first) {
    refusals.until.set(model, performance.now() + rememberedMs);
  }
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

/** Pictures in the way that the shop has chosen and the server takes; those that are not in it are not sent. */
async function readyImages(
  deps: ShowDeps,
  model: string,
  urls: readonly string[],
  signal: AbortSignal,
): Promise<Shown> {
  const { delivery, refusals, knowledge } = deps;
  const known = await knowledge.read(model);
  const refusesUntil = refusals.until.get(model) ?? 0;
  const takesNone = delivery === "none" || refusesUntil > performance.now() || known?.images === false;
  if (takesNone) return new Map();
  if (delivery === "bytes" || known?.imageFiles) return loadImages(deps, urls, signal);
  return new Map(urls.map((url) => [url, smallerAddress(url)]));
}

async function loadImages({ loadImage }: ShowDeps, urls: readonly string[], signal: AbortSignal): Promise<Shown> {
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
