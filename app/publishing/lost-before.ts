import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import { writeBacks } from "../db/schema/index.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import { sameTarget, type TargetColumns } from "../texts/target.ts";
import { nameOf } from "./field-write.ts";
import type { Writer } from "./writer.ts";

/** So often a text is sent that the shop accepts and does not keep. */
const mostSendings = 2;

/**
 * Texts that a job sent that often for a target and that the shop never showed: they are not sent again.
 * @param input.undoes the write-back that the job undoes; null: it publishes
 */
export async function lostBefore(
  { db, writer }: { db: Db; writer: Pick<Writer, "name" | "notShown"> },
  input: {
    shop: ShopDomain;
    productId: ProductId;
    jobId?: string | null | undefined;
    target: TargetColumns;
    undoes: string | null;
  },
): Promise<ReadonlySet<string>> {
  const { shop, productId, jobId, target, undoes } = input;
  if (writer.notShown !== "lost" || !jobId) return new Set();
  const rows = await db.orm
    .select({ fields: writeBacks.fields })
    .from(writeBacks)
    .where(
      and(
        eq(writeBacks.shop, shop),
        eq(writeBacks.productId, productId),
        eq(writeBacks.jobId, jobId),
        eq(writeBacks.writer, writer.name),
        eq(writeBacks.state, "failed"),
        undoes === null ? isNull(writeBacks.undoes) : eq(writeBacks.undoes, undoes),
      ),
    );
  const times = new Map<string, number>();
  for (const field of rows.flatMap(({ fields }) => fields)) {
    if (field.acceptedAt === undefined || !sameTarget(field.target, target)) continue;
    times.set(nameOf(field), (times.get(nameOf(field)) ?? 0) + 1);
  }
  return new Set([...times].flatMap(([name, count]) => (count >= mostSendings ? [name] : [])));
}
