import { randomUUID } from "node:crypto";
import type { ShopDomain } from "../../app/lib/brand.ts";
import { readAssignments, saveAssignments } from "../../app/rules/configs/assignment-rules.ts";
import { createConfig } from "../../app/rules/configs/save-config.ts";
import { defaultConfig } from "../../app/rules/default-config.ts";
import { emptyDigest } from "../../app/rules/glossary/read-glossary.ts";
import { saveGlossary } from "../../app/rules/glossary/save-glossary.ts";
import type { Shelfwright } from "../../test/support/start-shelfwright.ts";
import { askAs } from "./ask-as.ts";

const count = (most: number, one: (n: number) => string) => Array.from({ length: most }, (_, n) => one(n));
const longest =
  `<p>${count(3_000, (n) => `This ${n} is word${n} of ${n} g in Cottonia, Aa Bb ${n}%.`).join(" ")}`.slice(0, 99_000);
const repeated = "<p><b>cotton ".repeat(99_000 / 13);

/** Gives a shop rules as large as it may have. @returns the id of the rules */
export async function giveLargestRules(system: Shelfwright, shop: ShopDomain): Promise<string> {
  const client = { ...defaultConfig.client, forbidden_words: count(1_000, (n) => `unsaid ${n}`) };
  const word_map = Object.fromEntries(count(1_000, (n) => `mapped ${n}`).map((word) => [word, "x"]));
  const keywords = { legal: count(200, (n) => `Kind to skin ${n}`), omit: count(500, (n) => `left out ${n}`) };
  const keyword_groups = { non_verbatim_optional_claims: ["legal"], omit: ["omit"] };
  const content_config = { ...defaultConfig, client, word_map, keywords, keyword_groups };
  const saved = await createConfig(system, { shop, by: "bench", input: { label: "Largest", content_config } });
  if (saved.outcome !== "saved") throw new Error(JSON.stringify(saved));
  const { digest } = await readAssignments(system, shop);
  await saveAssignments(system, { shop, assignments: { rules: [], otherwise: saved.config.id }, digest });
  const terms = count(1_000, (n) => `Term ${n}`).map((term) => ({ term, never: [`never ${term}`] }));
  const glossary = await saveGlossary(system, { shop, by: "bench", terms, digest: emptyDigest });
  if (glossary.outcome !== "saved") throw new Error(JSON.stringify(glossary));
  return saved.config.id;
}

/** Several people of one shop ask at once for all that costs, again and again until told to stop. @returns statuses → how many */
export async function beGreedy(
  { url, shop }: { url: string; shop: ShopDomain },
  { productIds, configId, until }: { productIds: readonly string[]; configId: string; until: AbortSignal },
): Promise<Record<string, number>> {
  const statuses: Record<string, number> = {};
  const file = JSON.stringify({
    name: "laptops",
    content_config: { keywords: { all: count(30_000, (n) => `k ${n}`) } },
  });
  const form = (fields: Record<string, string>) => new URLSearchParams({ ...fields, requestKey: randomUUID() });
  const edit = (body: string) => ({
    intent: "edit",
    requestKey: randomUUID(),
    edits: [{ contentType: "desc", body }],
  });
  const works: ((n: number) => [path: string, body?: URLSearchParams | object])[] = [
    (n) => [`/app/products/${productIds[n % 5]}.data`, edit(longest + n)],
    (n) => [`/app/products/${productIds[n % 7]}.data`, edit(repeated + n)],
    (n) => [`/app/products/${productIds[n % 5]}.data`, edit(longest.slice(n))],
    (n) => [`/app/products/${productIds[n % 5]}`],
    (n) => [`/app/products.data?q=${encodeURIComponent("a ".repeat(40) + n)}`],
    () => ["/app/rules.data", form({ intent: "import", json: file, name: "" })],
    (n) => [`/app/rules/${configId}.data`, form({ intent: "try", config: "{}", id: productIds[n % 5] ?? "" })],
    () => [`/app/rules/${configId}/history`],
  ];
  await Promise.all(
    works.map(async (work, user) => {
      for (let n = 0; !until.aborted; n++) {
        const [path, body] = work(n);
        const { status } = await askAs({ url, shop, user: user + 1 }, path, body);
        statuses[status] = (statuses[status] ?? 0) + 1;
      }
    }),
  );
  return statuses;
}
