import type { AppContext } from "../context.server.ts";
import type { Acted } from "../db/record-act.ts";
import type { ShopDomain } from "../lib/brand.ts";
import { isRecord, parseSentJson } from "../lib/json.ts";
import { maxTerms } from "../rules/glossary/glossary.ts";
import { readGlossary } from "../rules/glossary/read-glossary.ts";
import { saveGlossary } from "../rules/glossary/save-glossary.ts";
import type { AdminUser } from "../shopify/authenticate-admin.ts";
import type { GlossaryRowView } from "../ui/configs/rows-of-list.ts";
import { countOf } from "../ui/numbers.ts";
import type { Outcome } from "./answer-action.ts";
import { readShopNotices } from "./shop-notices.ts";

type Deps = Pick<AppContext, "db" | "clock"> & Acted;

/** All that the glossary's page shows. */
export async function readGlossaryPage(deps: Deps, shop: ShopDomain) {
  const notices = await readShopNotices(deps, shop);
  const { terms, digest } = await deps.db.do(readGlossary(shop));
  return {
    rows: terms.map(({ term, never }): GlossaryRowView => ({ term, never: never.join(", ") })),
    digest,
    maxTerms,
    notices,
  };
}

/** Saves the rows of the page; those left empty are dropped. */
export async function changeGlossary(deps: Deps, { shop, by }: AdminUser, form: FormData): Promise<Outcome> {
  const digest = form.get("digest");
  const rows = rowsOf(form.get("rows"));
  if (typeof digest !== "string" || !rows) {
    return { problem: "This page is from an older version of the app. Reload it." };
  }
  const terms = rows
    .map(({ term, never }) => ({
      term,
      never: never
        .split(/[,;\n]/)
        .map((word) => word.trim())
        .filter((word) => word !== ""),
    }))
    .filter(({ term, never }) => term.trim() !== "" || never.length > 0);
  const saved = await saveGlossary(deps, { shop, terms, digest, by });
  if (saved.outcome === "refused") return { problem: saved.message, ...(saved.stale ? { stale: true } : {}) };
  return { message: saved.terms === 0 ? "Glossary emptied" : `${countOf(saved.terms, "word")} saved` };
}

function rowsOf(json: unknown): GlossaryRowView[] | null {
  const rows = parseSentJson(typeof json === "string" ? json : "");
  const isRow = (row: unknown): row is GlossaryRowView =>
    isRecord(row) && typeof row.term === "string" && typeof row.never === "string";
  return Array.isArray(rows) && rows.every(isRow) ? rows : null;
}
