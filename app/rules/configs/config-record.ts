import { z } from "zod";
import type { contentConfigs } from "../../db/schema/index.ts";
import { digestOf } from "../../lib/digest.ts";
import { type ContentConfig, contentConfigSchema } from "../content-config.ts";
import { configLabelSchema } from "./config-label.ts";
import { namingIssues } from "./field-problems.ts";

export const configNameSchema = z.string().regex(/^[a-z]{1,20}$/, namingIssues.as({ code: "name_malformed" }));

const maxDescriptionChars = 256;

export const configDescriptionSchema = z
  .string()
  .min(1, namingIssues.as({ code: "description_empty" }))
  .max(maxDescriptionChars, namingIssues.as({ code: "description_too_long", limit: maxDescriptionChars }));

/** What a person or a file brings: the body of the API's create call, and the label that people read beside it. */
export const configInputSchema = z
  .strictObject({
    name: configNameSchema.optional(),
    label: configLabelSchema.optional(),
    description: configDescriptionSchema.nullish(),
    content_config: contentConfigSchema,
  })
  .refine(({ name, label }) => name !== undefined || label !== undefined, {
    path: ["label"],
    message: namingIssues.as({ code: "label_missing" }),
  });
export type ConfigInput = z.infer<typeof configInputSchema>;

/** PUBLIC ships with the app and cannot be changed; PRIVATE is the shop's own. */
export type ConfigScope = "PUBLIC" | "PRIVATE";

export interface ConfigSummary {
  /** a UUID */
  id: string;
  /** the API's id of it, `^[a-z]{1,20}$` */
  name: string;
  /** what people read */
  label: string;
  description: string | null;
  scope: ConfigScope;
  digest: string;
  /** null for presets */
  updatedAt: number | null;
  updatedBy: string | null;
}

export interface ConfigRecord extends ConfigSummary {
  config: ContentConfig;
}

/** A config without what has no effect: null and empty lists or maps, so that one set of rules has one digest. */
export function tidyConfig(config: ContentConfig): ContentConfig {
  return contentConfigSchema.parse(withoutEmpty(config) ?? {});
}

function withoutEmpty(value: unknown): unknown {
  if (value === null || value === undefined) return undefined;
  if (Array.isArray(value)) return value.length > 0 ? value : undefined;
  if (typeof value !== "object") return value;
  const entries = Object.entries(value).flatMap(([key, inner]) => {
    const kept = withoutEmpty(inner);
    return kept === undefined ? [] : [[key, kept] as const];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

const parsed = new Map<string, ContentConfig>();
const maxParsed = 200;

/**
 * A stored config. The same digest gives the same object: it is parsed once, and what checks derive from it is kept.
 * @throws ZodError when an older release stored what this one does not understand
 */
export function readStoredConfig({ digest, config }: { digest: string; config: () => unknown }): ContentConfig {
  const known = parsed.get(digest);
  if (known) return known;
  const fresh = contentConfigSchema.parse(config());
  if (parsed.size >= maxParsed) parsed.delete(parsed.keys().next().value ?? "");
  parsed.set(digest, fresh);
  return fresh;
}

export function configDigest(config: ContentConfig): string {
  return digestOf(config);
}

/** Of all that a person can change in a config: tells whether it is still as a page showed it. */
export function stateDigest({
  label,
  description,
  digest,
}: Pick<ConfigRecord, "label" | "description" | "digest">): string {
  return digestOf([label, description, digest]);
}

export function recordOf(row: typeof contentConfigs.$inferSelect): ConfigRecord {
  const { id, name, label, description, digest, updatedAt, updatedBy } = row;
  return {
    id,
    name,
    label,
    description,
    scope: "PRIVATE",
    digest,
    updatedAt,
    updatedBy,
    config: readStoredConfig({ digest, config: () => row.config }),
  };
}
