import base from "./base.ts";
import feeds from "./feeds.ts";
import home from "./home.ts";
import languages from "./languages.ts";
import log from "./log.ts";
import product from "./product.ts";
import products from "./products.ts";
import review from "./review.ts";
import reviews from "./reviews.ts";
import rules from "./rules.ts";
import runs from "./runs.ts";
import settings from "./settings.ts";

/** All words of the app's pages in English. The other languages have the same keys. */
export default {
  ...base,
  feeds,
  home,
  languages,
  log,
  product,
  products,
  review,
  reviews,
  rules,
  runs,
  settings,
} as const;
