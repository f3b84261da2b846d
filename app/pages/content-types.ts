import { z } from "zod";
import { startImport } from "../catalog/start-import.ts";
import type { AppContext } from "../context.server.ts";
import type { Act, Acted } from "../db/record-act.ts";
import { readJob } from "../jobs/read-jobs.ts";
import type { ShopDomain } from "../lib/brand.ts";
import { isOperationalError } from "../lib/errors.ts";
import { readConfig } from "../rules/configs/read-config.ts";
import { labelOfName } from "../rules/content-types/label-of-name.ts";
import { listContentTypes, type ShopContentType } from "../rules/content-types/list-content-types.ts";
import { typesNamedBy } from "../rules/content-types/named-by-config.ts";
import {
  addContentType,
  changeContentType,
  familyOfField,
  isAsSeen,
  type SavedType,
  setPublished,
  setWanted,
} from "../rules/content-types/save-content-type.ts";
import type { AdminUser } from "../shopify/authenticate-admin.ts";
import { contentNamespace, listMetafieldDefinitions, metafieldNamePattern } from "../shopify/operations/index.ts";
import type { FieldChoice, FieldChoices, TypeRowView } from "../ui/content-types/type-view.ts";
import { removeContentType } from "../versions/remove-content-type.ts";
import type { Outcome } from "./answer-action.ts";
import { readShopNotices } from "./shop-notices.ts";

type Deps = Pick<AppContext, "db" | "clock" | "admin"> & Acted;

const outdated = { problem: "This page is from an older version of the app. Reload it." };

/** All that the page of content types shows. */
export async function readContentTypesPage(deps: Pick<Deps, "db" | "clock">, shop: ShopDomain) {
  return { types: (await deps.db.do(listContentTypes(shop))).map(rowView), notices: await readShopNotices(deps, shop) };
}

const ownPlaces: Record<string, string> = {
  title: "Title of the product",
  desc: "Description of the product",
  seo_title: "Page title of the search listing",
  seo_desc: "Meta description of the search listing",
  image_alt: "Alt text of the image",
};

function rowView({ name, label, family, html, added, published, wanted }: ShopContentType): TypeRowView {
  const { namespace, key } = added ?? { namespace: contentNamespace, key: name };
  return {
    name,
    label,
    kind: html ? "rich" : family,
    place: ownPlaces[name] ?? placeName(namespace, key),
    added: added && { task: added.task, limitChars: added.limitChars },
    published,
    wanted,
  };
}

function placeName(namespace: string, key: string): string {
  return namespace === contentNamespace ? `Metafield of this app: ${key}` : `Metafield ${namespace}.${key}`;
}

/** The shop's own product fields that can hold a text, asked of Shopify; those in use are left out. */
export async function readFieldChoices({ db, admin }: Deps, shop: ShopDomain): Promise<FieldChoices> {
  try {
    const taken = (await db.do(listContentTypes(shop))).flatMap(({ added }) =>
      added ? [`${added.namespace}.${added.key}`] : [],
    );
    return { fields: (await readFields({ admin }, shop)).filter(({ id }) => !taken.includes(id)), problem: null };
  } catch (error) {
    if (!isOperationalError(error)) throw error;
    return { fields: [], problem: error.merchantMessage };
  }
}

async function readFields({ admin }: Pick<Deps, "admin">, shop: ShopDomain): Promise<FieldChoice[]> {
  const { metafieldDefinitions } = await admin(shop).run(listMetafieldDefinitions, {});
  return metafieldDefinitions.nodes.flatMap(({ name, namespace, key, type }) => {
    const own = !namespace.startsWith("app--") && !namespace.startsWith("$app");
    const usable =
      own && type.name in familyOfField && [namespace, key].every((part) => metafieldNamePattern.test(part));
    return usable ? [{ id: `${namespace}.${key}`, name, namespace, key, type: type.name }] : [];
  });
}

const changedType =
  "Somebody changed this content type since you opened this page. Nothing was removed: the list shows theirs now. Do it again if you still want to.";

const detailsSchema = z.object({ label: z.string(), task: z.string(), limitChars: z.number().nullable() });
const addSchema = z.object({
  name: z.string(),
  label: z.string(),
  task: z.string(),
  limitChars: z.number().nullable(),
  /** a kind of metafield that this app makes … */
  metafieldType: z.string(),
  /** … or one of the shop's own, `namespace.key` */
  field: z.string().nullable(),
  published: z.boolean(),
});
export type AddTypeRequest = z.infer<typeof addSchema>;

