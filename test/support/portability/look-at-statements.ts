import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { findUnportable } from "./find-unportable.ts";

/**
 * Around a run of unit tests: every statement that the app ran by steps or by the builder must be one that Postgres takes.
 * The run fails when one is not, and names it.
 */
export default function setup(project: TestProject): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "shelfwright-statements-"));
  project.provide("statementsFolder", folder);
  return async () => {
    const statements = readdirSync(folder).flatMap((name) => readFileSync(join(folder, name), "utf8").split("\n"));
    rmSync(folder, { recursive: true });
    const found = await findUnportable(statements.filter(Boolean).map((line) => JSON.parse(line) as string));
    if (found.length === 0) return;
    const told = found.map(({ sql, message }) => `${message}\n  ${sql.replaceAll(/\s+/g, " ")}`).join("\n\n");
    throw new Error(`${found.length} statement(s) that Postgres does not take:\n\n${told}\n`);
  };
}
