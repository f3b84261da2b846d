import { data } from "@remix-run/node";
import { z } from "zod";
import type { Db } from "../../db/open.ts";
import { type Acted, type NoteAct, recordAct } from "../../db/record-act.ts";
import type { Clock } from "../../lib/clock.ts";
import { digestOf } from "../../lib/digest.ts";
import { isRecord } from "../../lib/json.ts";
import type { Logger } from "../../lib/logger.ts";
import type { RateLimits } from "../../lib/rate-limits.ts";
import type { AdminUser } from "../../shopify/authenticate-admin.ts";
import type { ActionResult } from "../../ui/action-result.ts";
import { answerAction, type Outcome } from "../answer-action.ts";
import { commandOf, intentOf, type PageName } from "./actions.ts";
import {
  claimRequest,
  holdClaim,
  keepClaim,
  type RequestId,
  releaseClaim,
  storeAnswer,
  TakenOver,
} from "./claim-request.ts";
import { outdated } from "./page-action.ts";

type Deps = { db: Db; clock: Clock; logger: Logger; rates?: RateLimits };
type Answer = ReturnType<typeof data<ActionResult>>;

export interface Asking {
  user: AdminUser;
  page: PageName;
  /** of which thing the page is, when it is of one */
  about?: string | undefined;
  /** what was sent: a form, or JSON */
  body: unknown;
  /** of the request: aborted when nobody waits for the answer any more */
  signal?: AbortSignal | undefined;
}

const keySchema = z.uuid().optional();

/**
 * Does what a page's action asks for, once for a key: who sends the same again gets the first answer, be it that the button was
 * pressed twice, that the answer was lost, or that both came at once to two processes. Every effect is noted in its own
 * transaction, which is kept only while the request is still this caller's. After a crash between effect and answer the answer
 * is made from what was noted.
 * Who asks too often gets status 429 before anything is noted, so that the same key works later. What nothing would be done
 * for is refused before it is counted.
 * Status 400 without a key or for an unknown intent, 409 when the first sending takes too long, 422 when the key came with
 * something else.
 */
export async function answerOnce<D extends Deps>(
  deps: D,
  { user, page, about, body }: Asking,
  work: (deps: D & Acted) => Promise<Outcome>,
): Promise<Answer> {
  const command = commandOf(page, intentOf(page, body));
  const sentKey = keySchema.safeParse(keyOf(body));
  if (command === undefined || !sentKey.success) return refusal(deps, 400, outdated);
  const key = sentKey.data;
  if (key === undefined && command.kind !== null) return refusal(deps, 400, outdated);
  const waitSeconds = (await deps.rates?.take(command.rate, user)) ?? 0;
  if (waitSeconds > 0) return tooOften(deps, waitSeconds);
  if (key === undefined || command.kind === null) return data(await answerAction(deps, () => work(deps)), 200);
  const sent = body instanceof FormData ? fieldsOf(body) : body;
  const id: RequestId = { shop: user.shop, by: user.by, key };
  const digest = digestOf({ page, about: about ?? null, sent });
  for (;;) {
    const claim = await claimRequest(deps, id, digest);
    if (claim.kind === "answered") return data(claim.answer, claim.status);
    if (claim.kind === "other_request") {
      return refusal(deps, 422, "This was sent before with something else in it. Reload the page and try again.");
    }
    if (claim.kind === "under_way") {
      return refusal(deps, 409, "This is still under way. Look at the page again in a minute.");
    }
    const { owner, effect } = claim;
    const answer = effect
      ? ({ ok: true, message: "This was done already", ...effect, at: deps.clock.now() } as const)
      : await workOn(deps, { id, owner, action: command.name }, work);
    if (answer && (await storeAnswer(deps, id, { owner, status: 200, answer }))) return data(answer, 200);
  }
}

/** @returns null when somebody else took the request over */
async function workOn<D extends Deps>(
  deps: D,
  { id, owner, action }: { id: RequestId; owner: string; action: string },
  work: (deps: D & Acted) => Promise<Outcome>,
): Promise<ActionResult | null> {
  const { shop, by, key: requestKey } = id;
  const note: NoteAct = function* (act) {
    yield* holdClaim(id, owner, act.unfinished ? null : (act.told ?? {}));
    yield* recordAct({ ...act, shop, by, action, requestKey, at: deps.clock.now() });
  };
  const stopKeeping = keepClaim(deps, id, owner);
  try {
    return await answerAction(deps, () => work({ ...deps, note }));
  } catch (error) {
    if (error instanceof TakenOver) return null;
    await releaseClaim(deps, id, owner);
    throw error;
  } finally {
    stopKeeping();
  }
}

function fieldsOf(form: FormData): Record<string, unknown> {
  const fields = new Map<string, string | string[]>();
  // In one go: to ask a form for each of its names goes through all of it each time.
  for (const [name, value] of form) {
    const text = typeof value === "string" ? value : value.name;
    const earlier = fields.get(name);
    if (earlier === undefined) fields.set(name, text);
    else if (typeof earlier === "string") fields.set(name, [earlier, text]);
    else earlier.push(text);
  }
  return Object.fromEntries(fields);
}

/** Looks at this field alone: how much else was sent does not matter yet. */
function keyOf(body: unknown): unknown {
  if (body instanceof FormData) return body.get("requestKey") ?? undefined;
  return isRecord(body) ? body.requestKey : undefined;
}

function refusal({ clock }: Deps, status: number, message: string): Answer {
  return data({ ok: false, message, at: clock.now() }, status);
}

function tooOften({ clock }: Deps, seconds: number): Answer {
  const headers = { "Retry-After": String(seconds) };
  return data({ ok: false, message: tooOftenWords(seconds), at: clock.now() }, { status: 429, headers });
}

/** For a person whose action was not done. @param seconds after which it will be */
function tooOftenWords(seconds: number): string {
  const wait = seconds === 1 ? "in a second" : `in ${seconds} seconds`;
  return `That was asked for very often within a minute, so this time it was not done. What you entered is still here: try again ${wait}.`;
}