const requestSchema = z.discriminatedUnion("intent", [
  addSchema.extend({ intent: z.literal("add") }),
  z.object({
    intent: z.literal("change"),
    name: z.string(),
    input: detailsSchema,
    /** what the form was made from */
    seen: detailsSchema,
  }),
  z.object({ intent: z.literal("publish"), name: z.string(), published: z.boolean() }),
  z.object({ intent: z.literal("want"), name: z.string(), wanted: z.boolean() }),
  z.object({ intent: z.literal("remove"), name: z.string(), seen: detailsSchema }),
]);
export type ContentTypesRequest = z.input<typeof requestSchema>;

/** Does what a person asked for on the page of content types. */
export async function changeContentTypes(deps: Deps, { shop, by }: AdminUser, request: unknown): Promise<Outcome> {
  const parsed = requestSchema.safeParse(request);
  if (!parsed.success) return outdated;
  const asked = parsed.data;
  const type = (await deps.db.do(listContentTypes(shop))).find(({ name }) => name === asked.name);
  const label = type?.label;
  switch (asked.intent) {
    case "add":
      return addOne(deps, { shop, by }, asked);
    case "change":
      return outcomeOf(await changeContentType(deps, { shop, ...asked }), "Saved");
    case "publish": {
      if (label === undefined) return outdated;
      await setPublished(deps, { shop, name: asked.name, published: asked.published, by });
      return {
        message: asked.published ? `${label}: approved texts go to your store` : `${label} is no longer published`,
      };
    }
    case "want": {
      if (label === undefined) return outdated;
      await setWanted(deps, { shop, name: asked.name, wanted: asked.wanted, by });
      return { message: asked.wanted ? `${label} counts as missing content` : `${label} is not missed any more` };
    }
    case "remove":
      if (type?.added && !isAsSeen(type.added, asked.seen)) return { problem: changedType, stale: true };
      return (await removeContentType(deps, { shop, name: asked.name, by }))
        ? { message: `${label ?? asked.name} removed. What stands in your store stays there` }
        : outdated;
  }
}

async function addOne(deps: Deps, { shop, by }: AdminUser, asked: AddTypeRequest): Promise<Outcome> {
  const { field, ...given } = asked;
  let input: unknown = { ...given, place: null };
  if (field !== null) {
    // What the field holds is Shopify's word, not the page's.
    const found = (await readFields(deps, shop)).find(({ id }) => id === field);
    if (!found) return { problem: "Shopify no longer has this metafield. Choose another one." };
    const { namespace, key, type } = found;
    input = { ...given, place: { namespace, key }, metafieldType: type };
  }
  const outcome = outcomeOf(await addContentType(deps, { shop, input, by }), "Content type added");
  return "problem" in outcome ? outcome : { message: await readAgain(deps, { shop, by }, outcome.message) };
}

/** The texts of a new type may stand in the shop already, and every product is to be looked at for those that have none. */
async function readAgain(
  deps: Pick<Deps, "db" | "clock" | "note">,
  { shop, by }: AdminUser,
  message: string,
): Promise<string> {
  const since = deps.clock.now();
  const jobId = await startImport(deps, { shop, createdBy: by });
  const job = await readJob(deps, { shop, jobId });
  return job && job.createdAt < since
    ? `${message}. An import is under way: sync once more when it is finished`
    : `${message}. The catalogue is read again for its texts`;
}

function outcomeOf(saved: SavedType, message: string): Outcome {
  return saved.outcome === "saved"
    ? { message }
    : { problem: saved.message, fields: saved.fields, ...(saved.stale ? { stale: true } : {}) };
}

/** Adds the content types that a config names and the shop lacks, each in a metafield of this app. */
export async function addTypesOfConfig(
  deps: Pick<Deps, "db" | "clock" | "note">,
  { shop, by }: AdminUser,
  configId: string,
): Promise<Outcome> {
  const record = await readConfig(deps, { shop, id: configId });
  const named = record ? typesNamedBy(record.config, await deps.db.do(listContentTypes(shop))) : [];
  const { note } = deps;
  // A crash in between leaves the others to the next sending.
  const each = { ...deps, note: note && ((act: Act) => note({ ...act, unfinished: true })) };
  for (const { name, family } of named) {
    const metafieldType = fieldOfFamily[family];
    const input = { name, label: labelOfName(name), metafieldType, place: null };
    const saved = await addContentType(each, { shop, input, by });
    if (saved.outcome === "refused") return { problem: `${labelOfName(name)}: ${saved.message}` };
  }
  if (named.length === 0) return outdated;
  const message = named.length === 1 ? "Content type added" : `${named.length} content types added`;
  return { message: await readAgain(deps, { shop, by }, message) };
}

const fieldOfFamily: Record<ShopContentType["family"], string> = {
  title: "single_line_text_field",
  string: "multi_line_text_field",
  bullets: "list.single_line_text_field",
};
