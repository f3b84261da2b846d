import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { exportShop } from "../../app/db/export-shop.ts";
import { forgetShop } from "../../app/db/forget-shop.ts";
import type { Db } from "../../app/db/open.ts";
import { jobItems, jobs, workSettings } from "../../app/db/schema/index.ts";
import { cancelJob } from "../../app/jobs/cancel-job.ts";
import { endMailJob } from "../../app/jobs/end-mail.ts";
import { enqueueJob } from "../../app/jobs/enqueue-job.ts";
import { hiddenKinds } from "../../app/jobs/hidden-kinds.ts";
import { retryFailedItems } from "../../app/jobs/retry-failed.ts";
import type { ItemOutcome } from "../../app/jobs/task.ts";
import { createEndMailTask, type Mail } from "../../app/tasks/mail-end.ts";
import { mailTroubleOf } from "../../app/workplace/mail-trouble.ts";
import { saveWorkSettings } from "../../app/workplace/save-work-settings.ts";
import { anyJob, aTask, aWorker, job, keepingLogger, shopA, shopB, testClock } from "../jobs/support.ts";
import { type Mailbox, openSmtpServer, Refusal } from "../support/open-smtp-server.ts";
import { openTestDatabase } from "../support/open-test-database.ts";

const minute = 60_000;
const both = ["anna@example.com", "ben@example.com"];

/** A shop that wants mail, a worker whose one kind of run takes as long as it is told, and a mail server. */
async function aMailingShop(given: { mailbox?: Mailbox | null; mailTo?: string[]; write?: Mail["write"] } = {}) {
  const { mailbox = await openSmtpServer(), mailTo = both } = given;
  const db = openTestDatabase();
  const clock = testClock();
  const logger = keepingLogger();
  const letter = { subject: "A run", text: "It has ended.", html: "<p>It has ended.</p>" };
  const from = { name: "", address: "mail@shelfwright.example" };
  const mail = mailbox && { server: mailbox.server, from, write: given.write ?? (async () => letter) };
  await saveWorkSettings({ db, clock }, { shop: shopA, by: "user:1", input: { mailRuns: true, mailTo } });
  let runs: ItemOutcome = { outcome: "done" };
  const tasks = [aTask(async () => runs), createEndMailTask({ db, clock, logger, mail })];
  const worker = aWorker({ db, clock, tasks });
  const rest = async () => {
    while (await worker.tick());
  };
  return {
    ...{ db, clock, logger, mailbox, worker },
    /** A run of one item that takes `ms`, and all that follows at once. */
    async run(ms: number, ends: ItemOutcome = { outcome: "done" }) {
      runs = ends;
      const id = await enqueueJob({ db, clock }, job({ items: ["p1"] }));
      clock.advance(ms);
      await rest();
      return id;
    },
    /** Time passes in small steps, and the worker works. */
    async live(ms: number) {
      for (const end = clock.now() + ms; clock.now() < end; clock.advance(5 * minute)) await rest();
    },
    rest,
    mails: () => mailsOf(db),
    trouble: () => db.do(mailTroubleOf(shopA)),
    willEnd(ends: ItemOutcome) {
      runs = ends;
    },
  };
}

const isMail = and(eq(jobItems.shop, shopA), eq(jobItems.kind, endMailJob.kind));

function mailsOf(db: Db) {
  return db.orm
    .select({ to: jobItems.subject, status: jobItems.status, code: jobItems.code, result: jobItems.result })
    .from(jobItems)
    .where(isMail)
    .orderBy(jobItems.jobId, jobItems.seq);
}

it("a run of more than two minutes is mailed to each address on its own, a shorter one is not", async () => {
  const shop = await aMailingShop();
  await shop.run(2 * minute);
  expect(await shop.mails()).toEqual([]);
  await shop.run(2 * minute + 1);
  expect(shop.mailbox?.taken.map(({ to }) => to).sort()).toEqual(both.map((one) => [one]));
  expect((await shop.mails()).map(({ result }) => result)).toEqual([{ sent: true }, { sent: true }]);
});

it("a shop that wants none, and another shop's run, get no mail", async () => {
  const shop = await aMailingShop();
  await saveWorkSettings(shop, { shop: shopA, by: "user:1", input: { mailRuns: false } });
  await shop.run(10 * minute);
  await saveWorkSettings(shop, { shop: shopA, by: "user:1", input: { mailRuns: true } });
  await enqueueJob(shop, job({ items: ["p1"], shop: shopB }));
  shop.clock.advance(10 * minute);
  await shop.rest();
  expect(await shop.mails()).toEqual([]);
});

