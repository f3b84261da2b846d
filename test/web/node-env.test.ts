import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { readDockerfile } from "../support/read-dockerfile.ts";

const report = `
  import { createRequire } from "node:module";
  await import("./app/server.ts");
  await import("react-dom/server");
  // What is not loaded was only looked through for its exports.
  const modules = Object.values(createRequire(import.meta.url).cache).filter(({ loaded }) => loaded);
  console.log(JSON.stringify(modules.map(({ filename }) => filename).filter((file) => /react[a-z-]*\\.(development|production)/.test(file))));
`;

it("the web process renders with React's production build, also where NODE_ENV is set to something else", () => {
  const env = { PATH: process.env.PATH ?? "", NODE_ENV: "development" as const };
  const output = execFileSync(process.execPath, ["--input-type=module", "--eval", report], { env });
  const files = JSON.parse(output.toString()) as string[];
  expect(files.length).toBeGreaterThan(3);
  expect(files.filter((file) => file.includes("development"))).toEqual([]);
});

it("every way of starting the web process goes through the file that chooses the build", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
  const command = readDockerfile("Dockerfile")
    .at(-1)
    ?.instructions.find(({ name }) => name === "CMD")?.text;
  expect([scripts.start, scripts.web, command, readFileSync("deploy/shelfwright.service", "utf8")]).toEqual([
    expect.stringMatching(/ app\/start\.ts$/),
    expect.stringMatching(/ app\/server\.ts$/),
    expect.stringContaining("app/start.ts"),
    expect.stringMatching(/^ExecStart=.* app\/start\.ts$/m),
  ]);
  expect(readFileSync("app/start.ts", "utf8")).toContain('fork(new URL("server.ts", import.meta.url)');
  expect(readFileSync("sandbox/run-app.ts", "utf8")).toContain('start("server")');
  expect(readFileSync("app/server.ts", "utf8")).toMatch(/^import "\.\/web\/node-env\.ts";\n/);
});
