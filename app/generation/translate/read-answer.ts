import { z } from "zod";
import type { TextBody } from "../../db/schema/index.ts";
import { isRecord } from "../../lib/json.ts";
import { echoesOf } from "../../model/find-echoes.ts";
import type { ModelAnswer, ModelRequest } from "../../model/port.ts";
import { findFields } from "../find-fields.ts";
import { readField, type Shape } from "../read-field.ts";
import type { Cell } from "./choose-cells.ts";
import { placeName } from "./places.ts";
import type { TranslationContext } from "./translation-context.ts";

/** Models wrap an answer in a few levels at most. */
const deepest = 3;
const languagesSchema = z.record(z.string(), z.unknown());

/**
 * The translations of an answer, also of one that is wrapped or shaped in another way but can mean only this. What was not
 * asked for reaches nothing.
 * @returns undefined for a cell whose text is absent or of the wrong shape
 */
export function readTranslations(
  answer: ModelAnswer,
  { cells, request, aliases }: { cells: readonly Cell[]; request: ModelRequest } & Pick<TranslationContext, "aliases">,
): Map<Cell, TextBody> {
  const found = new Map<Cell, TextBody>();
  if (answer.kind !== "json") return found;
  const places = Map.groupBy(cells, placeName);
  for (const [place, ofPlace] of places) {
    const shapes = new Map<string, Shape>(
      ofPlace.map(({ source }) => [aliases.get(source.name) ?? source.name, source.form === "list" ? "texts" : "text"]),
    );
    const own = objectOf(answer.json, place) ?? (places.size === 1 ? answer.json : undefined);
    const texts = own === undefined ? undefined : findFields(own, shapes, echoesOf(request));
    for (const cell of ofPlace) {
      const name = aliases.get(cell.source.name) ?? cell.source.name;
      // A text that was only repeated is found here, to be told of.
      const text = texts?.get(name) ?? (isRecord(own) ? readField(shapes.get(name) ?? "text", own[name]) : undefined);
      if (text !== undefined) found.set(cell, text);
    }
  }
  return found;
}

/** What stands under a place: `pt-BR`, also spelled `pt_BR` or `pt-br`. */
function objectOf(json: unknown, place: string, depth = 0): unknown {
  const record = languagesSchema.safeParse(json);
  if (!record.success || !isRecord(json)) return undefined;
  const keys = Object.keys(record.data).filter((key) => plain(key) === plain(place));
  const [key] = keys;
  if (keys.length === 1 && key !== undefined) return record.data[key];
  if (depth >= deepest || keys.length > 1) return undefined;
  const inner = Object.values(record.data)
    .slice(0, 20)
    .map((one) => objectOf(one, place, depth + 1))
    .filter((one) => one !== undefined);
  return inner.length === 1 ? inner[0] : undefined;
}

function plain(place: string): string {
  return place.toLowerCase().replaceAll("_", "-");
}
