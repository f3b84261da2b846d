import { randomUUID } from "node:crypto";
import { GraphQLError } from "graphql";
import { gid, idOf, type MediaRecord } from "../records.ts";
import type { Args, Context, Fields } from "../resolve/context.ts";

interface FileInput {
  id: string;
  alt?: string | null;
  originalSource?: string | null;
  filename?: string | null;
  referencesToAdd?: string[] | null;
  referencesToRemove?: string[] | null;
}

/** @see https://shopify.dev/docs/api/admin-graphql/2026-10/enums/FilesErrorCode */
const altLimitChars = 512;

/**
 * Alt texts of images, and which products show them. All or nothing, as in the API. An image has one alt text, wherever it
 * is shown.
 */
function fileUpdate(args: Args, context: Context) {
  const { shop } = context;
  const inputs = args.files as FileInput[];
  const userErrors: { field: string[]; message: string; code: string }[] = [];
  const found = inputs.map((input, i): MediaRecord | undefined => {
    const fail = (name: string, message: string, code: string) =>
      void userErrors.push({ field: ["files", String(i), name], message, code });
    const id = idOf("MediaImage", input.id);
    const media = id === undefined ? undefined : shop.products.ownerOf("media", id)?.media.find((m) => m.id === id);
    if (!media) fail("id", `File id ${input.id} does not exist.`, "FILE_DOES_NOT_EXIST");
    else if (media.status === "FAILED") {
      fail("id", "Files in a failed state cannot be updated.", "INVALID_FAILED_MEDIA_STATE");
    } else if (media.status !== "READY") fail("id", "Non-ready files cannot be updated.", "NON_READY_STATE");
    else {
      const struck = context.strike(`fileUpdate ${media.id}`, ["file_locked", "media_processing"]);
      if (struck === "file_locked") fail("id", "File has a pending operation.", "FILE_LOCKED");
      if (struck === "media_processing") fail("id", "Non-ready files cannot be updated.", "NON_READY_STATE");
    }
    for (const reference of [...(input.referencesToAdd ?? []), ...(input.referencesToRemove ?? [])]) {
      if (!shop.products.get(idOf("Product", reference) ?? 0))
        fail("referencesToAdd", "The target resource does not exist.", "REFERENCE_TARGET_DOES_NOT_EXIST");
    }
    if ([...(input.alt ?? "")].length > altLimitChars) {
      fail("alt", "The alt value exceeds the maximum limit of 512 characters.", "ALT_VALUE_LIMIT_EXCEEDED");
    }
    if (input.originalSource != null || input.filename != null) {
      throw new GraphQLError("The sandbox store does not model fileUpdate of anything but alt", {
        extensions: { code: "SANDBOX_NOT_MODELLED" },
      });
    }
    return media;
  });
  if (userErrors.length > 0) return { files: null, userErrors };
  const files = inputs.map((input, i) => {
    const media = found[i] as MediaRecord;
    const updated: MediaRecord = {
      ...media,
      alt: input.alt === undefined ? media.alt : input.alt,
      updatedAt: shop.now(),
    };
    const added = new Set((input.referencesToAdd ?? []).map((id) => idOf("Product", id)));
    const removed = new Set((input.referencesToRemove ?? []).map((id) => idOf("Product", id)));
    const holders = shop.products.holdersOf(media.id);
    const joining = [...added].flatMap((id) => shop.products.get(id ?? 0) ?? []).filter((p) => !holders.includes(p));
    for (const product of [...holders, ...joining]) {
      const others = product.media.filter((m) => m.id !== media.id);
      const own = holders.includes(product)
        ? product.media.map((m) => (m.id === media.id ? updated : m))
        : [...others, updated];
      shop.products.put({ ...product, updatedAt: shop.now(), media: removed.has(product.id) ? others : own });
      context.notify("products/update", product.id);
    }
    return updated;
  });
  return { files, userErrors: [] };
}

interface UploadInput {
  filename: string;
  mimeType: string;
  resource: string;
  httpMethod?: string;
}

/** Where a multipart POST (or a PUT) puts the variables of a bulk mutation. */
function stagedUploadsCreate(args: Args, context: Context) {
  const { shop } = context;
  const inputs = args.input as UploadInput[];
  const wrong = inputs.find((input) => input.resource !== "BULK_MUTATION_VARIABLES");
  if (wrong) {
    throw new GraphQLError(`The sandbox store does not model staged uploads of ${wrong.resource}`, {
      extensions: { code: "SANDBOX_NOT_MODELLED" },
    });
  }
  const stagedTargets = inputs.map((input) => {
    const key = `tmp/${shop.id}/bulk/${randomUUID()}/${input.filename}`;
    shop.uploads.set(key, undefined);
    const url = "https://shopify-staged-uploads.storage.googleapis.com/";
    if (input.httpMethod !== "POST") return { url: `${url}${key}`, resourceUrl: `${url}${key}`, parameters: [] };
    return {
      url,
      resourceUrl: null,
      parameters: [
        { name: "key", value: key },
        { name: "Content-Type", value: input.mimeType },
        { name: "success_action_status", value: "201" },
        { name: "acl", value: "private" },
      ],
    };
  });
  return { stagedTargets, userErrors: [] };
}

interface SubscriptionInput {
  uri?: string | null;
  callbackUrl?: string | null;
}

function subscriptionCreate(args: Args, context: Context) {
  const { shop } = context;
  const input = args.webhookSubscription as SubscriptionInput;
  const uri = input.uri ?? input.callbackUrl ?? "";
  const refuse = (message: string) => ({
    webhookSubscription: null,
    userErrors: [{ field: ["webhookSubscription", "callbackUrl"], message }],
  });
  if (uri === "") return refuse("Address can't be blank");
  if ([...shop.subscriptions.values()].some((s) => s.topic === args.topic && s.uri === uri)) {
    return refuse("Address for this topic has already been taken");
  }
  const now = shop.now();
  const subscription = {
    __typename: "WebhookSubscription" as const,
    id: shop.nextId(),
    topic: args.topic as string,
    uri,
    createdAt: now,
    updatedAt: now,
  };
  shop.subscriptions.set(subscription.id, subscription);
  return { webhookSubscription: subscription, userErrors: [] };
}

function subscriptionDelete(args: Args, context: Context) {
  const id = idOf("WebhookSubscription", args.id) ?? 0;
  if (!context.shop.subscriptions.delete(id)) {
    return {
      deletedWebhookSubscriptionId: null,
      userErrors: [{ field: ["id"], message: "Webhook subscription does not exist" }],
    };
  }
  return { deletedWebhookSubscriptionId: gid("WebhookSubscription", id), userErrors: [] };
}

function appUninstall(context: Context) {
  context.uninstall();
  return { app: { __typename: "App" }, userErrors: [] };
}

export const shopMutations: Fields<unknown> = {
  fileUpdate: (_s, args, context) => fileUpdate(args, context),
  stagedUploadsCreate: (_s, args, context) => stagedUploadsCreate(args, context),
  webhookSubscriptionCreate: (_s, args, context) => subscriptionCreate(args, context),
  webhookSubscriptionDelete: (_s, args, context) => subscriptionDelete(args, context),
  appUninstall: (_s, _args, context) => appUninstall(context),
};
