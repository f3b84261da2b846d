/** What the body of a request to a path may be. */
export interface BodyRule {
  maxBytes: number;
  /** media types, lower case; a body of another type is not read */
  types: readonly string[];
  /** whether a body may come without a type */
  untyped: boolean;
  /** a header without which the body is not worth reading */
  needs?: string;
  methods: readonly string[];
}

const form = "application/x-www-form-urlencoded";
const json = "application/json";
const pageMethods = ["GET", "HEAD", "POST", "OPTIONS"];

/** One form field: nobody is known there. */
const small: BodyRule = { maxBytes: 16_000, types: [form], untyped: false, methods: pageMethods };

/**
 * The largest thing that a page sends is a file of rules, at most 500,000 characters, as a form field: a Chinese character
 * is nine bytes there.
 */
const pageBytes = 4_600_000;
const page: BodyRule = { maxBytes: pageBytes, types: [form], untyped: false, methods: pageMethods };
const jsonPage: BodyRule = { ...page, types: [json] };

/**
 * What we subscribe to has below 1 kB. A subscription that somebody made by hand, without `include_fields`, brings the
 * whole product: with 2,048 variants about 2 MB. Shopify's staff speak of bodies "upwards of a megabyte"; another lane of
 * theirs, EventBridge, carries 1 MB at most.
 * @see https://community.shopify.com/c/Shopify-APIs-SDKs/Webhook-requests-exceed-max-size/m-p/144434
 * @see https://shopify.dev/changelog/posts/amazon-eventbridge-webhook-payload-size-limit-increased-to-1-mb
 */
const webhook: BodyRule = {
  maxBytes: 4_000_000,
  types: [json],
  untyped: true,
  needs: "x-shopify-hmac-sha256",
  methods: ["POST", "OPTIONS"],
};

const rules: readonly [RegExp, BodyRule][] = [
  [/^\/webhooks$/, webhook],
  [/^\/app\/products\/[^/]+(?:\/words)?$/, jsonPage],
  [/^\/app\/languages\/(?:translate|[^/]+\/[^/]+)$/, jsonPage],
  [/^\/app\/rules\/(?:texts|glossary\/[^/]+)$/, jsonPage],
  [/^\/app\/review\/send$/, jsonPage],
  [/^\/app\/channels\/feeds$/, jsonPage],
  [/^\/app\/reviews$/, jsonPage],
  [/^\/app(\/|$)/, page],
];

/** The rule of a path. Spelled in another way than ours, it falls under the narrowest. */
export function bodyRuleOf(path: string): BodyRule {
  const plain = path.replace(/\.data$/, "").replace(/(?<=.)\/$/, "");
  return rules.find(([pattern]) => pattern.test(plain))?.[1] ?? small;
}
