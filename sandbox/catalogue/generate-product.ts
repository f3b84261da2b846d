import { mix } from "../shared/random.ts";
import type { CatalogueProduct } from "./shape.ts";
import * as words from "./word-lists.ts";

export interface Batch {
  seed: number;
  /** Variants per product; without it 1 to 10 by seed. */
  variants?: number | undefined;
}

/**
 * The product at an index of a generated catalogue. Pure and fast (some microseconds): the store makes it anew whenever it is
 * asked for one, so that 200,000 products cost no memory.
 */
export function generateProduct(batch: Batch, index: number): CatalogueProduct {
  let state = mix(batch.seed ^ Math.imul(index + 1, 0x9e3779b1));
  const draw = (n: number) => {
    state = mix(state);
    return state % n;
  };
  const from = (list: readonly string[]) => list[draw(list.length)] as string;

  const kind = words.kinds[draw(words.kinds.length)] as words.Kind;
  const vendor = vendorName(draw(words.vendorCount));
  const material = from(words.materials);
  const colour = from(words.colours);
  const noun = from(kind.nouns);
  const line = from(words.lines);
  const title = draw(40) === 0 ? `${noun} ${index}` : `${vendor.split(" ")[0]} ${line} ${material} ${noun}`;
  const count = batch.variants ?? 1 + draw(10);
  const grams = 20 + draw(400) * 10;
  const poor = draw(12);
  const features = [from(words.features), from(words.features), from(words.features)];
  const html =
    poor === 0
      ? ""
      : poor === 1
        ? `${noun}.`
        : `<p>${from(words.openings)} ${line.toLowerCase()} ${noun.toLowerCase()} in ${colour.toLowerCase()} ${material.toLowerCase()}, made for ${from(words.uses)}. ${from(words.sentences)} ${from(words.sentences)}</p><ul>${features.map((f) => `<li>${f}</li>`).join("")}</ul>`;
  const second = count >= 4 && count % 2 === 0;
  return {
    title,
    html,
    vendor,
    type: kind.type,
    ...(draw(5) === 0 ? {} : { category: kind.category }),
    tags: [...new Set([from(words.tags), from(words.tags), material.toLowerCase(), kind.type.toLowerCase()])],
    status: ["DRAFT", "ARCHIVED"][draw(16)] as "DRAFT" | "ARCHIVED" | undefined,
    options:
      count === 1
        ? undefined
        : second
          ? { Color: pickColours(draw(words.colours.length), 2), Size: words.sizes.slice(0, count / 2) }
          : { [kind.option]: words.sizes.slice(0, count) },
    price: 5 + draw(20_000) / 100,
    priceStep: draw(3),
    grams,
    sku: draw(25) === 0 ? null : `${kind.code}${String(index).padStart(6, "0")}`,
    specs: poor < 2 ? {} : { material, color: colour, weight: `${grams} g` },
    images: draw(10) === 0 ? [] : [draw(2) === 0 ? null : `${colour} ${noun.toLowerCase()}`],
    ...(draw(6) === 0 ? { seo: { title: `${title} | ${vendor}` } } : {}),
  } as CatalogueProduct;
}

function vendorName(i: number): string {
  const first = words.vendorFirst[i % words.vendorFirst.length] as string;
  const last = words.vendorLast[Math.floor(i / words.vendorFirst.length) % words.vendorLast.length] as string;
  return `${first} ${last}`;
}

function pickColours(start: number, n: number): string[] {
  return Array.from({ length: n }, (_, i) => words.colours[(start + i) % words.colours.length] as string);
}
