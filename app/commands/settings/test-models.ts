import { z } from "zod";
import { bookTest } from "../../credits/book-test.ts";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import type { Clock } from "../../lib/clock.ts";
import type { Models } from "../../model/model-for-shop.ts";
import { type ModelTest, testModel } from "../../model/test-model.ts";
import { defineCommand } from "../command.ts";

interface Deps extends Acted {
  db: Db;
  clock: Clock;
  models: Models;
  /** ends the calls when nobody waits for them any more */
  signal?: AbortSignal | undefined;
}

/** Tries the models of both versions with real calls, and books what that cost. */
export const testModels = defineCommand({
  name: "settings.test",
  kind: "settings",
  rate: "work",
  input: z.object({}),
  async run(deps: Deps, { shop }): Promise<{ kind: "tested"; tests: ModelTest[] }> {
    const { signal = new AbortController().signal } = deps;
    const { nameOf } = await deps.models.forShop(shop);
    const versions = nameOf("v1") === nameOf("v2") ? (["v1"] as const) : (["v1", "v2"] as const);
    const tests = await Promise.all(versions.map((agentModel) => testModel(deps, { shop, agentModel, signal })));
    await bookTest(deps, { shop, calls: tests.flatMap(({ calls }) => calls) });
    return { kind: "tested", tests };
  },
});
