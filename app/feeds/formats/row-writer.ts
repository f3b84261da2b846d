import type { FeedScope } from "../row.ts";
import type { FeedTemplate, Format } from "../template.ts";
import { delimitedWriter } from "./delimited.ts";
import { jsonLinesWriter, jsonWriter } from "./json.ts";
import { listingsWriter } from "./listings.ts";
import type { RowWriter } from "./writer.ts";
import { xmlWriter } from "./xml.ts";

/** What writes the files of a template. */
export function rowWriter(template: FeedTemplate, scope: FeedScope): RowWriter {
  const { format } = template;
  switch (format.kind) {
    case "csv":
    case "tsv":
      return delimitedWriter(template, format);
    case "xml":
      return xmlWriter(template, format, scope);
    case "jsonl":
      return jsonLinesWriter();
    case "json":
      return jsonWriter(format);
    case "listings":
      return listingsWriter(scope);
  }
}

const media: Record<Format["kind"], { extension: string; type: string }> = {
  csv: { extension: "csv", type: "text/csv; charset=utf-8" },
  tsv: { extension: "tsv", type: "text/tab-separated-values; charset=utf-8" },
  xml: { extension: "xml", type: "application/xml; charset=utf-8" },
  jsonl: { extension: "jsonl", type: "application/x-ndjson; charset=utf-8" },
  json: { extension: "json", type: "application/json; charset=utf-8" },
  listings: { extension: "json", type: "application/json; charset=utf-8" },
};

/** How a file of a format ends, e.g. `jsonl.gz`, and what a server calls it. */
export function mediaOf({ kind, gz }: Format): { extension: string; type: string } {
  const { extension, type } = media[kind];
  return gz ? { extension: `${extension}.gz`, type: "application/gzip" } : { extension, type };
}
