import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "../db/open.ts";
import type { Acted } from "../db/record-act.ts";
import { shopPeople, workSettings } from "../db/schema/index.ts";
import { q } from "../db/steps.ts";
import { boundedList } from "../lib/bounded-list.ts";
import type { ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { eachOnce, type MailProblem, problemOfAddresses } from "./mail-addresses.ts";
import { mailTroubleOf } from "./mail-trouble.ts";
import { usualWork, workSettingsOf } from "./work-settings.ts";

/** `reasons`: each has a digit in the review, and 9 is for other words; `typed…`: what a form may hold before it is told so */
const most = { reasons: 8, reasonChars: 100, typedEntries: 1_000, typedChars: 10_000, people: 200, nameChars: 60 };

const personSchema = z.object({
  person: z.string().regex(/^user:\d+$/),
  name: z.string().trim().max(most.nameChars),
  mayApprove: z.boolean(),
  mayPublish: z.boolean(),
  mayChangeRules: z.boolean(),
});

/** What a shop's people may choose; absent: as before. */
export const workInputSchema = z.object({
  approvePublishes: z.boolean().optional(),
  fourEyes: z.boolean().optional(),
  singleKeys: z.boolean().optional(),
  reviewOrder: z.enum(["usual", "findings", "oldest"]).optional(),
  rejectReasons: boundedList(z.string().trim().min(1).max(most.typedChars), most.typedEntries).optional(),
  wordings: z.number().int().min(1).max(3).optional(),
  noticeRuns: z.boolean().optional(),
  mailRuns: z.boolean().optional(),
  mailTo: boundedList(z.string().trim().min(1).max(most.typedChars), most.typedEntries).optional(),
  people: boundedList(personSchema, most.people).optional(),
});
export type WorkInput = z.output<typeof workInputSchema>;

/** Why it was not kept. */
export type WorkProblem =
  /** who approves a text cannot publish it in the same step */
  | { code: "four_eyes_and_at_once" }
  /** somebody else manages what people may do */
  | { code: "not_the_owner" }
  | { code: "too_many_reasons"; most: number }
  | { code: "reason_too_long"; most: number }
  | MailProblem;

/** @returns what is wrong by field; nothing was stored then */
export async function checkWorkSettings(
  { db }: { db: Db },
  { shop, by, input }: { shop: ShopDomain; by: string; input: WorkInput },
): Promise<Record<string, WorkProblem>> {
  const before = await db.do(workSettingsOf(shop));
  const next = { ...before, ...withoutUndefined(input) };
  const problems: Record<string, WorkProblem> = {};
  if (next.fourEyes && next.approvePublishes) problems.fourEyes = { code: "four_eyes_and_at_once" };
  if (input.people !== undefined && before.owner !== null && before.owner !== by) {
    problems.people = { code: "not_the_owner" };
  }
  const { rejectReasons = [] } = input;
  if (rejectReasons.length > most.reasons) {
    problems.rejectReasons = { code: "too_many_reasons", most: most.reasons };
  } else if (rejectReasons.some((reason) => reason.length > most.reasonChars)) {
    problems.rejectReasons = { code: "reason_too_long", most: most.reasonChars };
  }
  const mail = input.mailRuns === undefined && input.mailTo === undefined ? null : problemOfAddresses(next);
  if (mail) problems.mailTo = mail;
  return problems;
}

/** Stores what {@link checkWorkSettings} found valid. Who first limits what somebody may do becomes the one whom nothing limits. */
export async function saveWorkSettings(
  { db, clock, note }: { db: Db; clock: Clock } & Acted,
  { shop, by, input }: { shop: ShopDomain; by: string; input: WorkInput },
): Promise<void> {
  const now = clock.now();
  await db.transact({ shop }, function* (tx) {
    const before = yield* workSettingsOf(shop);
    const { people, ...chosen } = withoutUndefined(input);
    const isLimited = people?.some((one) => !one.mayApprove || !one.mayPublish || !one.mayChangeRules);
    const owner = isLimited === undefined ? before.owner : isLimited ? (before.owner ?? by) : null;
    const { rejectReasons = before.rejectReasons, mailTo, ...rest } = chosen;
    const lists = { rejectReasons: [...rejectReasons], mailTo: eachOnce(mailTo ?? before.mailTo) };
    const row = { ...usualWork, ...before, ...rest, ...lists, owner, updatedAt: now };
    yield* q(
      tx
        .insert(workSettings)
        .values({ shop, ...row })
        .onConflictDoUpdate({ target: workSettings.shop, set: row }),
    );
    // What went wrong with other addresses says nothing of these, and what is switched off is not tried again.
    const isTriedNoMore = !row.mailRuns && (yield* mailTroubleOf(shop))?.waits === true;
    if (isTriedNoMore || lists.mailTo.join() !== before.mailTo.join())
      yield* q(tx.update(workSettings).set({ mailTrouble: null }).where(eq(workSettings.shop, shop)));
    for (const { person, ...rights } of people ?? []) {
      const set = { ...rights, updatedAt: now };
      yield* q(
        tx
          .insert(shopPeople)
          .values({ shop, person, ...set })
          .onConflictDoUpdate({ target: [shopPeople.shop, shopPeople.person], set }),
      );
    }
    if (note)
      yield* note({
        details: { work: { ...rest, ...(mailTo && { mailAddresses: mailTo.length }) } },
        unfinished: true,
      });
  });
}

function withoutUndefined(input: WorkInput) {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as {
    [Name in keyof WorkInput]: Exclude<WorkInput[Name], undefined>;
  };
}
