import type { FeedTemplate } from "./template.ts";

/** A channel's edition of its file, and how it calls what it called otherwise before. */
interface Edition {
  version: string;
  renamed: Readonly<Record<string, string>>;
}

/**
 * Editions in their order, the first one without old names.
 * @see https://developers.openai.com/commerce/specs/feed.md for the names of 2026
 */
const editions: Readonly<Record<string, readonly Edition[]>> = {
  openai: [
    { version: "2025-09", renamed: {} },
    {
      version: "2026-04",
      renamed: {
        id: "item_id",
        link: "url",
        image_link: "image_url",
        additional_image_link: "additional_image_urls",
        enable_search: "is_eligible_search",
        enable_checkout: "is_eligible_checkout",
        item_group_id: "group_id",
        return_window: "return_deadline_in_days",
      },
    },
  ],
};

/** The newest edition of a channel's file; null for one whose names never changed. */
export function newestEdition(spec: string): string | null {
  return editions[spec]?.at(-1)?.version ?? null;
}

/** How today's edition calls a column. @param from the edition that the name is of; default: any */
export function columnToday(spec: string, name: string, from?: string): string {
  const list = editions[spec] ?? [];
  const first = from === undefined ? -1 : list.findIndex(({ version }) => version === from);
  return list.slice(first + 1).reduce((today, { renamed }) => renamed[today] ?? today, name);
}

/**
 * A stored template with the column names of its channel's newest edition. A column whose new name is there already gives way to
 * it, so that no name comes twice.
 */
export function withTodaysNames(template: FeedTemplate): FeedTemplate {
  const { spec } = template;
  const newest = spec && newestEdition(spec.name);
  if (!spec || !newest || spec.version === newest) return template;
  const rename = (name: string) => columnToday(spec.name, name, spec.version);
  const own = new Set(template.columns.map(({ name }) => name));
  const columns = template.columns
    .filter(({ name }) => rename(name) === name || !own.has(rename(name)))
    .map((column) => ({ ...column, name: rename(column.name) }));
  const demands = template.demands.map((one) => renamedDemand(one, rename));
  const carries = template.carries?.map(rename);
  return { ...template, spec: { ...spec, version: newest }, columns, demands, ...(carries ? { carries } : {}) };
}

type Demand = FeedTemplate["demands"][number];

function renamedDemand(one: Demand, rename: (name: string) => string): Demand {
  switch (one.demand) {
    case "one_of": {
      const unless = one.unless && { ...one.unless, column: rename(one.unless.column) };
      return { ...one, columns: one.columns.map(rename), ...(unless ? { unless } : {}) };
    }
    case "not_both":
      return { ...one, columns: [rename(one.columns[0]), rename(one.columns[1])] };
    case "with":
      return { ...one, column: rename(one.column), needs: one.needs.map(rename) };
  }
}
