import { and, desc, eq } from "drizzle-orm";
import { imageAltOf } from "../../app/catalog/image-alts.ts";
import { refreshProduct } from "../../app/catalog/refresh-product.ts";
import { readMetafieldPlaces } from "../../app/catalog/text-places.ts";
import type { Db, SqliteDb } from "../../app/db/open.ts";
import { conflicts, products, type TextBody, versions, writeBacks } from "../../app/db/schema/index.ts";
import { type ProductId, productIdSchema } from "../../app/lib/brand.ts";
import type { Clock } from "../../app/lib/clock.ts";
import { digestOf } from "../../app/lib/digest.ts";
import { newId } from "../../app/lib/id.ts";
import type { WriteGuards } from "../../app/publishing/carry-out-write.ts";
import { createMetafieldDefinitions } from "../../app/publishing/metafield-definitions.ts";
import { type PublishDeps, type PublishReport, publishProduct } from "../../app/publishing/publish-product.ts";
import { type LiveProduct, readLiveTexts } from "../../app/publishing/read-live-texts.ts";
import { undoWriteBack } from "../../app/publishing/undo-write-back.ts";
import type { AdminApi, AdminApiFor, AdminOperation } from "../../app/shopify/admin-api.ts";
import { imageGidOf, isImageAlt, nameOfRow, slotColumns } from "../../app/texts/slot.ts";
import { isOfSlot } from "../../app/versions/conditions.ts";
import { installShop, type OpenStore, openAdmin, openStore, shop } from "../shopify/open-store.ts";
import { openTestDatabase } from "../support/open-test-database.ts";

/** Texts that the store takes as they are. */
export const ours: Record<string, TextBody> = {
  title: "Linen apron, washed",
  desc: "<p>An apron of <strong>linen</strong>.</p>",
  bullets: ["Washed linen", "Two pockets", "Naïve & sturdy 茶"],
  seo_title: "Washed linen apron",
  seo_desc: "A washed linen apron with two pockets.",
};

/** What a worker's context lets through when nothing is cancelled. */
export const free: WriteGuards = {
  async assertStillWanted() {},
  *assertLease() {},
};

/** Every look at it is a millisecond later, so that what happened later sorts later. */
function tickingClock(): Clock & { advance(ms: number): void } {
  let now = Date.UTC(2026, 10, 21);
  return {
    now: () => ++now,
    advance(ms) {
      now += ms;
    },
  };
}

/** Of the world's product, unless another one is named. */
export interface OfProduct {
  deps?: PublishDeps;
  guards?: WriteGuards;
  productId?: ProductId;
}

export interface World {
  db: SqliteDb;
  clock: Clock & { advance(ms: number): void };
  store: OpenStore;
  admin: AdminApiFor;
  productId: ProductId;
  gid: string;
  deps: PublishDeps;
  /** an approved version made from the live text, unless another base is given */
  approve(
    contentType: string,
    body?: TextBody,
    change?: { base?: TextBody | null; locale?: string; productId?: ProductId },
  ): Promise<string>;
  approveAll(): Promise<void>;
  publish(options?: OfProduct & { contentTypes?: string[] }): Promise<PublishReport>;
  undo(writeBackId: string, options?: OfProduct): ReturnType<typeof undoWriteBack>;
  live(): Promise<LiveProduct>;
  /** how often the shop was changed by us */
  writes(): string[];
  version(id: string): Promise<typeof versions.$inferSelect>;
  versionsOf(contentType: string): Promise<(typeof versions.$inferSelect)[]>;
  writeBacks(): Promise<(typeof writeBacks.$inferSelect)[]>;
  conflicts(): Promise<(typeof conflicts.$inferSelect)[]>;
  product(): Promise<typeof products.$inferSelect>;
  /** somebody edits the product in the Shopify admin */
  edit(change: Parameters<OpenStore["state"]["patchProduct"]>[2]): void;
  editBullets(bullets: string[]): void;
  /** the names of the alt texts of the product's images */
  alts: string[];
  /** an image's live alt text; null = none */
  alt(contentType: string): string | null;
  editAlt(contentType: string, alt: string): void;
  refresh(): ReturnType<typeof refreshProduct>;
}

