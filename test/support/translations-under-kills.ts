import { and, eq } from "drizzle-orm";
import { startImport } from "../../app/catalog/start-import.ts";
import { versions } from "../../app/db/schema/index.ts";
import { optionTexts } from "../../app/generation/translate/asked-texts.ts";
import { startTranslation, type TranslationRequest } from "../../app/generation/translate/start-translation.ts";
import { type JobId, type ProductId, productIdSchema, shopDomainSchema } from "../../app/lib/brand.ts";
import { startPublishing } from "../../app/publishing/start-publishing.ts";
import { startUndo } from "../../app/publishing/start-undo.ts";
import { storeTarget } from "../../app/texts/target.ts";
import { approveVersions } from "../../app/versions/approve-versions.ts";
import { type TranslationChange, watchTranslations } from "./audit/watch-translations.ts";
import { audit } from "./auditor.ts";
import { finishAll, killWhileRunning } from "./kill-worker.ts";
import { type Shelfwright, startShelfwright } from "./start-shelfwright.ts";

const shop = shopDomainSchema.parse("killed.myshopify.com");
const by = "test";
const slots = 4;
const languages = ["de", "ja"];
const contentTypes = ["title", "desc", "image_alt", optionTexts];
const targets = languages.map(storeTarget);

export interface KilledShop {
  system: Shelfwright;
  kills(): number;
  /** translates all products, a worker dying again and again. @returns how the job ended */
  translate(): Promise<string>;
  /** a person approves; @returns how many texts */
  approve(): Promise<number>;
  publish(): Promise<string>;
  undo(): Promise<string>;
  /** somebody writes German texts of some products in Shopify, behind our back. @returns of how many, those without a source left out */
  editInShop(what: { key: string; of: (n: number) => boolean }): number;
  /** @returns key and value of every row that the shop holds, but for those that a person wrote last */
  heldOfApp(): string[];
  published(): Promise<number>;
  findings(): Promise<string[]>;
}

/** A shop in three languages, in which a person has translated some titles, and a worker that is killed `killsOfEach` times a run. */
export async function openKilledShop({
  productCount,
  killsOfEach,
}: {
  productCount: number;
  killsOfEach: number;
}): Promise<KilledShop> {
  const catalogue = { generate: productCount, variants: 2, seed: 9 };
  const system = await startShelfwright({
    shops: [{ domain: shop, name: "Killed", plan: "enterprise", locales: ["en", ...languages], catalogue }],
    env: { WORKER_SLOTS: String(slots), JOB_LEASE_MS: "600", CREDITS_GRANT: "10000" },
  });
  const { sandbox, db, log } = system;
  sandbox.model.set({ latencyMs: 15 });
  const { translations } = sandbox.store.shop(shop);
  const changes: readonly TranslationChange[] = watchTranslations(translations);
  const ids = sandbox.store
    .listProducts(shop, { first: productCount })
    .products.map(({ numericId }) => String(numericId));
  const productIds: ProductId[] = ids.map((id) => productIdSchema.parse(id));
  const byPerson = new Set<string>();
  const editInShop: KilledShop["editInShop"] = ({ key, of }) => {
    let edited = 0;
    for (const [n, id] of ids.entries()) {
      if (!of(n)) continue;
      const resourceId = `gid://shopify/Product/${id}`;
      const value = key === "body_html" ? `<p>Von Hand ${n}</p>` : `Von Hand ${n}`;
      if (sandbox.store.translate(shop, resourceId, { key, locale: "de", marketId: null, value }) !== undefined)
        continue;
      byPerson.add(`${resourceId} ${key} de`);
      edited++;
    }
    return edited;
  };
  editInShop({ key: "title", of: (n) => n % 4 === 0 });
  await system.install(shop);
  await system.finish(shop, await startImport(system, { shop, createdBy: by }));

  let kills = 0;
  let seed = 0;
  const modelCalls = () => sandbox.model.totals.calls;
  const shopCalls = () => sandbox.store.log().length;
  async function finishUnderKills(jobId: JobId, calls: () => number): Promise<string> {
    const job = { shop, jobId };
    kills += await killWhileRunning(system, job, { times: killsOfEach, calls, mostCalls: 6, seed: ++seed });
    return finishAll(system, job);
  }
  async function start(asked: Partial<TranslationRequest>): Promise<JobId> {
    const jobId = await startTranslation(system, {
      ...{ shop, productIds, locales: languages, contentTypes, agentModel: "v1", createdBy: by },
      ...{ which: "missing", includeEdited: false, ...asked },
    });
    if (jobId === null) throw new Error("there was nothing to translate");
    return jobId;
  }

  let publishing: JobId | undefined;
  return {
    ...{ system, editInShop },
    kills: () => kills,
    async translate() {
      const status = await finishUnderKills(await start({}), modelCalls);
      // Every other text of a person's is to be replaced, knowingly.
      const replaced = productIds.filter((_, n) => n % 8 === 0);
      const asked = { productIds: replaced, locales: ["de"], contentTypes: ["title"], includeEdited: true };
      const again = await system.finish(shop, await start({ ...asked, which: "all" }));
      return again === "completed" ? status : again;
    },
    async approve() {
      let approved = 0;
      for (const target of targets)
        approved += (await approveVersions(system, { shop, productIds, target, by, onlyClean: true })).approved;
      return approved;
    },
    async publish() {
      publishing = await startPublishing(system, { shop, productIds, targets, createdBy: by });
      return finishUnderKills(publishing, shopCalls);
    },
    async undo() {
      return finishUnderKills(await startUndo(system, { shop, jobId: publishing, createdBy: by }), shopCalls);
    },
    heldOfApp() {
      const { products: all } = sandbox.store.shop(shop);
      const gids = ids.flatMap((id) => {
        const product = all.get(Number(id));
        const parts = (product?.options ?? []).flatMap((option) => [
          `gid://shopify/ProductOption/${option.id}`,
          ...option.values.map((value) => `gid://shopify/ProductOptionValue/${value.id}`),
        ]);
        const images = (product?.media ?? []).map((image) => `gid://shopify/MediaImage/${image.id}`);
        return [`gid://shopify/Product/${id}`, ...parts, ...images];
      });
      return gids.flatMap((gid) =>
        translations
          .of(gid)
          .filter(({ key, locale }) => !byPerson.has(`${gid} ${key} ${locale}`))
          .map(({ key, locale, value }) => `${gid} ${key} ${locale}: ${value}`),
      );
    },
    published: () => db.orm.$count(versions, and(eq(versions.shop, shop), eq(versions.state, "published"))),
    findings: () => audit({ db, sandbox, shop, crashAllowance: kills * slots, log, changes }),
  };
}
