import { isDeepStrictEqual } from "node:util";
import { eq } from "drizzle-orm";
import { primaryTargetOf } from "../../../app/catalog/read-primary-target.ts";
import { allShopTranslations } from "../../../app/catalog/translations/shop-translations.ts";
import { valueOfBody } from "../../../app/catalog/translations/text-form.ts";
import type { SqliteDb } from "../../../app/db/open.ts";
import {
  conflicts,
  type ShopTranslation,
  type TextBody,
  versions,
  type WrittenField,
  writeBacks,
} from "../../../app/db/schema/index.ts";
import { isImageAlt, nameOfRow, nameOfSlot } from "../../../app/texts/slot.ts";
import { sameTarget, type TargetColumns, targetKey } from "../../../app/texts/target.ts";
import type { Sandbox } from "../../../sandbox/start.ts";
import { findTranslationPlaces, heldAt, inheritedAt, isText, type ReadablePlace } from "./translation-places.ts";
import { placeKey, type TranslationChange, type TranslationPlace } from "./watch-translations.ts";

export interface TranslationAudit {
  db: SqliteDb;
  sandbox: Pick<Sandbox, "store">;
  shop: string;
  /** all changes since before the app first wrote, as `watchTranslations` keeps them; without them persons' texts are not looked for */
  changes?: readonly TranslationChange[] | undefined;
}

type Version = typeof versions.$inferSelect;
type WriteBack = typeof writeBacks.$inferSelect;

/** One translation of one write-back, with its place in the store. */
interface Written {
  writeBack: WriteBack;
  field: WrittenField;
  place: ReadablePlace;
}

interface Known extends TranslationAudit {
  versions: Version[];
  byId: Map<string, Version>;
  placeOf(text: { productId: string; name: string; target: TargetColumns }): ReadablePlace | undefined;
  /** by the key of their place, in the order in which they were begun */
  written: Map<string, Written[]>;
  conflicts: (typeof conflicts.$inferSelect)[];
  sent: ReadonlyMap<string, Sent>;
  /** those of the changes that the app made; all others are a person's */
  ofApp: ReadonlySet<TranslationChange>;
}

/** What the app sent to one place. */
interface Sent {
  place: TranslationPlace;
  value: string | null;
  /** with and without an answer that came */
  tries: number;
  answered: number;
}

/**
 * What must hold of texts in other languages and for markets: a published one is what the store holds, or a person changed it
 * there and the app says so; nothing was sent that nobody approved, or more often than planned; what a person wrote was replaced
 * only by a text that was made from it; the trace of each write is true, and an undo brought back what stood there, also
 * nothing; no text is in two states.
 * @returns one sentence a finding
 */
export async function auditTranslations(input: TranslationAudit): Promise<string[]> {
  const known = await readKnown(input);
  return [
    ...(await auditShown(known)),
    ...auditSent(known),
    ...auditChanges(known),
    ...(await auditLastWrites(known)),
    ...auditStates(known),
  ];
}

async function readKnown(input: TranslationAudit): Promise<Known> {
  const { db, shop } = input;
  const primary = await db.do(primaryTargetOf(shop));
  const isOther = (row: TargetColumns) => !sameTarget(row, primary);
  const rows = (await db.orm.select().from(versions).where(eq(versions.shop, shop))).filter(isOther);
  const sent = readSent(input);
  const placeOf = await findTranslationPlaces(input);
  const written = new Map<string, Written[]>();
  const all = await db.orm
    .select()
    .from(writeBacks)
    .where(eq(writeBacks.shop, shop))
    .orderBy(writeBacks.createdAt, writeBacks.id);
  for (const writeBack of all.filter(({ writer }) => writer === "translation")) {
    for (const field of writeBack.fields) {
      const place = placeOf({ productId: writeBack.productId, name: nameOfSlot(field.slot), target: field.target });
      if (!place) continue;
      const at = placeKey(place);
      written.set(at, [...(written.get(at) ?? []), { writeBack, field, place }]);
    }
  }
  return {
    ...input,
    ...{ versions: rows, byId: new Map(rows.map((row) => [row.id, row])), placeOf, written },
    conflicts: (await db.orm.select().from(conflicts).where(eq(conflicts.shop, shop))).filter(isOther),
    ...{ sent, ofApp: changesOfApp(input, sent) },
  };
}

/** A person may have written the very same before: of equal changes the last are the app's. */
function changesOfApp({ changes = [] }: TranslationAudit, sent: Known["sent"]): Set<TranslationChange> {
  const left = new Map([...sent].map(([key, { tries }]) => [key, tries]));
  const found = new Set<TranslationChange>();
  for (const change of changes.toReversed()) {
    const key = sentKey(change, change.after);
    const tries = left.get(key) ?? 0;
    if (tries === 0) continue;
    left.set(key, tries - 1);
    found.add(change);
  }
  return found;
}

