import type { TextBody } from "../../db/schema/index.ts";
import { JobCancelled } from "../../jobs/task.ts";
import type { ModelAnswer, ModelRequest } from "../../model/port.ts";
import { stillSource } from "../../quality/translation/still-source.ts";
import { readersView } from "../../texts/readers-view.ts";
import { comparable, isEmptyBody, writtenOf } from "../../texts/text-body.ts";
import { askFor, type Complete, unusableReason } from "../ask-for.ts";
import type { Comparer } from "../examine/comparer.ts";
import type { GeneratedText, UnusableReason, Usage } from "../generated-text.ts";
import { type CheckedText, checkFixed, type Texts } from "../tried-texts.ts";
import { buildRequest, type Fix, repairOf } from "./build-request.ts";
import type { Cell } from "./choose-cells.ts";
import { compareMeanings } from "./compare-meanings.ts";
import { chunkCells } from "./estimate-tokens.ts";
import { finishTranslation } from "./finish-translation.ts";
import { placeName } from "./places.ts";
import { readTranslations } from "./read-answer.ts";
import type { TranslationContext } from "./translation-context.ts";

/** At most so many further calls put right what the checks found in the texts of one. */
const maxRepairs = 2;

/** Why a text came back without being translated. */
export type NotTranslated =
  /** it is its source still */
  | "echo"
  /** of a market: it says what is said everywhere in the language, so that there is nothing to keep for the market */
  | "same_as_general"
  /** it is empty, or was never in an answer */
  | "missing"
  /** what came is not to be kept, e.g. a refusal */
  | "withheld";

export interface TranslatedCell {
  cell: Cell;
  text: GeneratedText;
}

export interface Translated {
  translated: TranslatedCell[];
  /** nothing is stored of these: the shop goes on without */
  failed: { cell: Cell; why: NotTranslated }[];
  usage: Usage;
  /** of the last call that held no answer; null where all did */
  reason: UnusableReason | null;
}

/** The best try of a cell so far. */
type Tried = Map<Cell, CheckedText>;

/**
 * Translates texts of one product: a call for as many as its answer has room for, fixes, checks against the source and the
 * product's facts, and at most two repairs with only what a finding blocks. A repaired text is taken where its findings are
 * lighter. What comes back as it was is no translation.
 * @param options.mostTokens of an answer. @param options.comparer says whether they mean the same; default: nobody is asked
 * @throws what the model throws at the first call; of later ones what leaves the paid texts worth keeping ends the calls
 */
export async function translateTexts(
  complete: Complete,
  context: TranslationContext,
  cells: readonly Cell[],
  options: { signal: AbortSignal; mostTokens: number; comparer?: Comparer | null | undefined },
): Promise<Translated> {
  const { signal } = options;
  const tried: Tried = new Map();
  const echoed = new Set<Cell>();
  const repeated = new Set<Cell>();
  const usage: Usage = { model: context.model, calls: 0, tokensIn: 0, tokensOut: 0 };
  let reason: UnusableReason | null = null;
  for (const [number, chunk] of chunkCells(cells, options.mostTokens).entries()) {
    if (tried.size > 0 && signal.reason instanceof JobCancelled) break;
    const first = buildRequest(context, chunk, titlesIn(tried, chunk));
    let asked: { request: ModelRequest; cells: readonly Cell[] } | null = { request: first, cells: chunk };
    for (let repair = 0; asked !== null; repair++) {
      const call = number * (1 + maxRepairs) + repair;
      const answer = await askFor(complete, asked.request, { call, signal, isExtra: call > 0 && tried.size > 0 });
      if (answer === null) break;
      usage.model = answer.model;
      usage.calls++;
      usage.tokensIn += answer.tokensIn;
      usage.tokensOut += answer.tokensOut;
      reason = unusableReason(answer) ?? reason;
      const came = readTranslations(answer, { ...asked, aliases: context.aliases });
      const again = new Set(echoed);
      for (const cell of asked.cells) {
        if (isEcho(context, cell, came.get(cell))) echoed.add(cell);
        if (isGeneral(context, cell, came.get(cell))) repeated.add(cell);
      }
      await keepBetter(context, tried, came, again);
      const mayRepair = repair < maxRepairs && answer.kind !== "prompt_cut";
      const failing = mayRepair ? failingOf(chunk, { tried, echoed, repeated, answer }) : [];
      asked =
        failing.length === 0
          ? null
          : {
              request: repairOf(context, first, failing, { wasCut: answer.kind === "truncated" }),
              cells: failing.map(({ cell }) => cell),
            };
    }
  }
  if (options.comparer && !(signal.reason instanceof JobCancelled)) {
    const { calls, tokensIn, tokensOut } = await compareMeanings(context, tried, {
      signal,
      comparer: options.comparer,
    });
    usage.calls += calls;
    usage.tokensIn += tokensIn;
    usage.tokensOut += tokensOut;
  }
  return { ...outcomesOf(cells, tried, { echoed, repeated }), usage, reason };
}

/**
 * Checks what came, beside the product's other texts in the language, and keeps what is better than what was there.
 * @param again what was its source when it came before
 */