/** A store with products, one of them mirrored here, and what publishing needs. */
export async function openWorld(
  options: { db?: SqliteDb; fewestImages?: number; catalogue?: "sample" | { generate: number; seed: number } } = {},
): Promise<World> {
  const db = options.db ?? openTestDatabase();
  const clock = tickingClock();
  const { fewestImages = 0, catalogue } = options;
  const shops =
    catalogue === undefined
      ? undefined
      : [{ domain: shop, name: "Fern & Field", plan: "enterprise" as const, locales: ["en", "de", "fr"], catalogue }];
  const store = await openStore({ now: clock.now, ...(shops ? { shops } : {}) });
  await installShop({ db, clock }, store);
  const admin = openAdmin({ db, clock, store, timeoutMs: 20_000, sleep: async (ms) => clock.advance(ms) });
  const listed = store.state.listProducts(shop, { first: 50 }).products;
  const shown = listed.find(({ images }) => images.length >= fewestImages);
  if (!shown) throw new Error("the store is empty");
  const productId = productIdSchema.parse(String(shown.numericId));
  await refreshProduct({ db, clock, admin: admin(shop) }, { shop, id: productId });
  const deps: PublishDeps = { db, clock, admin, definitions: createMetafieldDefinitions() };

  const world: World = {
    db,
    clock,
    store,
    admin,
    productId,
    gid: shown.id,
    deps,
    async approve(contentType, body = ours[contentType] ?? "", change = {}) {
      const id = newId("ver", clock.now());
      const shownNow = () => (isImageAlt(contentType) ? world.alt(contentType) : liveText());
      const liveText = async () => (await world.live()).texts[contentType] ?? null;
      const base = change.base === undefined ? await shownNow() : change.base;
      await db.orm.insert(versions).values({
        id,
        shop,
        productId: change.productId ?? productId,
        ...slotColumns(contentType),
        locale: change.locale ?? "en",
        state: "approved",
        origin: "generated",
        body,
        warnings: [],
        blocked: false,
        evidence: [],
        base,
        baseDigest: digestOf(base),
        factsDigest: "facts",
        configDigest: "config",
        createdAt: clock.now(),
      });
      return id;
    },
    async approveAll() {
      for (const contentType of Object.keys(ours)) await world.approve(contentType);
    },
    publish: ({ deps: with_ = deps, guards = free, contentTypes, productId: of = productId } = {}) =>
      publishProduct(with_, guards, { shop, productId: of, contentTypes, createdBy: "user:1" }),
    undo: (writeBackId, { deps: with_ = deps, guards = free, productId: of = productId } = {}) =>
      undoWriteBack(with_, guards, { shop, productId: of, writeBackId, createdBy: "user:1" }),
    async live() {
      const live = await readLiveTexts(admin(shop), shown.id, await db.do(readMetafieldPlaces(shop)));
      if (!live) throw new Error("the product is gone");
      return live;
    },
    writes: () =>
      store.state
        .log()
        .filter((entry) =>
          /^(UpdateProductTexts|SetMetafields|DeleteMetafields|UpdateImageAlts)$/.test(entry.operationName),
        )
        .map((entry) => entry.operationName),
    async version(id) {
      const [row] = await db.orm
        .select()
        .from(versions)
        .where(and(eq(versions.shop, shop), eq(versions.id, id)));
      if (!row) throw new Error("there is no such version");
      return row;
    },
    versionsOf: async (contentType) =>
      db.orm
        .select()
        .from(versions)
        .where(and(eq(versions.shop, shop), isOfSlot(versions, contentType)))
        .orderBy(desc(versions.createdAt)),
    writeBacks: async () =>
      db.orm.select().from(writeBacks).where(eq(writeBacks.shop, shop)).orderBy(desc(writeBacks.createdAt)),
    conflicts: async () =>
      (await db.orm.select().from(conflicts).where(eq(conflicts.shop, shop)).orderBy(conflicts.contentType)).map(
        (row) => ({
          ...row,
          contentType: nameOfRow(row),
        }),
      ),
    async product() {
      const [row] = await db.orm
        .select()
        .from(products)
        .where(and(eq(products.shop, shop), eq(products.id, productId)));
      if (!row) throw new Error("the product is not mirrored");
      return row;
    },
    edit(change) {
      const errors = store.state.patchProduct(shop, productId, change);
      if (errors.length > 0) throw new Error(JSON.stringify(errors));
    },
    editBullets(bullets) {
      const { data } = store.state.graphql(
        shop,
        `mutation ($m: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $m) { userErrors { message } } }`,
        {
          m: [
            {
              ownerId: shown.id,
              namespace: "$app:content",
              key: "bullets",
              type: "list.single_line_text_field",
              value: JSON.stringify(bullets),
            },
          ],
        },
      );
      if (JSON.stringify(data) !== '{"metafieldsSet":{"userErrors":[]}}') throw new Error(JSON.stringify(data));
    },
    alts: shown.images.flatMap((image) => imageAltOf(image) ?? []),
    alt(contentType) {
      const images = store.state.view(shop, productId)?.images ?? [];
      return images.find(({ id }) => id === imageGidOf(contentType))?.alt || null;
    },
    editAlt(contentType, alt) {
      const files = [{ id: imageGidOf(contentType), alt }];
      store.state.graphql(
        shop,
        "mutation ($files: [FileUpdateInput!]!) { fileUpdate(files: $files) { userErrors { message } } }",
        { files },
      );
      if ((world.alt(contentType) ?? "") !== alt) throw new Error("the alt text was not changed");
    },
    refresh: () => refreshProduct({ db, clock, admin: admin(shop) }, { shop, id: productId }),
  };
  return world;
}

