import { data } from "@remix-run/node";
import { z } from "zod";
import { askOnce } from "../../commands/ask-once.ts";
import type { Asker } from "../../commands/command.ts";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import type { Clock } from "../../lib/clock.ts";
import { digestOf } from "../../lib/digest.ts";
import { isRecord } from "../../lib/json.ts";
import type { Logger } from "../../lib/logger.ts";
import type { RateLimits } from "../../lib/rate-limits.ts";
import type { ActionResult } from "../../ui/action-result.ts";
import { answerAction, type Outcome } from "../answer-action.ts";
import { commandOf, intentOf, type PageName } from "./actions.ts";
import { outdated } from "./page-action.ts";

type Deps = { db: Db; clock: Clock; logger: Logger; rates?: RateLimits };
type Answer = ReturnType<typeof data<ActionResult>>;

export interface Asking {
  user: Asker;
  page: PageName;
  /** of which thing the page is, when it is of one */
  about?: string | undefined;
  /** what was sent: a form, or JSON */
  body: unknown;
  /** of the request: aborted when nobody waits for the answer any more */
  signal?: AbortSignal | undefined;
}

const keySchema = z.uuid().optional();
/** A page of words. */
const maxAnswerChars = 10_000;
const maxMessageChars = 1_000;

/**
 * Does what a page's action asks for, once for a key ({@link askOnce}), and answers in words.
 * Status 400 without a key or for an unknown intent, 409 when the first sending takes too long, 422 when the key came with
 * something else, 429 for who asks too often.
 */
export async function answerOnce<D extends Deps>(
  deps: D,
  { user: asker, page, about, body }: Asking,
  work: (deps: D & Acted) => Promise<Outcome>,
): Promise<Answer> {
  const command = commandOf(page, intentOf(page, body));
  const key = keySchema.safeParse(keyOf(body));
  if (command === undefined || !key.success) return refusal(deps, 400, outdated);
  const digest = () => digestOf({ page, about: about ?? null, sent: body instanceof FormData ? fieldsOf(body) : body });
  const asked = await askOnce<D, ActionResult>(
    deps,
    { asker, command, key: key.data, digest },
    {
      work: (given) => answerAction(deps, () => work(given)),
      ofEffect: (told) => ({ ok: true, message: "This was done already", ...told, at: deps.clock.now() }),
      kept: keptOf,
    },
  );
  switch (asked.kind) {
    case "answered":
      return data(asked.answer, 200);
    case "no_key":
      return refusal(deps, 400, outdated);
    case "too_often":
      return refusal(deps, 429, tooOftenWords(asked.seconds), { "Retry-After": String(asked.seconds) });
    case "other_request":
      return refusal(deps, 422, "This was sent before with something else in it. Reload the page and try again.");
    case "under_way":
      return refusal(deps, 409, "This is still under way. Look at the page again in a minute.");
  }
}

/** Of an answer that is too long to be kept for a day, its outcome and its first words are. */
function keptOf(answer: ActionResult): ActionResult {
  if (JSON.stringify(answer).length <= maxAnswerChars) return answer;
  const { at, message } = answer;
  return { ok: answer.ok, message: message.slice(0, maxMessageChars), at };
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

function refusal({ clock }: Deps, status: number, message: string, headers: Record<string, string> = {}): Answer {
  return data({ ok: false, message, at: clock.now() }, { status, headers });
}

/** For a person whose action was not done. @param seconds after which it will be */
function tooOftenWords(seconds: number): string {
  const wait = seconds === 1 ? "in a second" : `in ${seconds} seconds`;
  return `That was asked for very often within a minute, so this time it was not done. What you entered is still here: try again ${wait}.`;
}