it("a run that ends again after its failed items were tried again is mailed once", async () => {
  const shop = await aMailingShop();
  const id = await shop.run(3 * minute, { outcome: "failed", code: "no", message: "No." });
  expect(await shop.mails()).toHaveLength(2);
  shop.willEnd({ outcome: "done" });
  await retryFailedItems(shop, { shop: shopA, jobId: id });
  shop.clock.advance(10 * minute);
  await shop.rest();
  expect(await shop.db.orm.$count(jobs, and(eq(jobs.shop, shopA), eq(jobs.status, "completed")))).toBe(2);
  expect(await shop.mails()).toHaveLength(2);
  expect(shop.mailbox?.taken).toHaveLength(2);
});

it("a run that goes on again before its mail has left is mailed once it ends, each address once", async () => {
  let isRunning = false;
  const shop = await aMailingShop({
    write: async () => (isRunning ? "goes_on" : { subject: "A run", text: "It has ended.", html: "" }),
  });
  isRunning = true;
  await shop.run(3 * minute);
  await shop.live(40 * minute);
  expect(shop.mailbox?.taken).toEqual([]);
  expect(await shop.mails()).toMatchObject(both.map((to) => ({ to, status: "queued", code: "run_goes_on" })));
  isRunning = false;
  await shop.live(60 * minute);
  expect(shop.mailbox?.taken.map(({ to }) => to).sort()).toEqual(both.map((one) => [one]));
  expect(await shop.mails()).toMatchObject(both.map((to) => ({ to, status: "done", result: { sent: true } })));
});

it("the mail of a run that went on for days waits for a server that is away like any other", async () => {
  let isRunning = true;
  const shop = await aMailingShop({
    mailTo: ["anna@example.com"],
    write: async () => (isRunning ? "goes_on" : { subject: "A run", text: "It has ended.", html: "" }),
  });
  await shop.run(3 * minute);
  await shop.live(48 * 60 * minute);
  isRunning = false;
  await shop.mailbox?.close();
  await shop.live(70 * minute);
  expect(await shop.trouble()).toMatchObject({ code: "unreachable", waits: true });
});

it("the mail is queued in the transaction that ends the run: by a stop too", async () => {
  const shop = await aMailingShop();
  const id = await enqueueJob(shop, job({ items: ["p1"] }));
  shop.clock.advance(5 * minute);
  await cancelJob(shop, { shop: shopA, jobId: id });
  const [run] = await shop.db.orm
    .select()
    .from(jobs)
    .where(and(eq(jobs.shop, shopA), eq(jobs.id, id)));
  expect(run).toMatchObject({ status: "cancelled", mailedAt: run?.finishedAt });
  expect(await shop.mails()).toMatchObject(both.map((to) => ({ to, status: "queued" })));
});

it("an address that the server refuses is told in Settings and the log, and the other one gets its mail", async () => {
  const mailbox = await openSmtpServer({
    onRcptTo: ({ address }, _session, done) =>
      done(address === "ben@example.com" ? new Refusal(550, "no <ben@example.com> here") : null),
  });
  const shop = await aMailingShop({ mailbox });
  const id = await shop.run(3 * minute);
  await shop.live(60 * minute);
  expect(mailbox.taken.map(({ to }) => to)).toEqual([["anna@example.com"]]);
  expect(mailbox.asked.filter((to) => to === "ben@example.com")).toHaveLength(1);
  expect(await shop.trouble()).toMatchObject({ code: "address_refused", address: "ben@example.com", waits: false });
  const [run] = await shop.db.orm
    .select()
    .from(jobs)
    .where(and(eq(jobs.shop, shopA), eq(jobs.id, id)));
  expect(run).toMatchObject({ status: "completed", failed: 0 });
  const lines = shop.logger.lines.filter(({ level }) => level === "warn");
  expect(lines).toEqual([
    {
      level: "warn",
      fields: { shop: shopA, jobId: id, code: "address_refused", status: 550 },
      message: "a mail was not sent",
    },
  ]);
  expect(JSON.stringify(shop.logger.lines)).not.toContain("example.com");
});

