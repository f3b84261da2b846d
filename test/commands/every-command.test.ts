import { globSync } from "node:fs";
import { expect, it } from "vitest";
import { allCommands } from "../../app/commands/all-commands.ts";
import { english } from "../../app/i18n/words-of.server.ts";
import { createRateLimits } from "../../app/lib/rate-limits.ts";
import { pageActions } from "../../app/pages/asked/actions.ts";
import { wordsOf } from "../../app/pages/log/act-words.ts";
import { shop } from "../support/content/shop.ts";

const names = allCommands.map(({ name }) => name);

it("every command that is defined is listed, each under a name of its own", async () => {
  const modules = await Promise.all(
    globSync("app/commands/**/*.ts").map(
      (file): Promise<Record<string, unknown>> => import(`${process.cwd()}/${file}`),
    ),
  );
  const isCommand = (one: unknown) => typeof one === "object" && one !== null && "run" in one && "input" in one;
  const defined = modules.flatMap((module) => Object.values(module).filter(isCommand));
  expect(defined.length).toBeGreaterThan(40);
  expect(new Set<unknown>(allCommands)).toEqual(new Set(defined));
  expect(new Set(names).size).toBe(names.length);
});

it("every command that changes something has words in the log of activity, and each may be asked for too often", async () => {
  const words = await english();
  for (const { name, kind, rate } of allCommands) {
    if (kind !== null) expect(wordsOf(words, name), name).not.toBe(name);
    const rates = createRateLimits({ share: 0 });
    await rates.take(rate, { shop, by: "user:1" });
    expect(await rates.take(rate, { shop, by: "user:1" }), name).toBeGreaterThan(0);
  }
});

it("what pages let do are commands that are listed", () => {
  const asked = Object.values(pageActions).flatMap((actions) =>
    Object.values(actions).map(({ command }) => command.name),
  );
  expect(asked.length).toBeGreaterThan(40);
  for (const name of asked) expect(names).toContain(name);
});
