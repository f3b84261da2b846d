import { type ContentConfig, contentConfigSchema } from "../content-config.ts";

/** One value that a later config put in the place of an earlier one. */
export interface MergeWarning {
  /** e.g. content_types.title.character_limit */
  field: string;
  /** the place of the config that won, from 1 */
  by: number;
  /** shortened JSON */
  before: string;
  after: string;
  description: string;
}

export interface Merged {
  config: ContentConfig;
  warnings: MergeWarning[];
}

/**
 * Merges configs in their order: of single values the later one wins, lists are united in order without repeats, maps are
 * merged by key. Null and what is left out override nothing. Every override is reported.
 */
export function mergeConfigs(configs: readonly ContentConfig[]): Merged {
  const warnings: MergeWarning[] = [];
  let merged: unknown = {};
  for (const [index, config] of configs.entries()) merged = mergeValue(merged, config, [], index + 1, warnings);
  return { config: contentConfigSchema.parse(merged), warnings };
}

function mergeValue(earlier: unknown, later: unknown, path: string[], by: number, warnings: MergeWarning[]): unknown {
  if (later === undefined || later === null) return earlier;
  if (earlier === undefined || earlier === null) return Array.isArray(later) ? unique(later) : copyOf(later, path, by);
  if (Array.isArray(earlier) && Array.isArray(later)) return unique([...earlier, ...later]);
  if (isMap(earlier) && isMap(later)) {
    const merged: Record<string, unknown> = { ...earlier };
    for (const [key, value] of Object.entries(later)) {
      put(merged, key, mergeValue(own(earlier, key), value, [...path, key], by, warnings));
    }
    return merged;
  }
  if (JSON.stringify(earlier) !== JSON.stringify(later)) {
    const field = path.join(".");
    const [before, after] = [quote(earlier), quote(later)];
    const description = `${field}: ${after} of config ${by} took the place of ${before}`;
    warnings.push({ field, by, before, after, description });
  }
  return later;
}

function copyOf(value: unknown, path: string[], by: number): unknown {
  return isMap(value) ? mergeValue({}, value, path, by, []) : value;
}

/** A key of a merchant's may be any word, `__proto__` included: it must become a key and nothing else. */
function put(map: Record<string, unknown>, key: string, value: unknown): void {
  if (value === undefined) return;
  Object.defineProperty(map, key, { value, enumerable: true, writable: true, configurable: true });
}

function own(map: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function unique(list: readonly unknown[]): unknown[] {
  return [...new Set(list)];
}

function quote(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79).replace(/\p{Cs}/gu, "")}…` : text;
}