it("what went wrong is over once the next mail arrives, not by another address of the same run", async () => {
  let isFull = true;
  const mailbox = await openSmtpServer({
    onRcptTo: ({ address }, _session, done) =>
      done(isFull && address === "anna@example.com" ? new Refusal(552, "full") : null),
  });
  const shop = await aMailingShop({ mailbox });
  await shop.run(3 * minute);
  expect(mailbox.taken).toHaveLength(1);
  expect(await shop.trouble()).toMatchObject({ address: "anna@example.com" });
  isFull = false;
  await shop.run(3 * minute);
  expect(await shop.trouble()).toBeNull();
});

it.each([
  ["anna", "ben"],
  ["ben", "anna"],
])(
  "that %s's address was refused stays told while %s's is tried again, and when that mail arrives",
  async (bad, slow) => {
    let isSlow = true;
    const mailbox = await openSmtpServer({
      onRcptTo({ address }, _session, done) {
        if (address.startsWith(bad)) done(new Refusal(550, "nobody here"));
        else done(isSlow ? new Refusal(451, "come back later") : null);
      },
    });
    const shop = await aMailingShop({ mailbox });
    const refused = { code: "address_refused", address: `${bad}@example.com`, waits: false };
    await shop.run(3 * minute);
    expect(await shop.trouble()).toMatchObject(refused);
    isSlow = false;
    await shop.live(10 * minute);
    expect(mailbox.taken.map(({ to }) => to)).toEqual([[`${slow}@example.com`]]);
    expect(await shop.trouble()).toMatchObject(refused);
  },
);

it("greylisting is waited for, and the mail comes once", async () => {
  let asked = 0;
  const mailbox = await openSmtpServer({
    onRcptTo: (_to, _session, done) => done(++asked < 4 ? new Refusal(451, "come back later") : null),
  });
  const shop = await aMailingShop({ mailbox, mailTo: ["anna@example.com"] });
  await shop.run(3 * minute);
  expect(await shop.trouble()).toMatchObject({ code: "deferred", waits: true, said: expect.stringContaining("later") });
  expect(await shop.mails()).toMatchObject([{ status: "queued", code: "mail_deferred" }]);
  await shop.live(60 * minute);
  expect(asked).toBe(4);
  expect(mailbox.taken).toHaveLength(1);
  expect(await shop.trouble()).toBeNull();
});

it("a server that stays away is asked for a day, harms no run, and is then given up", async () => {
  const shop = await aMailingShop({ mailTo: ["anna@example.com"] });
  await shop.mailbox?.close();
  const id = await shop.run(3 * minute);
  await shop.live(23 * 60 * minute);
  expect(await shop.trouble()).toMatchObject({ code: "unreachable", waits: true });
  await shop.live(3 * 60 * minute);
  expect(await shop.trouble()).toMatchObject({ code: "unreachable", waits: false });
  expect(await shop.mails()).toMatchObject([{ status: "done", result: { sent: false, code: "unreachable" } }]);
  const [run] = await shop.db.orm
    .select()
    .from(jobs)
    .where(and(eq(jobs.shop, shopA), eq(jobs.id, id)));
  expect(run).toMatchObject({ status: "completed", failed: 0 });
  expect(shop.logger.lines.filter(({ message }) => message === "a mail was not sent")).toHaveLength(1);
});

it("a server that says nothing is asked by two tries at once, and by none for a minute after it was away", async () => {
  const mailbox = await openSmtpServer();
  await mailbox.close();
  const five = ["a", "b", "c", "d", "e"].map((name) => `${name}@example.com`);
  const { db, run } = await aMailingShop({ mailbox, mailTo: five });
  await run(3 * minute);
  const items = await db.orm.select().from(jobItems).where(eq(jobItems.kind, endMailJob.kind));
  const codes = items.map(({ code }) => code).sort();
  expect(codes.filter((code) => code === "mail_unreachable").length).toBeLessThanOrEqual(2);
  expect(codes.filter((code) => code === "mail_waits").length).toBeGreaterThanOrEqual(3);
});

it("a mail that a dead worker may have sent is never sent again", async () => {
  const shop = await aMailingShop({ mailTo: ["anna@example.com"] });
  await enqueueJob(shop, job({ items: ["p1"] }));
  shop.clock.advance(3 * minute);
  await shop.worker.tick();
  await shop.db.orm
    .update(jobItems)
    .set({ checkpoint: { tries: 0, handedOver: true } })
    .where(isMail);
  await shop.rest();
  expect(shop.mailbox?.taken).toEqual([]);
  expect(await shop.trouble()).toMatchObject({ code: "unanswered", waits: false });
});

