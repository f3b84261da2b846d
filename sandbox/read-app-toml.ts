import { readFileSync } from "node:fs";
import { parse } from "smol-toml";
import { z } from "zod";
import type { Subscription } from "./store/sandbox-app.ts";

const tomlSchema = z.object({
  handle: z.string(),
  application_url: z.url(),
  access_scopes: z.object({ scopes: z.string() }),
  auth: z.object({ redirect_urls: z.array(z.url()) }),
  webhooks: z.object({
    subscriptions: z.array(
      z.object({
        topics: z.array(z.string()).default([]),
        compliance_topics: z.array(z.string()).default([]),
        uri: z.string(),
        include_fields: z.array(z.string()).optional(),
      }),
    ),
  }),
});

/** The app's registration as a deploy would hand it to Shopify. Addresses are paths at the app's origin. */
export interface AppRegistration {
  handle: string;
  /** of `application_url`, without a slash at its end */
  path: string;
  scopes: string[];
  /** what a shop may grant later */
  redirectPaths: string[];
  subscriptions: Subscription[];
}

/**
 * Reads a shopify.app.toml as Shopify's CLI does on deploy: one subscription a topic, compliance topics included, and a `uri`
 * that begins with a slash appended to the whole `application_url`, its path too.
 */
export function readAppToml(text: string): AppRegistration {
  const toml = tomlSchema.parse(parse(text));
  const base = toml.application_url.replace(/\/$/, "");
  const pathOf = (uri: string) => new URL(uri.startsWith("/") ? `${base}${uri}` : uri).pathname;
  return {
    handle: toml.handle,
    path: new URL(base).pathname.replace(/\/$/, ""),
    scopes: toml.access_scopes.scopes.split(","),
    redirectPaths: toml.auth.redirect_urls.map((url) => new URL(url).pathname),
    subscriptions: toml.webhooks.subscriptions.flatMap(({ topics, compliance_topics, uri, include_fields }) =>
      [...topics, ...compliance_topics].map((topic) => ({ topic, path: pathOf(uri), includeFields: include_fields })),
    ),
  };
}

/** The project's own registration. */
export function appRegistration(): AppRegistration {
  return readAppToml(readFileSync(new URL("../shopify.app.toml", import.meta.url), "utf8"));
}
