import type { ActDetails } from "../../db/schema/index.ts";

const detailLabels: Record<string, string> = {
  edited: "texts edited",
  approved: "texts approved",
  items: "products",
  products: "products",
  retried: "tried again",
  attributes: "attributes",
  groups: "groups of keywords",
  terms: "words in the glossary",
  calls: "calls of the model",
  name: "name",
  assignments: "assignments removed with it",
  published: "is published",
  wanted: "counts as missing",
  label: "name",
  kept: "what stays",
  rules: "assignments",
  otherwise: "for all other products",
  modelV1: "model for v1",
  modelV2: "model for v2",
  modelExaminer: "model of the examiner",
  examine: "when the examiner is asked",
  modelApiKey: "API key",
  baseUrl: "endpoint",
  concurrency: "products worked on at once",
  images: "pictures shown to the model",
  keyless: "endpoint needs no key",
  lifted: "goes on after",
};

/** `{approved: 3, changed: {modelV1: [null, "m"]}}` → "texts approved: 3 · model for v1: none → m" */
export function detailsInWords(details: ActDetails): string {
  const shown = (value: unknown): string =>
    value === null || value === "" ? "none" : typeof value === "object" ? JSON.stringify(value) : String(value);
  return Object.entries(details)
    .flatMap(([name, value]) => {
      if (name === "versions" || name === "version" || name === "before" || name === "after" || name === "only")
        return [];
      // One is what the line itself is about: an import, or the product that it names.
      if (name === "items" && value === 1) return [];
      const label = wordsFor(name);
      if (name !== "changed" || typeof value !== "object" || value === null) return [`${label}: ${shown(value)}`];
      return Object.entries(value).map(([field, change]) =>
        Array.isArray(change)
          ? `${wordsFor(field)}: ${shown(change[0])} → ${shown(change[1])}`
          : `${wordsFor(field)}: ${shown(change)}`,
      );
    })
    .join(" · ")
    .slice(0, 500);
}

/** A name without words of its own is taken apart: "dailyCostCap" → "daily cost cap". */
function wordsFor(name: string): string {
  const own = Object.hasOwn(detailLabels, name) ? detailLabels[name] : undefined;
  return own ?? name.replace(/(?<=[a-z0-9])(?=[A-Z])|_/g, " ").toLowerCase();
}