it("an address that was taken out meanwhile, work that no page shows, and an operator without mail: none is sent", async () => {
  const out = await aMailingShop();
  await enqueueJob(out, job({ items: ["p1"] }));
  out.clock.advance(3 * minute);
  await out.worker.tick();
  await saveWorkSettings(out, { shop: shopA, by: "user:1", input: { mailTo: ["anna@example.com"] } });
  await out.rest();
  expect(out.mailbox?.taken.map(({ to }) => to)).toEqual([["anna@example.com"]]);
  const hidden = await aMailingShop({ write: async () => null });
  await hidden.run(3 * minute);
  expect(hidden.mailbox?.taken).toEqual([]);
  const without = await aMailingShop({ mailbox: null });
  await without.run(3 * minute);
  expect(await without.mails()).toMatchObject(both.map(() => ({ status: "done", result: null })));
  expect(await without.trouble()).toBeNull();
});

it("nothing is said to be tried again once mail is wanted no more, set up no more, or there is nothing to tell", async () => {
  const busy = () => openSmtpServer({ onRcptTo: (_to, _session, done) => done(new Refusal(451, "come back later")) });
  const mailTo = ["anna@example.com"];
  const off = await aMailingShop({ mailbox: await busy(), mailTo });
  await off.run(3 * minute);
  expect(await off.trouble()).toMatchObject({ waits: true });
  await saveWorkSettings(off, { shop: shopA, by: "user:1", input: { mailRuns: false } });
  expect(await off.trouble()).toBeNull();

  const gone = await aMailingShop({ mailbox: await busy(), mailTo });
  await gone.run(3 * minute);
  await gone.db.orm.update(workSettings).set({ mailRuns: false }).where(eq(workSettings.shop, shopA));
  await gone.live(10 * minute);
  expect(await gone.trouble()).toBeNull();

  const without = await aMailingShop({ mailbox: await busy(), mailTo });
  await without.run(3 * minute);
  expect(await without.trouble()).toMatchObject({ waits: true });
  const tasks = [createEndMailTask({ ...without, mail: null })];
  without.clock.advance(10 * minute);
  await aWorker({ ...without, tasks }).tick();
  expect(await without.mails()).toMatchObject([{ status: "done", result: null }]);
  expect(await without.trouble()).toBeNull();

  let letter: Awaited<ReturnType<Mail["write"]>> = { subject: "A run", text: "It has ended.", html: "" };
  const hidden = await aMailingShop({ mailbox: await busy(), mailTo, write: async () => letter });
  await hidden.run(3 * minute);
  letter = null;
  await hidden.live(10 * minute);
  expect(await hidden.trouble()).toBeNull();
});

it("what a server refused for good stays told when mail is switched off", async () => {
  const mailbox = await openSmtpServer({ onRcptTo: (_to, _session, done) => done(new Refusal(550, "nobody here")) });
  const shop = await aMailingShop({ mailbox, mailTo: ["anna@example.com"] });
  await shop.run(3 * minute);
  await saveWorkSettings(shop, { shop: shopA, by: "user:1", input: { mailRuns: false } });
  expect(await shop.trouble()).toMatchObject({ code: "address_refused" });
});

it.each(hiddenKinds)("no mail tells of work that no page shows: %s", async (kind) => {
  const shop = await aMailingShop();
  const id = await enqueueJob(shop, { ...job({ items: ["p1"] }), job: anyJob(kind) });
  shop.clock.advance(3 * minute);
  await cancelJob(shop, { shop: shopA, jobId: id });
  expect(await shop.db.orm.$count(jobs, eq(jobs.shop, shopA))).toBe(1);
});

it("addresses leave with the shop, and are exported with it", async () => {
  const { db, clock } = await aMailingShop();
  const exported: unknown[] = [];
  for await (const { table, rows } of exportShop({ db }, shopA)) if (table === "work_settings") exported.push(...rows);
  expect(exported).toMatchObject([{ mail_runs: 1, mail_to: JSON.stringify(both) }]);
  await enqueueJob({ db, clock }, job({ items: ["p1"] }));
  await forgetShop({ db }, shopA);
  expect(await db.orm.$count(workSettings, eq(workSettings.shop, shopA))).toBe(0);
  expect(await db.orm.$count(jobItems, eq(jobItems.shop, shopA))).toBe(0);
});
