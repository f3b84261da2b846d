import { type ColorName, nearestColor } from "../shared/colors.ts";
import { decodePng, type Rgb } from "../shared/png.ts";
import { type OpenAiError, openAiError } from "./openai-error.ts";

/** What this model can tell of a picture. Nothing of a JPEG, WebP or GIF: it decodes PNGs only. */
export interface Look {
  color: ColorName | undefined;
  /** how much of the picture the thing in its middle fills */
  view: "near" | "whole" | "far";
}

/** Pictures by their URL, looked at once; or the error of a picture that cannot be looked at. */
export type Looks = Map<string, Look | OpenAiError>;

const maxBytes = 20_000_000;
const downloadMs = 5_000;
const keptLooks = 2_000;

/** Fetches pictures that are given by address, so that the rest can be done at once. */
export async function fetchPictures(looks: Looks, urls: readonly string[]): Promise<void> {
  for (const url of urls) {
    if (looks.has(url) || url.startsWith("data:")) continue;
    if (looks.size >= keptLooks) looks.delete(looks.keys().next().value ?? "");
    looks.set(url, await lookByAddress(url));
  }
}

export function lookAt(looks: Looks, url: string): Look | OpenAiError {
  if (!url.startsWith("data:")) return looks.get(url) ?? notDownloaded(url);
  const [, type = "", base64 = ""] = /^data:([^;,]*);base64,(.*)$/s.exec(url) ?? [];
  return lookInto(Buffer.from(base64, "base64"), type);
}

export function isLook(look: Look | OpenAiError): look is Look {
  return "view" in look;
}

/** Only this machine's own pictures: the sandbox reaches nothing outside. */
async function lookByAddress(url: string): Promise<Look | OpenAiError> {
  const host = URL.parse(url)?.hostname;
  if (host !== "localhost" && host !== "127.0.0.1") return notDownloaded(url);
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(downloadMs) });
    if (!answer.ok) return notDownloaded(url);
    return lookInto(Buffer.from(await answer.arrayBuffer()), answer.headers.get("content-type") ?? "");
  } catch {
    return notDownloaded(url);
  }
}

function notDownloaded(url: string): OpenAiError {
  return openAiError(400, `Error while downloading ${url}.`, { param: "url", code: "invalid_image_url" });
}

function lookInto(file: Buffer, type: string): Look | OpenAiError {
  if (!/^image\/(?:png|jpeg|webp|gif)\b/.test(type) || file.length === 0 || file.length > maxBytes) {
    const formats = "['png', 'jpeg', 'gif', 'webp']";
    return openAiError(
      400,
      `You uploaded an unsupported image. Please make sure your image has of one the following formats: ${formats}.`,
      { code: "invalid_image_format" },
    );
  }
  const picture = decodePng(file);
  if (!picture) return { color: undefined, view: "whole" };
  const { width, height, at } = picture;
  const background = at(0, 0);
  const steps = 48;
  const counts = new Map<ColorName, number>();
  let filled = 0;
  for (let i = 0; i < steps * steps; i += 1) {
    const x = Math.floor((((i % steps) + 0.5) / steps) * width);
    const y = Math.floor(((Math.floor(i / steps) + 0.5) / steps) * height);
    const rgb = at(x, y);
    if (distance(rgb, background) < 24) continue;
    filled += 1;
    const name = nearestColor(rgb);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const share = filled / (steps * steps);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  // A white thing on a light ground leaves nothing that stands out.
  return { color: most?.[0] ?? nearestColor(background), view: share > 0.4 ? "near" : share < 0.12 ? "far" : "whole" };
}

function distance(a: Rgb, b: Rgb): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}
