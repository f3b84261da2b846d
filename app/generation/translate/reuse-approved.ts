import { otherKindOf } from "../../catalog/translations/translation-sources.ts";
import type { TextBody } from "../../db/schema/index.ts";
import type { Steps } from "../../db/steps.ts";
import { stillSource } from "../../quality/translation/still-source.ts";
import { slotNamed } from "../../texts/slot.ts";
import { comparable, isEmptyBody, writtenOf } from "../../texts/text-body.ts";
import { approvedOfSource } from "../../versions/approved-of-source.ts";
import type { Cell, ChosenCells } from "./choose-cells.ts";
import { placeName } from "./places.ts";

/**
 * Translations that a person approved of the very same source text, in the same language and market and of the same kind of text, of
 * whatever product of the shop: these are used to the letter, without a model, and so is a source that is in the language already.
 * Drafts are never taken, and nothing that can only be its own source still, or is not as the shop's terms of today say.
 */
export function* approvedTranslations(
  shop: string,
  { cells, isAgainstTerms }: Pick<ChosenCells, "cells" | "isAgainstTerms">,
): Steps<Map<Cell, TextBody>> {
  const found = new Map<Cell, TextBody>();
  for (const cell of cells) {
    const { locale, market, source } = cell;
    if (cell.isInIt) {
      found.set(cell, source.body);
      continue;
    }
    const { field } = slotNamed(source.name);
    const rows = yield* approvedOfSource({ shop, locale, market, field, digest: source.digest });
    const row = rows.find(({ resource }) => kindOf(resource) === kindOf(slotNamed(source.name).resource));
    const body = row && (JSON.parse(row.body) as TextBody);
    if (body !== undefined && isTranslation(cell, body) && !isAgainstTerms(cell, body)) found.set(cell, body);
  }
  return found;
}

function isTranslation({ source: { body: source }, from, locale }: Cell, body: TextBody): boolean {
  if (isEmptyBody(body) || Array.isArray(body) !== Array.isArray(source)) return false;
  if (comparable(writtenOf(body)) !== comparable(writtenOf(source))) return true;
  const still = stillSource({ text: writtenOf(source), locale: from }, { text: writtenOf(body), locale });
  return still?.certain !== true;
}

function kindOf(resource: string): string {
  return resource.split("/")[0] ?? resource;
}

/** Cells whose source stands in another one of the same kind and language: only the first is translated. */
export function withoutRepeats(cells: readonly Cell[]): { first: Cell[]; repeats: Map<Cell, Cell[]> } {
  const firsts = new Map<string, Cell>();
  const repeats = new Map<Cell, Cell[]>();
  for (const cell of cells) {
    const { resource, field } = slotNamed(cell.source.name);
    const isOwnType = resource === "product" && otherKindOf(cell.source.name) === null;
    const key = JSON.stringify([
      placeName(cell),
      kindOf(resource),
      field,
      isOwnType ? cell.source.name : cell.source.digest,
    ]);
    const first = firsts.get(key);
    if (first) repeats.set(first, [...(repeats.get(first) ?? []), cell]);
    else firsts.set(key, cell);
  }
  return { first: [...firsts.values()], repeats };
}
