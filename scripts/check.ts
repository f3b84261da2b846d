import { run } from "./support/run.ts";

/** `npm run check`: the fast part of the tests. All of it runs, so that one look shows every finding. */
const steps: [string, string, string[]][] = [
  ["lint", "biome", ["check", "--error-on-warnings", "."]],
  ["types", "node", ["scripts/check-types.ts"]],
  ["generated files", "node", ["scripts/check-generated.ts"]],
  ["dead code", "knip", []],
];

let failed = 0;
for (const [name, command, args] of steps) {
  const startedAt = Date.now();
  const code = await run(command, args, { quiet: true });
  if (code !== 0) failed++;
  console.log(`${code === 0 ? "ok    " : "FAILED"} ${name} (${((Date.now() - startedAt) / 1_000).toFixed(1)} s)`);
}
process.exit(failed === 0 ? 0 : 1);
