import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { HttpError } from "../shared/http.ts";

const require = createRequire(import.meta.url);
const upright = pathToFileURL(require.resolve("@fontsource-variable/inter/wght.css"));
const italic = new URL("wght-italic.css", upright);

/**
 * The stylesheet of Inter, the admin's font, which the real admin and its apps have from Shopify's CDN: pages look and
 * measure the same on every machine, whatever fonts it has. Its files are named beside it, as `files/<name>.woff2`.
 */
export function interStyles(): string {
  const sheets = [upright, italic].map((sheet) => readFileSync(sheet, "utf8"));
  return sheets.join("\n").replaceAll("'Inter Variable'", "'Inter'");
}

/** A file that the stylesheet names. @throws HttpError 404 for any other */
export function interFile(name: string): Buffer {
  if (!/^[a-z-]+\.woff2$/.test(name)) throw new HttpError(404, "There is no such font.");
  try {
    return readFileSync(new URL(`files/${name}`, upright));
  } catch {
    throw new HttpError(404, "There is no such font.");
  }
}
