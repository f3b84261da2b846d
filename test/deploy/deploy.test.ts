import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { settings } from "../../app/config.ts";
import { readCopy, readDockerfile } from "../support/read-dockerfile.ts";

const stages = readDockerfile("Dockerfile");
const last = stages.at(-1);
const of = (name: string) => last?.instructions.filter((one) => one.name === name).map(({ text }) => text) ?? [];
const unit = readFileSync("deploy/shelfwright.service", "utf8");

it("the image runs as another user than root, over a volume of its own, and is asked for its health", () => {
  expect(of("USER")).toEqual(["node"]);
  expect(of("VOLUME")).toEqual(["/data"]);
  expect(of("HEALTHCHECK").join()).toContain("/healthz");
  expect(of("ENV").join()).toContain("DATABASE_FILE=/data/");
  expect(JSON.parse(of("ENTRYPOINT")[0] ?? "")).toEqual(["tini", "--"]);
  expect(JSON.parse(of("CMD")[0] ?? "")).toEqual(["node", "app/start.ts"]);
});

it("the image's Node is the one that the project brings, in every stage", () => {
  const { devDependencies } = JSON.parse(readFileSync("package.json", "utf8")) as { devDependencies: { node: string } };
  for (const { base } of stages) expect(base).toBe(`node:${devDependencies.node}-bookworm-slim`);
});

it("the image is made of nothing that changes by itself, takes no secret, and leaves no list of packages behind", () => {
  const all = stages.flatMap(({ instructions }) => instructions);
  for (const { base } of stages) expect(base).toMatch(/:\d+\.\d+\.\d+-/);
  expect(all.filter(({ name }) => name === "ADD" || name === "ARG")).toEqual([]);
  for (const { text } of all.filter((one) => one.name === "RUN")) {
    expect(text).not.toMatch(/npm install|curl|wget|sudo|chmod 777/);
    if (text.includes("apt-get install"))
      expect(text).toMatch(/--no-install-recommends .*rm -rf \/var\/lib\/apt\/lists/);
  }
  for (const { name, text } of all) if (name === "ENV") expect(text).not.toMatch(/SECRET|TOKEN|API_KEY|ENCRYPTION/);
  const names = last?.instructions.map(({ name }) => name) ?? [];
  // What stands behind USER is done by it: nothing of the code may be.
  expect(names.slice(names.indexOf("USER")).filter((name) => name === "COPY" || name === "RUN")).toEqual([]);
});

it("the image has no package that is for development, and only files that are there", () => {
  const copies = of("COPY").map(readCopy);
  const modules = copies.find(({ sources }) => sources.some((source) => source.endsWith("node_modules")));
  const stage = stages.find(({ name }) => name === modules?.from);
  expect(stage?.instructions.map(({ text }) => text)).toContain("npm ci --omit=dev");
  const ignore = readFileSync(".dockerignore", "utf8").split("\n");
  expect(ignore).toContain("*");
  for (const { from, sources } of stages.flatMap(({ instructions }) =>
    instructions.filter(({ name }) => name === "COPY").map(({ text }) => readCopy(text)),
  )) {
    if (from !== null) continue;
    for (const source of sources.filter((one) => one !== ".")) {
      expect(existsSync(source), source).toBe(true);
      expect(ignore, source).toContain(`!${source}`);
    }
  }
});

it("the unit sets settings that exist and keeps the app from all but its own state", () => {
  const names = settings().map(({ name }) => name);
  const set = [...unit.matchAll(/^Environment=(.*)$/gm)].flatMap(([, text]) => (text ?? "").split(" "));
  for (const one of set) expect([...names, "NODE_ENV"]).toContain(one.split("=")[0]);
  for (const line of [
    "ProtectSystem=strict",
    "NoNewPrivileges=yes",
    "StateDirectory=shelfwright",
    "Restart=always",
    "RestartPreventExitStatus=78",
    "TimeoutStopSec=30",
    "KillMode=mixed",
    "EnvironmentFile=/etc/shelfwright/env",
  ]) {
    expect(unit).toContain(`\n${line}\n`);
  }
});

it.skipIf(!existsSync("/usr/bin/systemd-analyze"))(
  "systemd finds nothing wrong with the unit, and little exposed",
  () => {
    const verified = spawnSync("systemd-analyze", ["verify", "deploy/shelfwright.service"], { encoding: "utf8" });
    const own = verified.stderr
      .split("\n")
      .filter((line) => line.includes("shelfwright") && !line.includes("not executable"));
    expect(own).toEqual([]);
    const args = ["security", "--offline=true", "--threshold=20", "deploy/shelfwright.service"];
    const judged = spawnSync("systemd-analyze", args, { encoding: "utf8" });
    expect(judged.status, judged.stdout.slice(-400)).toBe(0);
  },
);
