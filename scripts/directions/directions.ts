/**
 * Who may import whom, types included: room of `app/` → the rooms that it may import besides itself. A room that is named in
 * no list is imported by nobody. `npm run generate` makes lint rules of this table.
 */
const ground = ["db", "lib"];
const edges = [...ground, "shopify", "model", "mail"];
const work = [...edges, "jobs", "credits", "callbacks", "workplace"];
const texts = [...work, "texts", "catalog"];
const judged = [...texts, "rules", "quality"];
const features = [
  ...judged,
  "versions",
  "generation",
  "analysis",
  "publishing",
  "review",
  "health",
  "classification",
  "feeds",
];

export const directions: Record<string, readonly string[]> = {
  lib: [],
  db: ["lib"],
  shopify: ground,
  model: ground,
  mail: ground,
  jobs: ground,
  credits: ground,
  callbacks: ground,
  workplace: [...ground, "mail", "jobs"],
  texts: ground,
  catalog: [...work, "texts"],
  rules: texts,
  quality: [...texts, "rules"],
  versions: judged,
  generation: [...judged, "versions"],
  // Its questions are asked as those of texts are: paid once, within the shop's caps.
  analysis: [...judged, "generation"],
  publishing: [...judged, "versions"],
  review: [...judged, "versions", "publishing"],
  // What is known of the texts that are live, whoever wrote them.
  health: [...judged, "versions"],
  // Which category a product belongs to: `shortlist/` in it is pure.
  classification: [...judged, "generation", "publishing"],
  // Files for sales channels.
  feeds: [...judged, "versions"],
  tasks: features,
  commands: features,
  api: [...features, "commands"],
  pages: [...features, "tasks", "commands", "ui", "i18n", "context.server.ts"],
  ui: ["lib/html", "i18n"],
  i18n: [],
  web: ["lib"],
  "live-events": [...ground, "jobs"],
  // What operators see: it reads, and decides nothing.
  watch: [...ground, "shopify", "jobs", "credits"],
  routes: [
    ...features,
    "tasks",
    "commands",
    "api",
    "pages",
    "ui",
    "i18n",
    "web",
    "watch",
    "live-events",
    "config.ts",
    "context.server.ts",
  ],
};

/** Files beside the rooms: what puts all together, and the settings. */
export const topFiles = ["config.ts", "context.server.ts", "server.ts", "worker.ts"];

/** Why a room may import so little, where that is not "imports point down only". */
export const reasons: Record<string, string> = {
  lib: "lib/ is the ground floor: it imports nothing of the app.",
  jobs: "jobs/ knows no Shopify, no model and no feature: pass a task in.",
  ui: "ui/ holds components only: props in, events out (and lib/html/, which reads HTML). Load data in a route and pass it on.",
};
