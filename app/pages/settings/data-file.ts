import { exportShop, exportTexts } from "../../db/export-shop.ts";
import type { Db } from "../../db/open.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { csvLine } from "../csv.ts";

const csvHead = [
  "product_id", "product", "resource", "text", "locale", "market", "channel", "state", "origin", "body", "created_at", "created_by",
  "decided_at", "decided_by", "published_at",
] as const; // biome-ignore format: a list of names

type Row = Record<string, unknown>;

/** Everything of a shop as one JSON document: table → rows. Made while it is sent. */
export function dataAsJson(deps: { db: Db }, shop: ShopDomain): ReadableStream<Uint8Array> {
  return streamOf(
    (async function* () {
      yield "{\n";
      let last = "";
      let begun = false;
      for await (const { table, rows } of exportShop(deps, shop)) {
        if (table !== last) {
          yield `${last === "" ? "" : "\n],\n"}${JSON.stringify(table)}: [`;
          last = table;
          begun = false;
        }
        for (const row of rows) {
          yield `${begun ? "," : ""}\n${JSON.stringify(row)}`;
          begun = true;
        }
      }
      yield last === "" ? "}\n" : "\n]\n}\n";
    })(),
  );
}

/** All texts of a shop, with who wrote and decided them, as CSV. Made while it is sent. */
export function textsAsCsv(deps: { db: Db }, shop: ShopDomain): ReadableStream<Uint8Array> {
  return streamOf(
    (async function* () {
      // A spreadsheet reads letters of other alphabets right only behind this mark.
      yield `\ufeff${csvHead.join(",")}\r\n`;
      for await (const text of exportTexts(deps, shop)) yield `${lineOf(text)}\r\n`;
    })(),
  );
}

function lineOf(row: Row): string {
  const body = JSON.parse(String(row.body)) as string | string[];
  const time = (at: unknown) => (typeof at === "number" ? new Date(at).toISOString() : "");
  return csvLine([
    String(row.product_id),
    String(row.product),
    String(row.resource),
    String(row.content_type),
    String(row.locale),
    String(row.market),
    String(row.channel),
    String(row.state),
    String(row.origin),
    typeof body === "string" ? body : body.join("\n"),
    time(row.created_at),
    String(row.created_by ?? ""),
    time(row.decided_at),
    String(row.decided_by ?? ""),
    time(row.published_at),
  ]);
}

function streamOf(parts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
}
