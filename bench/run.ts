import { existsSync, readdirSync } from "node:fs";

/** `npm run bench -- NAME [--size N] [--json]`: runs bench/NAME.ts and prints its result. */
interface Benchmark {
  /** @param options.flags all flags as written, for those that only one benchmark knows */
  run(options: { size: number | undefined; flags: readonly string[] }): Promise<Record<string, unknown>>;
  /** prints the result for a person; default: as one table */
  show?: ((result: Record<string, unknown>) => void) | undefined;
}

const [name, ...flags] = process.argv.slice(2);
const sizeAt = flags.indexOf("--size");
const size = sizeAt === -1 ? undefined : Number(flags[sizeAt + 1]);
const file = new URL(`./${name}.ts`, import.meta.url);

if (!name || name === "run" || !/^[a-z-]+$/.test(name) || !existsSync(file)) fail(`name one of: ${names().join(", ")}`);
if (size !== undefined && (!Number.isInteger(size) || size < 1)) fail("--size wants a whole number above 0");

const benchmark = (await import(file.href)) as Benchmark;
const result = await benchmark.run({ size, flags });
if (flags.includes("--json")) console.log(JSON.stringify(result));
else if (benchmark.show) benchmark.show(result);
else console.table(result);

function names(): string[] {
  return readdirSync(new URL(".", import.meta.url))
    .filter((entry) => entry.endsWith(".ts") && entry !== "run.ts" && !entry.startsWith("support"))
    .map((entry) => entry.slice(0, -3));
}

function fail(message: string): never {
  process.stderr.write(`npm run bench -- NAME [--size N] [--json]: ${message}\n`);
  process.exit(2);
}
