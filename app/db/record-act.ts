import { newId } from "../lib/id.ts";
import type { ActDetails } from "./schema/index.ts";
import { get, run, type Steps } from "./steps.ts";

/** One effect, as the code that has it describes it. */
export interface Act {
  subject?: { kind: string; id: string } | undefined;
  /** numbers of several notes of one request add up */
  details?: ActDetails | undefined;
  /** parts of the answer that only this effect knows, e.g. the id of the job it started */
  told?: Record<string, string> | undefined;
  /** true: further transactions belong to what was asked for, and doing all of it once more does no harm */
  unfinished?: boolean | undefined;
}

/**
 * Notes an effect within its own transaction, so that neither is stored without the other.
 * @throws when the request that asked for it was taken over by somebody else meanwhile: the transaction must not be kept
 */
export type NoteAct = (act: Act) => Steps<void>;

/** For functions that have effects: where to record them. Absent where the program acts as part of work that is recorded already. */
export interface Acted {
  note?: NoteAct | undefined;
}

export interface NewAct extends Act {
  shop: string;
  at: number;
  /** `user:<id>`, `system`, `webhook` or `operator` */
  by: string;
  action: string;
  requestKey?: string | undefined;
}

/**
 * Writes a line of the audit log: a step of the transaction of the effect. What one request did in several steps is one line.
 */
export function* recordAct(act: NewAct): Steps<void> {
  const { shop, at, by, action, subject, details = {}, requestKey = null } = act;
  const earlier =
    requestKey === null
      ? undefined
      : yield* get<{ id: string; details: string }>(
          "SELECT id, details FROM audit_log WHERE shop = @shop AND by = @by AND request_key = @requestKey",
          { shop, by, requestKey },
        );
  if (earlier) {
    const merged = mergeDetails(JSON.parse(earlier.details) as ActDetails, details);
    yield* run("UPDATE audit_log SET details = @details WHERE shop = @shop AND id = @id", {
      shop,
      id: earlier.id,
      details: JSON.stringify(merged),
    });
    return;
  }
  yield* run(
    `INSERT INTO audit_log (id, shop, at, by, action, subject_kind, subject_id, details, request_key)
     VALUES (@id, @shop, @at, @by, @action, @kind, @subjectId, @details, @requestKey)`,
    {
      id: newId("act", at),
      shop,
      at,
      by,
      action,
      kind: subject?.kind ?? null,
      subjectId: subject?.id ?? null,
      details: JSON.stringify(details),
      requestKey,
    },
  );
}

function mergeDetails(before: ActDetails, more: ActDetails): ActDetails {
  const merged = { ...before };
  for (const [name, value] of Object.entries(more)) {
    const known = merged[name];
    if (typeof known === "number" && typeof value === "number") merged[name] = known + value;
    else if (isGroup(known) && isGroup(value)) merged[name] = { ...known, ...value };
    else merged[name] = value;
  }
  return merged;
}

function isGroup(value: ActDetails[string] | undefined): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
