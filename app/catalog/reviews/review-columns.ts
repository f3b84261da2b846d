/** What a file of reviews can say of a review. Names, addresses and pictures of customers are never read. */
export const reviewFields = [
  ...(["body", "title", "rating", "written_at", "state", "review_id"] as const),
  ...(["product_id", "product_handle", "product_url", "sku", "product_title"] as const),
] as const;
export type ReviewField = (typeof reviewFields)[number];

/** Any of these says which product a review is about. */
export const productFields = ["product_id", "product_handle", "product_url", "sku", "product_title"] as const;

/** Field → the name of its column, as it stands in the file's head. */
export type ReviewColumns = Partial<Record<ReviewField, string>>;

/** How the exports of review apps head their columns, letters and digits only; the likelier name first. */
const knownHeads: Record<ReviewField, readonly string[]> = {
  body: [
    "body",
    "reviewcontent",
    "reviewbody",
    "bodytext",
    "review",
    "content",
    "reviewmessage",
    "message",
    "text",
    "comment",
  ],
  title: ["title", "reviewtitle", "headline", "summary"],
  rating: ["rating", "reviewscore", "reviewrating", "score", "stars", "starrating"],
  written_at: [
    "reviewdate",
    "createdat",
    "datecreated",
    "date",
    "datesubmitted",
    "submittedat",
    "reviewcreatedat",
    "created",
  ],
  state: ["state", "status", "curated", "reviewstatus", "published", "ispublished", "isapproved", "approved", "hidden"],
  review_id: ["reviewid", "id", "uuid"],
  product_id: ["productid", "shopifyproductid", "productexternalid", "externalproductid"],
  product_handle: ["producthandle", "handle"],
  product_url: ["producturl", "url", "productlink"],
  sku: ["sku", "productsku", "variantsku"],
  product_title: ["producttitle", "productname"],
};

/** Columns that only one app's export has. @see https://support.okendo.io/en/articles/2057320 for Okendo's names */
const tells: readonly (readonly [app: string, heads: readonly string[]])[] = [
  ["Judge.me", ["reviewdate", "pictureurls", "revieweremail"]],
  ["Judge.me", ["curated", "revieweremail"]],
  ["Loox", ["verifiedpurchase", "photourl"]],
  ["Loox", ["img", "nickname", "handle"]],
  ["Yotpo", ["reviewcontent", "reviewscore"]],
  ["Okendo", ["datecreated", "isverifiedbuyer"]],
  ["Okendo", ["datecreated", "isrecommended"]],
  ["Stamped", ["productimageurl", "producturl", "author"]],
  ["Stamped", ["reviewmessage"]],
];

/** Letters and digits alone: "Review Content", "review_content" and "reviewContent" are one name. */
export function headKey(head: string): string {
  return head
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Which column is which, as far as the names tell; the merchant may say otherwise. @param head of the file */
export function guessColumns(head: readonly string[]): ReviewColumns {
  const byKey = new Map(head.toReversed().map((name) => [headKey(name), name]));
  const columns: ReviewColumns = {};
  for (const field of reviewFields) {
    const known = knownHeads[field].find((key) => byKey.has(key));
    const name = known === undefined ? undefined : byKey.get(known);
    if (name !== undefined) columns[field] = name;
  }
  return columns;
}

/** The app whose export it looks like; null for none of the known ones. */
export function appOf(head: readonly string[]): string | null {
  const keys = new Set(head.map(headKey));
  return tells.find(([, heads]) => heads.every((key) => keys.has(key)))?.[0] ?? null;
}
