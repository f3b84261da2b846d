import { and, asc, count, eq, max, ne } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "../db/open.ts";
import type { Tx } from "../db/orm.ts";
import type { Acted } from "../db/record-act.ts";
import { savedViews } from "../db/schema/index.ts";
import { q, type Steps } from "../db/steps.ts";
import type { ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { codedIssues } from "../lib/coded-issues.ts";
import { newId } from "../lib/id.ts";
import { parseProductQuery, productQueryParams } from "./product-query.ts";

/** A view of the products list that a shop's people named. */
export interface SavedView {
  id: string;
  name: string;
  /** URL parameters of its search, filters and order */
  query: string;
}

/** Why a view was not kept. `limit`: characters of a name, or views of a shop. */
export type ViewProblem =
  | { code: "view_name_missing" }
  | { code: "view_name_too_long"; limit: number }
  | { code: "view_name_taken"; name: string }
  | { code: "too_many_views"; limit: number }
  | { code: "view_gone" };

/** What somebody changed of a view since a page showed it as `name`: its name, or only its search. */
export type ViewChangedSince = { field: "name"; name: string; now: string } | { field: "query"; name: string };

export type SavedViewChange =
  | { outcome: "saved"; id: string }
  | { outcome: "refused"; problem: ViewProblem }
  /** somebody else's change is not overwritten */
  | { outcome: "stale"; changed: ViewChangedSince };

const issues = codedIssues<ViewProblem>();
const maxNameChars = 40;

/** As many as fit a row of tabs and its menu. */
const maxViews = 50;
const nameSchema = z
  .string()
  .transform((name) => name.toWellFormed().replace(/\s+/g, " ").trim())
  .pipe(
    z
      .string()
      .min(1, issues.as({ code: "view_name_missing" }))
      .max(maxNameChars, issues.as({ code: "view_name_too_long", limit: maxNameChars })),
  );

export async function listSavedViews({ db }: { db: Db }, shop: ShopDomain): Promise<SavedView[]> {
  return db.orm
    .select({ id: savedViews.id, name: savedViews.name, query: savedViews.query })
    .from(savedViews)
    .where(eq(savedViews.shop, shop))
    .orderBy(asc(savedViews.position), asc(savedViews.id));
}

export async function createSavedView(
  { db, clock, note }: { db: Db; clock: Clock } & Acted,
  { shop, name, query }: { shop: ShopDomain; name: string; query: string },
): Promise<SavedViewChange> {
  const parsed = nameSchema.safeParse(name);
  if (!parsed.success) return refused(parsed.error);
  const now = clock.now();
  const id = newId("view", now);
  return db.transact<SavedViewChange>({ shop }, function* (tx) {
    if (yield* isTaken(tx, shop, parsed.data, id)) return taken(parsed.data);
    const [row] = yield* q(
      tx
        .select({ views: count(), last: max(savedViews.position) })
        .from(savedViews)
        .where(eq(savedViews.shop, shop)),
    );
    if ((row?.views ?? 0) >= maxViews) {
      return { outcome: "refused", problem: { code: "too_many_views", limit: maxViews } };
    }
    const position = (row?.last ?? -1) + 1;
    const values = { shop, id, name: parsed.data, query: tidyQuery(shop, query), position, createdAt: now };
    yield* q(tx.insert(savedViews).values(values));
    if (note) yield* note({ subject: viewOf(id), details: { name: parsed.data }, told: { viewId: id } });
    return { outcome: "saved", id };
  });
}

/** What a page showed of a view. */
export type SeenView = Pick<SavedView, "name" | "query">;

/** Renames a view, gives it other filters, or both. @param request.seen another one by now is left alone */
export async function updateSavedView(
  { db, note }: { db: Db } & Acted,
  request: {
    shop: ShopDomain;
    id: string;
    name?: string | undefined;
    query?: string | undefined;
    seen?: SeenView | undefined;
  },
): Promise<SavedViewChange> {
  const { shop, id, name, query, seen } = request;
  const parsed = nameSchema.optional().safeParse(name);
  if (!parsed.success) return refused(parsed.error);
  const values = {
    ...(parsed.data === undefined ? {} : { name: parsed.data }),
    ...(query === undefined ? {} : { query: tidyQuery(shop, query) }),
  };
  return db.transact<SavedViewChange>({ shop }, function* (tx) {
    const changedBefore = yield* changedSince(tx, { shop, id, seen });
    if (changedBefore) return { outcome: "stale", changed: changedBefore };
    if (parsed.data !== undefined && (yield* isTaken(tx, shop, parsed.data, id))) return taken(parsed.data);
    const changed = yield* q(
      tx
        .update(savedViews)
        .set({ shop, ...values })
        .where(and(eq(savedViews.shop, shop), eq(savedViews.id, id)))
        .returning({ id: savedViews.id }),
    );
    if (note && changed.length > 0) yield* note({ subject: viewOf(id), told: { viewId: id } });
    return changed.length > 0 ? { outcome: "saved", id } : { outcome: "refused", problem: { code: "view_gone" } };
  });
}

/** Deletes a view; one that is gone already is as good as deleted. @returns what somebody changed, for which it stays, otherwise null */
export async function deleteSavedView(
  { db, note }: { db: Db } & Acted,
  { shop, id, seen }: { shop: ShopDomain; id: string; seen?: SeenView | undefined },
): Promise<ViewChangedSince | null> {
  return db.transact({ shop }, function* (tx) {
    const changedBefore = yield* changedSince(tx, { shop, id, seen });
    if (changedBefore) return changedBefore;
    const gone = yield* q(
      tx
        .delete(savedViews)
        .where(and(eq(savedViews.shop, shop), eq(savedViews.id, id)))
        .returning({ name: savedViews.name }),
    );
    if (note && gone[0]) yield* note({ subject: viewOf(id), details: { name: gone[0].name } });
    return null;
  });
}

function* changedSince(
  tx: Tx,
  { shop, id, seen }: { shop: ShopDomain; id: string; seen: SeenView | undefined },
): Steps<ViewChangedSince | null> {
  if (!seen) return null;
  const [now] = yield* q(
    tx
      .select({ name: savedViews.name, query: savedViews.query })
      .from(savedViews)
      .where(and(eq(savedViews.shop, shop), eq(savedViews.id, id))),
  );
  if (!now || (now.name === seen.name && now.query === seen.query)) return null;
  const { name } = seen;
  return now.name === name ? { field: "query", name } : { field: "name", name, now: now.name };
}

function viewOf(id: string) {
  return { kind: "view", id };
}

function* isTaken(tx: Tx, shop: ShopDomain, name: string, exceptId: string) {
  const same = yield* q(
    tx
      .select({ id: savedViews.id })
      .from(savedViews)
      .where(and(eq(savedViews.shop, shop), eq(savedViews.name, name), ne(savedViews.id, exceptId)))
      .limit(1),
  );
  return same.length > 0;
}

/** Only what the list understands is kept, so that an address copied from somewhere brings nothing else along. */
function tidyQuery(shop: ShopDomain, query: string): string {
  const { shop: _shop, cursor: _cursor, ...parsed } = parseProductQuery(shop, new URLSearchParams(query));
  const tidy = productQueryParams({ ...parsed, limit: 50 });
  if (parsed.sort === "updated" && parsed.direction === "desc") {
    tidy.delete("sort");
    tidy.delete("dir");
  }
  return tidy.toString();
}

function taken(name: string): SavedViewChange {
  return { outcome: "refused", problem: { code: "view_name_taken", name } };
}

function refused(error: z.ZodError): SavedViewChange {
  return { outcome: "refused", problem: issues.of(error.issues[0]) ?? { code: "view_name_missing" } };
}