function readSent({ sandbox, shop }: TranslationAudit): Known["sent"] {
  const sent = new Map<string, Sent>();
  for (const { shop: of, rootFields, input, outcome } of sandbox.store.log()) {
    if (of !== shop || outcome === "throttled" || outcome === "unauthorized") continue;
    for (const [place, value] of rowsOf(rootFields, input)) {
      const key = sentKey(place, value);
      const { tries, answered } = sent.get(key) ?? { tries: 0, answered: 0 };
      sent.set(key, { place, value, tries: tries + 1, answered: answered + (outcome === "ok" ? 1 : 0) });
    }
  }
  return sent;
}

function rowsOf(rootFields: readonly string[], input: unknown): [TranslationPlace, string | null][] {
  const { resourceId } = (input ?? {}) as { resourceId: string };
  if (rootFields.includes("translationsRegister")) {
    const { translations } = input as { translations: (Omit<TranslationPlace, "resourceId"> & { value: string })[] };
    return translations.map(({ key, locale, marketId, value }) => [
      { resourceId, key, locale, marketId: marketId ?? null },
      value,
    ]);
  }
  if (!rootFields.includes("translationsRemove")) return [];
  const { keys, locales, marketIds = [null] } = input as { keys: string[]; locales: string[]; marketIds?: string[] };
  return keys.flatMap((key) =>
    locales.flatMap((locale) =>
      marketIds.map((marketId): [TranslationPlace, null] => [{ resourceId, key, locale, marketId }, null]),
    ),
  );
}

const sentKey = (place: TranslationPlace, value: string | null) => `${placeKey(place)} ${JSON.stringify(value)}`;

async function auditShown(known: Known): Promise<string[]> {
  const findings: string[] = [];
  for (const version of known.versions.filter(({ state }) => state === "published")) {
    const place = known.placeOf({ productId: version.productId, name: nameOfRow(version), target: version });
    const said = `${wordsOf(version)} is published`;
    if (!place) {
      findings.push(`${said}, and the store has no place for it`);
      continue;
    }
    const answers = (known.written.get(placeKey(place)) ?? []).filter(
      ({ writeBack, field }) =>
        writeBack.state === "verified" &&
        (field.versionId === version.id || isDeepStrictEqual(field.sent, version.body)),
    );
    const forms = [version.body, ...answers.map(({ field }) => field.answered)];
    const held = heldAt(known.sandbox, known.shop, place);
    const isShown =
      held === null && place.marketId !== null
        ? isText(place, inheritedAt(known.sandbox, known.shop, place), version.body)
        : forms.some((form) => form !== null && isText(place, held, form));
    if (isShown || (await isToldAsChanged(known, version, place))) continue;
    findings.push(`${said} but not what the store holds`);
  }
  return findings;
}

/** A person changed it in the shop since, and pages show what stands there, or that the two differ. */
async function isToldAsChanged(
  known: Known,
  text: TargetColumns & Pick<Version, "productId" | "resource" | "contentType">,
  place: ReadablePlace,
): Promise<boolean> {
  const last = known.changes?.findLast((change) => placeKey(change) === placeKey(place));
  if (!last || known.ofApp.has(last)) return false;
  const isOpen = known.conflicts.some(
    (row) => row.productId === text.productId && nameOfRow(row) === nameOfRow(text) && sameTarget(row, text),
  );
  return isOpen || (await mirroredAt(known, text))?.value === (last.after ?? undefined);
}

async function mirroredAt(
  { db, shop }: Known,
  { productId, locale, market, ...slot }: TargetColumns & Pick<Version, "productId" | "resource" | "contentType">,
): Promise<ShopTranslation | undefined> {
  const rows = await db.do(allShopTranslations({ shop, owner: productId }));
  return rows.find((row) => row.locale === locale && row.market === market)?.texts[nameOfRow(slot)];
}

/** Each text that the app sent is one that a person approved, or that an undo brings back; and was sent as often as was planned. */
function auditSent(known: Known): string[] {
  const findings: string[] = [];
  for (const { place, value, answered } of known.sent.values()) {
    const writes = (known.written.get(placeKey(place)) ?? []).filter((one) => isText(one.place, value, one.field.sent));
    const undone = tracesOfUndone(known, place).filter((one) => isText(one.place, value, one.field.before));
    if (writes.length + undone.length === 0) findings.push(`${wordsOfPlace(place)} was sent without a trace: ${value}`);
    else if (undone.length === 0 && !writes.some((one) => isWanted(known, one)))
      findings.push(`${wordsOfPlace(place)} was sent and nobody approved it: ${value}`);
    if (writes.length > 0 && answered > writes.length + undone.length)
      findings.push(`${wordsOfPlace(place)} was sent ${answered} times, planned ${writes.length + undone.length}`);
  }
  return findings;
}

/** A write that was undone in part keeps what still stands; what it was tells the write that undid the rest. */
function tracesOfUndone({ written }: Known, place: TranslationPlace): Written[] {
  const all = written.get(placeKey(place)) ?? [];
  const isKept = (id: string) => all.some(({ writeBack }) => writeBack.id === id);
  return all.filter(({ writeBack: { undoes } }) => undoes !== null && !isKept(undoes));
}

