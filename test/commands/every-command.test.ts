import { globSync } from "node:fs";
import { expect, it } from "vitest";
import { allCommands } from "../../app/commands/all-commands.ts";
import { actWords } from "../../app/pages/activity/act-words.ts";
import { pageActions } from "../../app/pages/asked/actions.ts";

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

it("every command has words in the log of activity, but one that changes nothing", () => {
  for (const { name, kind } of allCommands) {
    if (kind !== null) expect(actWords, name).toHaveProperty([name], expect.any(String));
  }
});

it("what pages let do are commands that are listed, and each command is on a page", () => {
  const asked = Object.values(pageActions).flatMap((actions) =>
    Object.values(actions).map(({ command }) => command.name),
  );
  expect(new Set(asked)).toEqual(new Set(names));
});
