import type { PageFiles } from "../catalog.ts";

const ja: PageFiles = {
  feeds: () => import("./feeds.ts"),
  home: () => import("./home.ts"),
  languages: () => import("./languages.ts"),
  log: () => import("./log.ts"),
  product: () => import("./product.ts"),
  products: () => import("./products.ts"),
  review: () => import("./review.ts"),
  reviews: () => import("./reviews.ts"),
  rules: () => import("./rules.ts"),
  runs: () => import("./runs.ts"),
  settings: () => import("./settings.ts"),
};

export default ja;
