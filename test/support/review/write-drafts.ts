import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "../../../app/db/open.ts";
import { conflicts, products, type StoredWarning, versions } from "../../../app/db/schema/index.ts";
import type { ShopDomain } from "../../../app/lib/brand.ts";
import { newId } from "../../../app/lib/id.ts";
import { storeTarget } from "../../../app/texts/target.ts";
import { refreshContentState } from "../../../app/versions/refresh-content-state.ts";
import { storeProduct } from "../content/shop.ts";

/** What a product has to be decided about. */
export type DraftKind = "clean" | "warned" | "contradicted" | "conflict";

export interface WrittenDrafts {
  productId: string;
  title: string;
  kind: DraftKind;
}

const target = storeTarget("en");
const untrue = "made for a thousand years";

const firstId = 7_000_000;

/**
 * A shop's products, without an import, and drafts of them.
 * @param asked.offering the short texts in the wordings of {@link wordingsOfDraft}
 */
export async function storeReview(
  db: Db,
  asked: { shop: ShopDomain; kinds: readonly DraftKind[]; count: number; offering?: boolean },
): Promise<WrittenDrafts[]> {
  for (let more = 0; more < asked.count; more++) {
    await storeProduct(db, { shop: asked.shop, id: String(firstId + more), title: `Linen shirt no. ${more + 1}` });
  }
  return writeDrafts(db, asked);
}

/** Drafts of title, description, bullets and search texts for a shop's products, by turns as `kinds` says. */
async function writeDrafts(
  db: Db,
  { shop, kinds, count, offering = false }: Parameters<typeof storeReview>[1],
): Promise<WrittenDrafts[]> {
  const rows = await db.orm
    .select({ id: products.id, title: products.title, factsDigest: products.factsDigest })
    .from(products)
    .where(and(eq(products.shop, shop), isNull(products.goneAt)))
    .orderBy(products.rowId)
    .limit(count);
  const written: WrittenDrafts[] = [];
  const from = Date.now() - 3_600_000;
  for (const [index, row] of rows.entries()) {
    const kind = kinds[index % kinds.length] ?? "clean";
    const bodies = bodiesOf(row.title, kind);
    for (const [contentType, body] of Object.entries(bodies)) {
      const warnings = contentType === "desc" ? warningsOf(kind) : [];
      const isInConflict = kind === "conflict" && contentType === "title";
      const id = newId("ver", from + index);
      const wordings = offering ? wordingsOfDraft(contentType, row.title) : [];
      await db.orm.insert(versions).values({
        wordings: wordings.length > 0 ? wordings.map((words) => ({ body: words, warnings: [] })) : null,
        ...{ id, shop, productId: row.id, contentType, ...target, body, warnings, evidence: evidenceOf(contentType) },
        ...{
          state: isInConflict ? "approved" : "draft",
          origin: "generated",
          blocked: kind === "contradicted" && contentType === "desc",
        },
        ...{
          base: null,
          baseDigest: "",
          factsDigest: row.factsDigest,
          configDigest: "",
          createdAt: from - index * 1_000,
        },
      });
      if (isInConflict) {
        await db.orm.insert(conflicts).values({
          ...{ shop, productId: row.id, contentType, ...target, versionId: id, base: row.title },
          ...{ theirs: `${row.title}, undyed`, ours: String(body), detectedAt: from },
        });
      }
    }
    await db.transact({ shop }, () => refreshContentState({ shop, productId: row.id, target }));
    written.push({ productId: row.id, title: row.title, kind });
  }
  return written;
}

/** What the model offers of a text, the draft first; nothing where there is no choice. */
export function wordingsOfDraft(contentType: string, title: string): string[] {
  switch (contentType) {
    case "title":
      return [`${title}, new`, `New: ${title} for every day`, `${title} that is easy to keep`];
    case "seo_title":
      return [`${title} | Fern & Field`, `${title} by Fern & Field`, `Fern & Field ${title}`];
    case "seo_desc":
      return [
        `${title} for every day, with care in each detail. Good to use, easy to keep.`,
        `Easy to keep and good to use: ${title} for every day.`,
      ];
    default:
      return [];
  }
}

function bodiesOf(title: string, kind: DraftKind): Record<string, string | string[]> {
  const claim = kind === "contradicted" ? ` It is ${untrue}.` : kind === "warned" ? " It dries flat overnight." : "";
  return {
    title: `${title}, new`,
    desc: `<p>${title} for every day, with care in each detail.${claim}</p><p>Good to use, easy to keep.</p><ul><li>For every day</li><li>Easy to keep</li></ul>`,
    bullets: ["For every day", "Easy to keep", "Made with care"],
    seo_title: `${title} | Fern & Field`,
    seo_desc: `${title} for every day, with care in each detail. Good to use, easy to keep.`,
  };
}

function warningsOf(kind: DraftKind): StoredWarning[] {
  if (kind === "contradicted") {
    return [
      {
        ...{
          content_type: "desc",
          code: "CONTRADICTED_FACT",
          severity: "block",
          id: "contradiction",
          quote: untrue,
          at: [],
        },
        description: `desc says "${untrue}", but Warranty is "2 years"`,
        fact: {
          id: "f1",
          path: "attributes.Warranty",
          name: "Warranty",
          value: "2 years",
          source: "attribute",
          tier: 1,
        },
        fix: { quote: untrue, with: "made to last" },
      },
    ];
  }
  if (kind !== "warned") return [];
  return [
    {
      ...{
        content_type: "desc",
        code: "UNSUPPORTED_FACT",
        severity: "warn",
        id: "unsupported",
        quote: "dries flat overnight",
      },
      ...{ description: 'desc says "dries flat overnight", but no fact of the product says so', at: [] },
    },
  ];
}

function evidenceOf(contentType: string) {
  return contentType === "desc" ? [{ text: "every day", fact: "Use: every day" }] : [];
}
