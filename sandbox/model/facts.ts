import type { Vertical } from "./phrasebook.ts";

/** What the answer may say about a product, cleaned: nothing in here carries markup, links, emoji or control characters. */
export interface Facts {
  title: string;
  brand: string;
  productType: string;
  description: string;
  /** `id`: by which an answer cites it */
  attributes: { name: string; value: string; id?: string | undefined }[];
  options: { name: string; values: string[] }[];
  vertical: Vertical;
  /** Everything the app said about the product, as one text: a number that is not in here is invented. */
  source: string;
  /** The product's own title and description as they came, for an answer that only echoes. */
  original: { title: string; description: string };
}

/** Reads the `product` object of the app's message. Whatever is missing or odd becomes empty. */
export function readFacts(product: Record<string, unknown>): Facts {
  const brand = cleanText(product.brand ?? product.vendor);
  const productType = cleanText(product.product_type);
  const category = cleanText(product.category);
  const rawTitle = typeof product.title === "string" ? product.title : "";
  const rawDescription = descriptionOf(product.description);
  const title = calmCase(cleanText(rawTitle)) || productType || (category.split(">").at(-1) ?? "").trim() || brand;
  const tags = Array.isArray(product.tags) ? product.tags.map(cleanText).filter(Boolean) : [];
  return {
    title,
    brand,
    productType,
    description: cleanText(rawDescription),
    attributes: readAttributes(product.attributes),
    options: readOptions(product.options),
    vertical: verticalOf(`${productType} ${category} ${tags.join(" ")} ${title}`),
    source: JSON.stringify(product),
    original: { title: rawTitle, description: rawDescription },
  };
}

/** A text, or its sentences by their ids. */
function descriptionOf(description: unknown): string {
  if (typeof description === "string") return description;
  const sentences = description !== null && typeof description === "object" ? Object.values(description) : [];
  return sentences.filter((one) => typeof one === "string").join("\n");
}

/** `f3 Material` is the fact f3 of that name. */
function withoutId(name: string): { id: string | undefined; name: string } {
  const [, id, rest = name] = /^(f\d+) (.+)$/su.exec(name) ?? [];
  return { id, name: rest };
}

const maxValueChars = 70;

function readAttributes(attributes: unknown): Facts["attributes"] {
  return entriesOf(attributes).flatMap(([written, raw]) => {
    const { id, name } = withoutId(written);
    const cleanName = cleanText(name);
    const value = cleanText(Array.isArray(raw) ? raw.filter((one) => typeof one === "string").join(", ") : raw);
    return cleanName === "" || value === "" || value.length > maxValueChars || cleanName.length > 40
      ? []
      : [{ name: cleanName, value, id }];
  });
}

function readOptions(options: unknown): Facts["options"] {
  return entriesOf(options).flatMap(([name, raw]) => {
    const values = Array.isArray(raw) ? raw.map(cleanText).filter((value) => value !== "" && value.length <= 30) : [];
    const onlyDefault = values.length === 1 && values[0] === "Default Title";
    return values.length === 0 || onlyDefault ? [] : [{ name: cleanText(withoutId(name).name), values }];
  });
}

function entriesOf(value: unknown): [string, unknown][] {
  if (Array.isArray(value)) {
    return value.flatMap((one: unknown): [string, unknown][] => {
      if (one === null || typeof one !== "object") return [];
      const named = one as { name?: unknown; key?: unknown; value?: unknown; values?: unknown };
      const name = named.name ?? named.key;
      return typeof name === "string" ? [[name, named.value ?? named.values]] : [];
    });
  }
  return value !== null && typeof value === "object" ? Object.entries(value) : [];
}

const unwanted =
  /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\p{Cc}|\p{Cf}|\u20E3|\uFE0F|[\u{E0000}-\u{E007F}]/gu;
const suspicious = /<script|onerror|javascript:|https?:|www\.|\{\{|\{%|\[[A-Za-z]|instruction|system prompt/i;

function cleanText(value: unknown): string {
  const text = typeof value === "number" ? String(value) : typeof value === "string" ? value : "";
  const plain = text
    .replace(/<[^>]*>/g, " ")
    .replace(unwanted, " ")
    .replace(/\s+/g, " ")
    .trim();
  // A description keeps its harmless sentences; a short value with something suspicious in it goes altogether.
  if (!suspicious.test(plain)) return plain;
  return plain
    .split(/(?<=[.!?。])\s*/u)
    .filter((sentence) => !suspicious.test(sentence))
    .join(" ");
}

/** A shouted title is told in a normal voice; short words in capitals (USB, LED) stay. */
function calmCase(title: string): string {
  const letters = title.replace(/[^\p{L}]/gu, "");
  if (letters.length < 6 || letters !== letters.toUpperCase() || letters === letters.toLowerCase()) return title;
  return title
    .split(" ")
    .map((word) => (word.length <= 3 ? word : `${word.charAt(0)}${word.slice(1).toLowerCase()}`))
    .join(" ");
}

const verticals: [Vertical, RegExp][] = [
  [
    "apparel",
    /apparel|cloth|shirt|dress|trouser|pants|jean|jacket|coat|shoe|boot|sneaker|sock|hat\b|scarf|bag\b|jewel|ring\b|necklace|earring|bracelet|watch|kleid|hemd|hose|schuh|knit|sweater|hoodie/i,
  ],
  [
    "beauty",
    /beauty|skin|hair|soap|serum|cream|lotion|fragrance|perfume|cosmetic|makeup|shampoo|kosmetik|seife|balm|bath/i,
  ],
  [
    "food",
    /food|coffee|tea\b|chocolate|honey|snack|drink|spice|oil\b|sauce|wine|grocer|lebensmittel|kaffee|tee\b|pasta|granola/i,
  ],
  [
    "home",
    /home|kitchen|furnitur|lamp|light|candle|vase|plant|pot\b|garden|blanket|pillow|towel|bedding|mug|rug|decor|haus|küche|kerze|tisch|chair|table|linen/i,
  ],
  [
    "gear",
    /tech|electron|cable|charger|headphone|speaker|keyboard|camera|bike|tent|outdoor|sport|fitness|camp|tool|toy|game|pet|backpack|bottle|hiking|yoga/i,
  ],
];

function verticalOf(text: string): Vertical {
  return verticals.find(([, pattern]) => pattern.test(text))?.[0] ?? "general";
}
