import type { Catalog } from "../catalog.ts";
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

const fr: Catalog = { ...base, feeds, home, languages, log, product, products, review, reviews, rules, runs, settings };

export default fr;
