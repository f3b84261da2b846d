import type { productFacets } from "../db/schema/index.ts";
import { many, type Steps } from "../db/steps.ts";
import type { ShopDomain } from "../lib/brand.ts";
import type { ProductRecord } from "./assemble-product.ts";

/** A value that a filter of the products list offers. */
export interface Facet {
  kind: (typeof productFacets.$inferSelect)["kind"];
  value: string;
}

/** What one product adds to the filters. */
export function facetsOf({ vendor, productType, facts }: ProductRecord): Facet[] {
  const facets: Facet[] = [
    { kind: "vendor", value: vendor },
    { kind: "type", value: productType },
    ...facts.tags.map((value): Facet => ({ kind: "tag", value })),
  ];
  return facets.filter(({ value }) => value !== "");
}

const writeSql = `INSERT INTO product_facets (shop, kind, value, seen_at) VALUES (@shop, @kind, @value, @now)
  ON CONFLICT (shop, kind, value) DO UPDATE SET seen_at = excluded.seen_at`;

/** Keeps values that filters offer, as seen now. */
export function* writeFacets(shop: ShopDomain, facets: readonly Facet[], now: number): Steps<void> {
  yield* many(
    writeSql,
    facets.map((facet) => ({ shop, ...facet, now })),
  );
}

/** Values remembered as written: shops with a tag of its own per product must not fill the memory. */
const maxWritten = 20_000;

/** Which facets an import has written already: most products share theirs, and each has to be written only once. */
export function createWrittenFacets() {
  const written = { vendor: new Set<string>(), type: new Set<string>(), tag: new Set<string>() };
  return {
    /** the facets of these products that were not written yet, each once */
    newOf(records: readonly ProductRecord[]): Facet[] {
      const fresh = new Map<string, Facet>();
      const note = (kind: Facet["kind"], value: string) => {
        if (value !== "" && !written[kind].has(value)) fresh.set(`${kind} ${value}`, { kind, value });
      };
      // Not by facetsOf: nearly all were written already, and need no list.
      for (const { vendor, productType, facts } of records) {
        note("vendor", vendor);
        note("type", productType);
        for (const tag of facts.tags) note("tag", tag);
      }
      return [...fresh.values()];
    },
    /** to be called when the transaction that wrote them is over */
    add(facets: readonly Facet[]): void {
      for (const { kind, value } of facets) {
        if (written[kind].size >= maxWritten) written[kind].clear();
        written[kind].add(value);
      }
    },
  };
}