function isWanted({ byId, written }: Known, { writeBack, field, place }: Written): boolean {
  if (writeBack.undoes !== null) {
    const undone = written.get(placeKey(place))?.find((one) => one.writeBack.id === writeBack.undoes);
    return undone === undefined || isDeepStrictEqual(undone.field.before, field.sent);
  }
  const version = byId.get(field.versionId);
  return version !== undefined && version.decidedBy !== null && !["draft", "rejected"].includes(version.state);
}

/** Each change that the app made is remembered as it was, and replaced nothing of a person's that the text was not made from. */
function auditChanges(known: Known): string[] {
  const findings: string[] = [];
  const own = new Set<string>();
  for (const change of known.changes ?? []) {
    const { before, after } = change;
    if (!known.ofApp.has(change)) continue;
    const traces = (known.written.get(placeKey(change)) ?? []).filter(
      ({ place, field }) => isText(place, after, field.sent) && isText(place, before, field.before),
    );
    const isUndone = tracesOfUndone(known, change).some(
      ({ place, field }) => isText(place, after, field.before) && isText(place, before, field.sent),
    );
    if (traces.length === 0 && !isUndone) {
      findings.push(`${wordsOfPlace(change)} replaced ${before ?? "nothing"}, which no write-back remembers`);
    } else if (traces.length > 0 && before !== null && before !== after && !own.has(sentKey(change, before))) {
      const isKnown = ({ writeBack, field, place }: Written) =>
        writeBack.undoes === null && isText(place, before, known.byId.get(field.versionId)?.base ?? null);
      if (!traces.some(isKnown)) findings.push(`${wordsOfPlace(change)} of a person was overwritten: ${before}`);
    }
    if (after !== null) own.add(sentKey(change, after));
  }
  return findings;
}

/** Where the app wrote last, the store and the mirror hold what it says; after an undo what was there before. */
async function auditLastWrites(known: Known): Promise<string[]> {
  const findings: string[] = [];
  for (const all of known.written.values()) {
    if (all.some(({ writeBack }) => writeBack.state === "writing")) continue;
    const last = all.findLast(({ writeBack: { state } }) => state === "verified" || state === "undone");
    if (!last) continue;
    const { writeBack, field, place } = last;
    const text = {
      ...field.target,
      productId: writeBack.productId,
      resource: field.slot.resource,
      contentType: field.slot.field,
    };
    const isUndone = writeBack.state === "undone";
    const expected = isUndone ? field.before : field.answered;
    const held = heldAt(known.sandbox, known.shop, place);
    const what = isUndone || writeBack.undoes !== null ? "was undone" : "was written";
    if (await isToldAsChanged(known, text, place)) continue;
    if (!isText(place, held, expected)) {
      findings.push(
        `${wordsOf(text)} ${what}, and the store holds ${held ?? "nothing"} instead of ${valueIn(place, expected)}`,
      );
    } else if (((await mirroredAt(known, text))?.value ?? null) !== held) {
      findings.push(`${wordsOf(text)} ${what}, and the mirror does not say so`);
    }
  }
  return findings;
}

function valueIn({ form }: ReadablePlace, body: TextBody | null): string {
  return body === null ? "nothing" : valueOfBody(form, body);
}

function auditStates({ versions: rows, byId, written, conflicts: open }: Known): string[] {
  const findings: string[] = [];
  for (const state of ["published", "approved"] as const) {
    const places = rows
      .filter((row) => row.state === state)
      .map(
        (row) =>
          `${state === "published" && isImageAlt(nameOfRow(row)) ? "" : row.productId} ${nameOfRow(row)} ${targetKey(row)}`,
      );
    for (const place of new Set(places.filter((one, i) => places.indexOf(one) !== i)))
      findings.push(`${place} has two ${state} versions`);
  }
  for (const { versionId, productId } of open) {
    const version = byId.get(versionId);
    if (version?.state === "published")
      findings.push(`${wordsOf({ ...version, productId })} is published and in conflict`);
  }
  const isInConflict = (id: string) => open.some(({ versionId }) => versionId === id);
  for (const { writeBack, field } of [...written.values()].flat()) {
    const version = byId.get(field.versionId);
    if (!version || writeBack.undoes !== null) continue;
    if (writeBack.state === "verified" && version.state === "approved" && !isInConflict(version.id))
      findings.push(`${wordsOf(version)} is written and still waits to be`);
    if (writeBack.state === "undone" && (version.state === "published" || version.state === "approved"))
      findings.push(`${wordsOf(version)} is undone and ${version.state}`);
  }
  return findings;
}

function wordsOf(text: TargetColumns & Pick<Version, "productId" | "resource" | "contentType">): string {
  return `${nameOfRow(text)} of ${text.productId} ${targetKey(text)}`;
}

const wordsOfPlace = ({ resourceId, key, locale, marketId }: TranslationPlace) =>
  [resourceId, key, locale, marketId].filter(Boolean).join(" ");