async function keepBetter(
  context: TranslationContext,
  tried: Tried,
  came: ReadonlyMap<Cell, TextBody>,
  again: ReadonlySet<Cell>,
): Promise<void> {
  for (const [place, texts] of Map.groupBy(came, ([cell]) => placeName(cell))) {
    const language = context.languages.get(place);
    if (!language) continue;
    const { checks } = language;
    const options = { config: checks.source.config, kept: context.kept };
    const repeats = texts.some(
      ([cell, raw]) => isEcho(context, cell, raw) && echoKind(context, cell, raw) === "untranslated",
    );
    const fixed = new Map(
      texts.flatMap(([cell, raw]) => {
        const finished = finishTranslation(cell.source, raw, { ...options, locale: cell.from });
        const { body } = finished;
        const echo = isEcho(context, cell, body) ? echoKind(context, cell, body) : null;
        // What only may be right is asked for twice where it has more than one word, and taken of nobody who only repeats.
        const isSame = echo === "doubtful" && !repeats && (again.has(cell) || isOneWord(cell));
        const isUsable = !isEmptyBody(body) && !isGeneral(context, cell, body);
        return isUsable && (echo === null || echo === "right" || isSame) ? [[cell.source.name, finished] as const] : [];
      }),
    );
    const checked = await checkFixed(checks, triedIn(tried, place), fixed);
    for (const [cell] of texts) {
      const after = checked.get(cell.source.name);
      const before = tried.get(cell);
      if (after && (!before || after.result.score < before.result.score)) tried.set(cell, after);
    }
  }
}

/** Word for word its source, as a reader sees it. */
function isEcho(context: TranslationContext, cell: Cell, body: TextBody | undefined): boolean {
  return readsAs(context, cell, body, cell.source.body);
}

/** What is word for word its source: whether that is right ("XL"), may be ("Polo", a name), or can only be untranslated. */
function echoKind(context: TranslationContext, cell: Cell, body: TextBody): "right" | "doubtful" | "untranslated" {
  const config = context.languages.get(placeName(cell))?.checks.source.config;
  const view = (text: TextBody) => (config ? readersView(cell.source.name, text, config).join("\n") : writtenOf(text));
  const found = stillSource(
    { text: view(cell.source.body), locale: cell.from },
    { text: view(body), locale: cell.locale },
    context.kept,
  );
  if (found === null) return "right";
  return found.certain ? "untranslated" : "doubtful";
}

/** Word for word what is said everywhere, as a reader sees it. */
function isGeneral(context: TranslationContext, cell: Cell, body: TextBody | undefined): boolean {
  return cell.general !== null && readsAs(context, cell, body, cell.general);
}

function readsAs({ languages }: TranslationContext, cell: Cell, body: TextBody | undefined, other: TextBody): boolean {
  const config = languages.get(placeName(cell))?.checks.source.config;
  if (body === undefined || !config) return false;
  const view = (text: TextBody) => written(readersView(cell.source.name, text, config).join("\n"));
  // A market's spelling may differ in a sign or a capital alone.
  const written = (text: string) => (cell.market === "" ? comparable(text) : text.normalize("NFC").trim());
  return view(body) === view(other);
}

function triedIn(tried: Tried, place: string): Texts {
  return new Map([...tried].flatMap(([cell, text]) => (placeName(cell) === place ? [[cell.source.name, text]] : [])));
}

/** Titles that were translated before this call, for its places: its texts speak of the product by the same name. */
function titlesIn(tried: Tried, chunk: readonly Cell[]): Map<string, string> {
  const titles = [...tried].filter(([{ source }]) => source.name === "title");
  const places = new Set(chunk.map(placeName));
  return new Map(
    titles.flatMap(([cell, { body, result }]) => {
      const place = placeName(cell);
      return places.has(place) && typeof body === "string" && !result.blocked ? [[place, body]] : [];
    }),
  );
}

function failingOf(
  chunk: readonly Cell[],
  came: { tried: Tried; echoed: ReadonlySet<Cell>; repeated: ReadonlySet<Cell>; answer: ModelAnswer },
): { cell: Cell; fix: Fix }[] {
  const { tried, echoed, repeated, answer } = came;
  return chunk.flatMap((cell): { cell: Cell; fix: Fix }[] => {
    const text = tried.get(cell);
    if (text && !text.result.withheld) {
      const { findings } = text.result;
      return findings.length > 0 ? [{ cell, fix: { text: text.draft, findings } }] : [];
    }
    if (repeated.has(cell)) return [];
    const finding = echoed.has(cell)
      ? `it is not translated: the answer was the ${cell.from} text as it was`
      : missingBecause(answer);
    return [{ cell, fix: { text: null, findings: [finding] } }];
  });
}

/** One word may well be the same in both languages: nobody is asked twice for it. */
function isOneWord({ source }: Cell): boolean {
  return (writtenOf(source.body).match(/\p{L}{2,}/gu)?.length ?? 0) <= 1;
}

function missingBecause({ kind }: ModelAnswer): string {
  if (kind === "refused") return "it is missing: the answer was a refusal";
  if (kind === "truncated") return "it is missing: the answer was too long and was cut off";
  return kind === "not_json" ? "it is missing: the answer was not JSON" : "it is missing from the answer";
}

function outcomesOf(
  cells: readonly Cell[],
  tried: Tried,
  { echoed, repeated }: { echoed: ReadonlySet<Cell>; repeated: ReadonlySet<Cell> },
): Pick<Translated, "translated" | "failed"> {
  const translated: TranslatedCell[] = [];
  const failed: Translated["failed"] = [];
  for (const cell of cells) {
    const text = tried.get(cell);
    if (!text)
      failed.push({ cell, why: repeated.has(cell) ? "same_as_general" : echoed.has(cell) ? "echo" : "missing" });
    else if (text.result.withheld) failed.push({ cell, why: "withheld" });
    else translated.push({ cell, text: generated(cell, text) });
  }
  return { translated, failed };
}

export function generated({ source }: Cell, { body, result, examined }: CheckedText): GeneratedText {
  const { warnings, blocked, evidence } = result;
  return { contentType: source.name, body, warnings, blocked, evidence, examined };
}
