import { mkdtempSync, rmSync } from "node:fs";
import net from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Agent } from "undici";
import { startImport } from "../../app/catalog/start-import.ts";
import { openDatabase } from "../../app/db/open.ts";
import { shops } from "../../app/db/schema/index.ts";
import { createWorker } from "../../app/jobs/create-worker.ts";
import { shopDomainSchema } from "../../app/lib/brand.ts";
import { createLogger } from "../../app/lib/logger.ts";
import { createHeavyChecks } from "../../app/quality/heavy/heavy-checks.ts";
import { createAdminClient } from "../../app/shopify/admin-client.ts";
import type { Tokens } from "../../app/shopify/tokens.ts";
import { allTasks } from "../../app/tasks/all-tasks.ts";
import { keepCredits } from "../../app/tasks/keep-credits.ts";
import { receiveWebhook } from "../../app/tasks/receive-webhook.ts";
import { allRetentions, type RetentionConfig } from "../../app/tasks/retention/all-retentions.ts";
import { createRetentionRunner } from "../../app/tasks/retention/run-retentions.ts";
import { appRegistration } from "../../sandbox/read-app-toml.ts";
import { listen, readBody } from "../../sandbox/shared/http.ts";
import { defaultApp, startStore } from "../../sandbox/store/start.ts";
import { createRuleModel } from "./rule-model.ts";

export const shop = shopDomainSchema.parse("month.myshopify.com");
export const dayMs = 86_400_000;
const logger = createLogger("bench", "silent");

export type GrowthWorld = Awaited<ReturnType<typeof openGrowthWorld>>;

/**
 * The app's own worker, tasks, webhook receiver and retentions in this process, on a file of its own, with a sandbox store and
 * a clock that only the caller moves.
 */
export async function openGrowthWorld({ size, config }: { size: number; config: RetentionConfig }) {
  const folder = mkdtempSync(join(tmpdir(), "shelfwright-growth-"));
  let nowMs = Date.UTC(2026, 10, 21);
  const clock = { now: () => nowMs };
  const advance = (ms: number) => {
    nowMs += ms;
  };
  const db = openDatabase({ file: join(folder, "month.sqlite"), checkpoints: "thread" });
  // How much is stored is measured, and not whether it outlives a power cut: most of the time would go to the disk.
  db.raw.pragma("synchronous = OFF");
  const receiver = await listen(async (request, response) => {
    const headers = new Headers(request.headers as Record<string, string>);
    const received = { rawBody: await readBody(request), headers };
    response.statusCode = await receiveWebhook({ db, clock, logger, apiSecrets: [defaultApp.apiSecret] }, received);
    response.end();
  });
  const store = await startStore({
    now: clock.now,
    shops: [{ domain: shop, name: "Month", plan: "enterprise", locales: ["en"], catalogue: { generate: size } }],
    app: { ...defaultApp, url: receiver.url, subscriptions: appRegistration().subscriptions },
    bulkDelayMs: 0,
    accessTokenSeconds: 1_000_000_000,
  });
  const agent = new Agent({
    connect(_options, callback) {
      const socket = net.connect({ port: store.port, host: "127.0.0.1", noDelay: true });
      socket.once("error", (error) => callback(error, null));
      socket.once("connect", () => callback(null, socket));
    },
  });
  const reach: typeof fetch = (input, init) => fetch(input, { ...init, dispatcher: agent } as RequestInit);
  const tokens = oneToken(store.state.token(shop).access_token);
  const sleep = async (ms: number) => advance(ms);
  const client = { fetch: reach, tokens, clock, logger, apiVersion: "2026-10", timeoutMs: 60_000, sleep } as const;
  const { models } = createRuleModel({ latencyMs: 0, edit: (json) => asOfDay(json, Math.floor(nowMs / dayMs)) });
  const heavy = createHeavyChecks();
  const deps = {
    db,
    clock,
    logger,
    fetch: reach,
    admin: createAdminClient(client),
    models,
    tokens,
    heavy,
    feedsFolder: "",
    mail: null,
  };
  const worker = createWorker({
    ...deps,
    tasks: allTasks(deps),
    slots: 32,
    leaseMs: 600_000,
    perShopSlots: () => 24,
  });
  const runRetentions = createRetentionRunner(deps, allRetentions(config));
  await db.orm.insert(shops).values({ shop, installedAt: nowMs });

  return {
    ...deps,
    state: store.state,
    advance,
    startImport: () => startImport(deps, { shop, createdBy: "month" }),
    /** Works until nothing is left to do: the clock goes on where work waits. @throws when it never ends */
    async workOff() {
      for (let round = 0; round < 20_000; round++) {
        await store.state.settled();
        if ((await worker.tick()) > 0) continue;
        const open = db.raw
          .prepare("SELECT count(*) FROM jobs WHERE shop = ? AND finished_at IS NULL")
          .pluck()
          .get(shop);
        if (open === 0) return;
        advance(1_000);
      }
      throw new Error("the work of a day never ended");
    },
    /** What the worker's maintenance does in time. @returns rows removed and the longest transaction */
    async keepUp() {
      await keepCredits(deps);
      const steps: number[] = [];
      // In CPU time, which other work on the machine does not change.
      const timer = () => cpuMs();
      const removed = await runRetentions({ timer, pause: async (ms) => steps.push(ms) });
      return { removed, longestStepMs: Math.max(0, ...steps) };
    },
    async close() {
      await worker.stop({ drainMs: 0 });
      await heavy.close();
      db.close();
      await agent.destroy();
      await store.close();
      await receiver.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

const moods = ["calm", "bright", "quiet", "warm", "plain", "fresh", "steady", "gentle", "honest", "light", "tidy"];

/** Another wording of each text each day, so that what is written again is published again. */
function asOfDay(json: Record<string, unknown>, day: number): Record<string, unknown> {
  const mood = moods[day % moods.length];
  return {
    title: `${json.title}, ${mood}`,
    desc: `${json.desc}<p>For ${mood} days.</p>`,
    bullets: [...(Array.isArray(json.bullets) ? json.bullets.slice(0, -1) : []), `Good on ${mood} days`],
    seo_title: String(json.seo_title).replace(/\|.*$/, `| ${mood}`),
    seo_desc: String(json.seo_desc).replace(/[^.]*\.$/, ` For ${mood} days.`),
  };
}

function oneToken(token: string): Tokens {
  const refuse = async () => {
    throw new Error("the store refused the month's token");
  };
  return { accessToken: async () => token, replaceRejected: refuse, giveUp: refuse, refreshIdle: async () => 0 };
}
