import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { writtenIn } from "./as-shown.ts";
import type { PageNamespace } from "./catalog.ts";
import type { UiLocale } from "./locales.ts";

const manifestFile = "build/.vite/client-manifest.json";
const manifestSchema = z.record(z.string(), z.object({ file: z.string() }));
let known: z.infer<typeof manifestSchema> | undefined;

/**
 * Where the built client has the words that a page is shown with, for the browser to fetch them beside the page's code and
 * not after it. Nothing while the pages are served from source.
 */
export function wordFiles(locale: UiLocale, names: readonly PageNamespace[]): string[] {
  known ??= existsSync(manifestFile) ? manifestSchema.parse(JSON.parse(readFileSync(manifestFile, "utf8"))) : {};
  const language = writtenIn(locale);
  const sources = [
    ...["base", ...names].map((name) => `app/i18n/${language}/${name}.ts`),
    `node_modules/@shopify/polaris/locales/${language}.json`,
  ];
  return sources.flatMap((source) => known?.[source]?.file ?? []).map((file) => `/${file}`);
}
