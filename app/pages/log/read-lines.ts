import { z } from "zod";
import type { Db } from "../../db/open.ts";
import { type ActRow, readActs } from "../../db/read-acts.ts";
import type { ActDetails } from "../../db/schema/index.ts";
import type { AdminUser } from "../../shopify/authenticate-admin.ts";
import { actKinds } from "../../ui/log/log-view.ts";
import { actionsOfKind } from "./act-words.ts";

const cursorSchema = z.string().regex(/^\d{1,16}-[\w-]{1,64}$/);
export const whoSchema = z.enum(["me", "people", "program"]);
export const kindSchema = z.enum(actKinds);

/** Lines of the log for an address: `kind`, `who` and `cursor`. */
export function readLines(
  { db }: { db: Db },
  user: AdminUser,
  params: URLSearchParams,
  limit: number,
): Promise<ActRow[]> {
  const kind = kindSchema.safeParse(params.get("kind"));
  const who = whoSchema.safeParse(params.get("who"));
  const cursor = cursorSchema.safeParse(params.get("cursor"));
  const [at = "", id = ""] = cursor.success ? cursor.data.split(/-(.*)/s) : [];
  return db.do(
    readActs({
      shop: user.shop,
      me: user.by,
      actions: kind.success ? actionsOfKind(kind.data) : undefined,
      who: who.data,
      before: cursor.success ? { at: Number(at), id } : undefined,
      limit,
    }),
  );
}

/** The one product that an act was about, be it through a job of one item. */
export function productOf({ kind, subject, details }: ActRow): string[] {
  if (kind === "product" && subject !== null) return [subject];
  const { only } = JSON.parse(details) as ActDetails;
  return typeof only === "string" ? [only] : [];
}

const programs = ["system", "webhook", "operator"] as const;

/** Whether no person acted. */
export function isProgram(by: string): by is (typeof programs)[number] {
  return (programs as readonly string[]).includes(by);
}
