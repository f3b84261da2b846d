import { data } from "@remix-run/node";
import type { i18n } from "i18next";
import { z } from "zod";
import { askOnce } from "../../commands/ask-once.ts";
import type { Asker } from "../../commands/command.ts";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { english } from "../../i18n/words-of.server.ts";
import type { Clock } from "../../lib/clock.ts";
import { digestOf } from "../../lib/digest.ts";
import { isRecord } from "../../lib/json.ts";
import type { Logger } from "../../lib/logger.ts";
import type { RateLimits } from "../../lib/rate-limits.ts";
import type { ActionResult } from "../../ui/action-result.ts";
import type { Right } from "../../workplace/rights.ts";
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
  /** in the language of who asks */
  words?: i18n | undefined;
  /** of the request: aborted when nobody waits for the answer any more */
  signal?: AbortSignal | undefined;
}

const keySchema = z.uuid().optional();
/** A page of words. */
const maxAnswerChars = 10_000;
const maxMessageChars = 1_000;

/**
 * Does what a page's action asks for, once for a key ({@link askOnce}), and answers in words.
 * Status 400 without a key or for an unknown intent, 403 when the asker may not do it, 409 when the first sending takes too long, 422 when the key came with
 * something else, 429 for who asks too often.
 */
export async function answerOnce<D extends Deps>(
  deps: D,
  { user: asker, page, about, body, words }: Asking,
  work: (deps: D & Acted) => Promise<Outcome>,
): Promise<Answer> {
  const told = words ?? (await english());
  const { t } = told;
  const command = commandOf(page, intentOf(page, body));
  const key = keySchema.safeParse(keyOf(body));
  if (command === undefined || !key.success) return refusal(deps, 400, t(outdated));
  const digest = () => digestOf({ page, about: about ?? null, sent: body instanceof FormData ? fieldsOf(body) : body });
  const asked = await askOnce<D, ActionResult>(
    deps,
    { asker, command, key: key.data, digest },
    {
      work: (given) => answerAction({ ...deps, words: told }, () => work(given)),
      ofEffect: (effect) => ({ ok: true, message: t("answers:common.done"), ...effect, at: deps.clock.now() }),
      kept: keptOf,
    },
  );
  switch (asked.kind) {
    case "answered":
      return data(asked.answer, 200);
    case "no_key":
      return refusal(deps, 400, t(outdated));
    case "not_allowed":
      return notAllowed(deps, asked.right, t(`answers:common.notAllowed.${asked.right}`));
    case "too_often":
      return refusal(deps, 429, t("answers:common.tooOften", { count: asked.seconds }), {
        "Retry-After": String(asked.seconds),
      });
    case "other_request":
      return refusal(deps, 422, t("answers:common.otherRequest"));
    case "under_way":
      return refusal(deps, 409, t("answers:common.underWay"));
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

/** A 403 is also said to who is signed out: what it is stands in the answer, for programs. */
function notAllowed({ clock }: Deps, right: Right, message: string): Answer {
  return data({ ok: false, message, told: { kind: "not_allowed", right }, at: clock.now() }, { status: 403 });
}

function refusal({ clock }: Deps, status: number, message: string, headers: Record<string, string> = {}): Answer {
  return data({ ok: false, message, at: clock.now() }, { status, headers });
}
