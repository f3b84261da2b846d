import {
  type ClaimDeps,
  claimRequest,
  holdClaim,
  keepClaim,
  type RequestId,
  releaseClaim,
  storeAnswer,
  TakenOver,
} from "../db/claim-request.ts";
import { type Acted, type NoteAct, recordAct } from "../db/record-act.ts";
import { readWatchedTime } from "../jobs/read-watched-time.ts";
import type { RateLimits } from "../lib/rate-limits.ts";
import { NotAllowed } from "../workplace/assert-may-do.ts";
import { mayDo, type Right } from "../workplace/rights.ts";
import type { Asker, CommandTraits } from "./command.ts";

type Deps = Omit<ClaimDeps, "watchedTime"> & { rates?: RateLimits };

export interface AskingOnce {
  asker: Asker;
  command: CommandTraits;
  /** names the request: the same key again is the same request sent again */
  key: string | undefined;
  /** of all that was sent beside the key; asked for only with one */
  digest(): string;
}

/** How a result becomes an answer: in words for a page or in JSON for an API. */
export interface Answering<D, Answer> {
  work(deps: D & Acted): Promise<Answer>;
  /** of an effect whose process died before it could answer. @param told what the effect stored for its answer, e.g. the id of a job */
  ofEffect(told: Record<string, string>): Answer;
  /** what is kept of an answer for a day */
  kept(answer: Answer): Answer;
}

export type AskedOnce<Answer> =
  /** now, or when the same was sent before */
  | { kind: "answered"; answer: Answer }
  /** nothing was done, and the same key works later */
  | { kind: "too_often"; seconds: number }
  /** what changes something needs a key */
  | { kind: "no_key" }
  /** nothing was done: the shop's people do not let this person do it */
  | { kind: "not_allowed"; right: Right }
  /** the key came before with something else */
  | { kind: "other_request" }
  /** the first sending takes longer than anybody waits */
  | { kind: "under_way" };

/**
 * Does what a command asks for, once for a key: who sends the same again gets the first answer, be it that the answer was lost
 * or that both came at once to two processes. Every effect is noted in its own transaction, as a line of the log under the
 * command's name, and is kept only while the request is still this caller's. After a crash between effect and answer the
 * answer is made from what was noted. Who asks too often is told so before anything is noted.
 */
export async function askOnce<D extends Deps, Answer>(
  deps: D,
  { asker, command, key, digest }: AskingOnce,
  answering: Answering<D, Answer>,
): Promise<AskedOnce<Answer>> {
  if (key === undefined && command.kind !== null) return { kind: "no_key" };
  const { needs } = command;
  if (needs !== undefined && !(await deps.db.do(mayDo(asker.shop, asker.by, needs)))) {
    return { kind: "not_allowed", right: needs };
  }
  try {
    return await askAllowed(deps, { asker, command, key, digest }, answering);
  } catch (error) {
    if (error instanceof NotAllowed) return { kind: "not_allowed", right: error.right };
    throw error;
  }
}

/** The same for who may ask for the command as such; the command looks at what it is asked for. @throws NotAllowed */
async function askAllowed<D extends Deps, Answer>(
  deps: D,
  { asker, command, key, digest }: AskingOnce,
  answering: Answering<D, Answer>,
): Promise<AskedOnce<Answer>> {
  const seconds = (await deps.rates?.take(command.rate, asker)) ?? 0;
  if (seconds > 0) return { kind: "too_often", seconds };
  if (key === undefined || command.kind === null) return { kind: "answered", answer: await answering.work(deps) };
  const id: RequestId = { shop: asker.shop, by: asker.by, key };
  const sent = digest();
  for (;;) {
    const claim = await claimRequest({ ...deps, watchedTime: readWatchedTime }, id, sent);
    // What was stored under the key is what `kept` made of an answer to the same request.
    if (claim.kind === "answered") return { kind: "answered", answer: claim.answer as Answer };
    if (claim.kind !== "ours") return claim;
    const { owner, effect } = claim;
    const answer = effect
      ? answering.ofEffect(effect)
      : await workOn(deps, { id, owner, action: command.name }, answering.work);
    if (answer !== null && (await storeAnswer(deps, id, { owner, answer: answering.kept(answer) }))) {
      return { kind: "answered", answer };
    }
  }
}

/** @returns null when somebody else took the request over */
async function workOn<D extends Deps, Answer>(
  deps: D,
  { id, owner, action }: { id: RequestId; owner: string; action: string },
  work: (deps: D & Acted) => Promise<Answer>,
): Promise<Answer | null> {
  const { shop, by, key: requestKey } = id;
  const note: NoteAct = function* (act) {
    yield* holdClaim(id, owner, act.unfinished ? null : (act.told ?? {}));
    yield* recordAct({ ...act, shop, by, action, requestKey, at: deps.clock.now() });
  };
  const stopKeeping = keepClaim(deps, id, owner);
  try {
    return await work({ ...deps, note });
  } catch (error) {
    if (error instanceof TakenOver) return null;
    await releaseClaim(deps, id, owner);
    throw error;
  } finally {
    stopKeeping();
  }
}