/** Gives up on writes after a moment; everything else may take its time, also on a busy machine. */
export function impatient({ db, clock, store, deps }: World): PublishDeps {
  const quick = openAdmin({ db, clock, store, timeoutMs: 100 });
  const admin: AdminApiFor = (name) => ({
    shop: name,
    run: (operation, variables, options) =>
      (/^Update(?:ProductTexts|ImageAlts)$/.test(operation.name) ? quick : deps.admin)(name).run(
        operation,
        variables,
        options,
      ),
  });
  return { ...deps, admin };
}

export class ProcessDied extends Error {}

/**
 * The dependencies of a process that dies at its n-th step: calls to the shop (before they are sent, or after their answer
 * was lost with the process) and transactions are steps. Nothing works after its death.
 */
export function mortal(deps: PublishDeps, dieAt: number): { deps: PublishDeps; steps(): number; dead(): boolean } {
  let step = 0;
  let dead = false;
  const tick = () => {
    step += 1;
    if (dead || step === dieAt) {
      dead = true;
      throw new ProcessDied(`died at step ${step}`);
    }
  };
  const db: Db = {
    ...deps.db,
    async transact(...given) {
      tick();
      const value = await deps.db.transact(...given);
      tick();
      return value;
    },
  };
  const admin: AdminApiFor = (name): AdminApi => {
    const inner = deps.admin(name);
    return {
      shop: name,
      async run<Data, Variables extends Record<string, unknown>>(
        operation: AdminOperation<Data, Variables>,
        variables: Variables,
        options?: { signal?: AbortSignal },
      ): Promise<Data> {
        tick();
        const data = await inner.run(operation, variables, options);
        tick();
        return data;
      },
    };
  };
  return {
    deps: { ...deps, db, admin, definitions: createMetafieldDefinitions() },
    steps: () => step,
    dead: () => dead,
  };
}
