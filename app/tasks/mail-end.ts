import { z } from "zod";
import type { Db } from "../db/open.ts";
import type { MailTrouble } from "../db/schema/index.ts";
import { endMailJob } from "../jobs/end-mail.ts";
import type { ItemContext, ItemOutcome } from "../jobs/task.ts";
import type { JobId, ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { digestOf } from "../lib/digest.ts";
import type { Logger } from "../lib/logger.ts";
import type { MailServer, Sender } from "../mail/mail-server.ts";
import { type Delivery, type Letter, type Post, sendMail } from "../mail/send-mail.ts";
import { forgetWaiting, noteArrival, noteMailTrouble } from "../workplace/mail-trouble.ts";
import { workSettingsOf } from "../workplace/work-settings.ts";
import { defineTask } from "./define-task.ts";

/** A server that says nothing costs each try its patience: so many at once wait for it, and nobody while it is away. */
const mostAtOnce = 2;
const awayMs = 60_000;
const afterOthersMs = 5_000;

/** Keeps the tries of this process from standing in the way of a shop's own work. */
function createLine(clock: Clock) {
  let tries = 0;
  let awayUntil = 0;
  return {
    /** ms until there is room, 0 = now */
    waitMs: () => (tries >= mostAtOnce ? afterOthersMs : Math.max(0, awayUntil - clock.now())),
    async send(post: Post): Promise<Delivery> {
      tries++;
      try {
        const delivery = await sendMail(post);
        awayUntil = "code" in delivery && delivery.code === "unreachable" ? clock.now() + awayMs : 0;
        return delivery;
      } finally {
        tries--;
      }
    },
  };
}

/** How mail leaves this installation, and what it says. */
export interface Mail {
  server: MailServer;
  from: Sender;
  write(shop: ShopDomain, jobId: JobId): Promise<Written>;
}

/** `goes on`: somebody had it tried again since it ended, and it will end once more; null: there is nothing to tell of that job. */
export type Written = Letter | "goes_on" | null;

interface Deps {
  db: Db;
  clock: Clock;
  logger: Logger;
  /** null where the operator has set up no mail */
  mail: Mail | null;
}

/** A server that is away or wants to be asked later (greylisting) is asked again: after 1, 2, 4 … 60 minutes, for a day. */
const waits = { firstMs: 60_000, longestMs: 3_600_000, allMs: 24 * 3_600_000 };

const checkpointSchema = z
  .object({
    tries: z.number(),
    handedOver: z.boolean(),
    /** when the run was last seen to go on again, epoch ms */
    wentOnAt: z.number().default(0),
  })
  .catch({ tries: 0, handedOver: false, wentOnAt: 0 });

/**
 * Mails one address about the end of a long run. Whatever the mail server says is an answer, kept for Settings and the log: the
 * job is done with it. A mail that may have left already is never sent again, and one of a run that goes on again waits for its
 * end: nothing else would queue it once more.
 */
export function createEndMailTask(deps: Deps) {
  const line = createLine(deps.clock);
  return defineTask(endMailJob, async (context, { jobId, endedAt }, { address }): Promise<ItemOutcome> => {
    const { mail, clock, db } = deps;
    const { shop } = context;
    const notSent = async (message: string) => {
      await db.transact({ shop }, () => forgetWaiting({ shop, address, endedAt }));
      return done(message);
    };
    if (mail === null) return notSent("No mail server is set up.");
    const before = checkpointSchema.parse(context.checkpoint);
    const mayWait = clock.now() - Math.max(endedAt, before.wentOnAt) < waits.allMs;
    if (before.handedOver)
      return settle(deps, context, { outcome: "unanswered", said: "" }, { address, endedAt, jobId });
    const wish = await db.do(workSettingsOf(shop));
    if (!wish.mailRuns || !wish.mailTo.includes(address)) return notSent("This mail is wanted no more.");
    const letter = await mail.write(shop, jobId);
    if (letter === null) return notSent("There is nothing to tell.");
    if (letter === "goes_on") {
      await context.saveCheckpoint({ ...before, wentOnAt: clock.now() });
      // As often as the run is old: soon after a short one's end, and cheaply for a long one.
      const waitMs = Math.min(waits.longestMs, Math.max(waits.firstMs, clock.now() - endedAt));
      return { outcome: "retry", code: "run_goes_on", message: "The run goes on again.", waitMs };
    }
    const lineMs = line.waitMs();
    if (lineMs > 0 && mayWait)
      return { outcome: "retry", code: "mail_waits", message: "Other mail is on its way.", waitMs: lineMs };
    const delivery = await line.send({
      ...{ server: mail.server, from: mail.from, to: address, letter },
      id: `${jobId}.${digestOf(address).slice(0, 12)}`,
      signal: context.signal,
      onHandOver: () => context.saveCheckpoint({ ...before, handedOver: true }),
    });
    if (delivery.outcome !== "deferred" || !mayWait)
      return settle(deps, context, delivery, { address, endedAt, jobId });
    await context.saveCheckpoint({ ...before, tries: before.tries + 1 });
    const trouble = { code: delivery.code, address, said: delivery.said, endedAt, waits: true };
    await tellTrouble(deps, { shop, jobId, trouble });
    const waitMs = Math.min(waits.longestMs, waits.firstMs * 2 ** before.tries);
    return { outcome: "retry", code: `mail_${delivery.code}`, message: "The mail could not be sent yet.", waitMs };
  });
}

async function settle(
  deps: Deps,
  { shop }: Pick<ItemContext, "shop">,
  delivery: Delivery,
  { address, endedAt, jobId }: { address: string; endedAt: number; jobId: JobId },
): Promise<ItemOutcome> {
  if (delivery.outcome === "accepted") {
    await deps.db.transact({ shop }, () => noteArrival({ shop, address, endedAt }));
    return { ...done("Sent."), result: { sent: true } };
  }
  const code = delivery.outcome === "unanswered" ? "unanswered" : delivery.code;
  await tellTrouble(deps, { shop, jobId, trouble: { code, address, said: delivery.said, endedAt, waits: false } });
  return { ...done("Not sent."), result: { sent: false, code } };
}

async function tellTrouble(
  { db, logger }: Deps,
  { shop, jobId, trouble }: { shop: ShopDomain; jobId: JobId; trouble: MailTrouble },
): Promise<void> {
  await db.transact({ shop }, () => noteMailTrouble({ shop, trouble }));
  // Neither address nor words, which may name it: those are for Settings.
  const status = Number(/^\d{3}/.exec(trouble.said)?.[0] ?? 0);
  const what = trouble.waits ? "a mail could not be sent yet" : "a mail was not sent";
  logger.warn({ shop, jobId, code: trouble.code, ...(status > 0 && { status }) }, what);
}

function done(message: string): { outcome: "done"; message: string } {
  return { outcome: "done", message };
}
