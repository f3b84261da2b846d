import { type FeedTemplate, readTemplate } from "../template.ts";
import amazonListings from "./amazon-listings.json" with { type: "json" };
import amazonSheet from "./amazon-sheet.json" with { type: "json" };
import ebay from "./ebay.json" with { type: "json" };
import genericCsv from "./generic-csv.json" with { type: "json" };
import genericJson from "./generic-json.json" with { type: "json" };
import google from "./google.json" with { type: "json" };
import googleSupplemental from "./google-supplemental.json" with { type: "json" };
import googleXml from "./google-xml.json" with { type: "json" };
import meta from "./meta.json" with { type: "json" };
import microsoft from "./microsoft.json" with { type: "json" };
import openaiJsonl from "./openai-jsonl.json" with { type: "json" };
import openaiTsv from "./openai-tsv.json" with { type: "json" };
import pinterest from "./pinterest.json" with { type: "json" };

const sent = {
  google,
  "google-xml": googleXml,
  "google-supplemental": googleSupplemental,
  "openai-jsonl": openaiJsonl,
  "openai-tsv": openaiTsv,
  meta,
  "amazon-listings": amazonListings,
  "amazon-sheet": amazonSheet,
  ebay,
  microsoft,
  pinterest,
  "generic-csv": genericCsv,
  "generic-json": genericJson,
} as const;

/** The templates that every shop has, by their ids, in the order in which they are offered. */
export const shippedTemplates: ReadonlyMap<string, FeedTemplate> = new Map(
  Object.entries(sent).map(([id, one]) => {
    const read = readTemplate(one);
    if ("problems" in read) throw new Error(`the template ${id} is not valid: ${JSON.stringify(read.problems)}`);
    return [id, read.template];
  }),
);
