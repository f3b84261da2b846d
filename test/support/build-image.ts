import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type Instruction, readCopy, type Stage } from "./read-dockerfile.ts";

/** Stands for the image's own user on a machine that has no such name. */
export const imageUid = 65_534;

export interface Image {
  /** stands for the last stage's `/` */
  root: string;
  workdir: string;
  env: Record<string, string>;
  /** the exec form of an instruction, e.g. of CMD */
  command(name: string): string[];
  /** what cannot be done without an engine */
  leftOut: string[];
}

/** A step that failed. */
export class StepFailed extends Error {}

/**
 * Does what the steps of a Dockerfile say, each stage in a folder of its own, with this machine's Node and as its root. Packages of
 * the distribution are left out.
 * @param folder for all stages, as others may read it
 * @throws StepFailed with the last words of the step
 */
export function buildImage(stages: readonly Stage[], folder: string): Image {
  const leftOut: string[] = [];
  const roots = new Map<string, string>();
  let last: Image | null = null;
  for (const stage of stages) {
    const image = emptyImage(stage, join(folder, stage.name), leftOut);
    roots.set(stage.name, image.root);
    for (const instruction of stage.instructions) carryOut(image, instruction, roots);
    last = image;
  }
  if (!last) throw new StepFailed("there is no stage");
  return last;
}

function emptyImage({ instructions }: Stage, root: string, leftOut: string[]): Image {
  mkdirSync(root, { recursive: true });
  chmodSync(root, 0o755);
  const command = (name: string) => {
    const text = instructions.find((one) => one.name === name)?.text ?? "";
    return JSON.parse(text.slice(text.indexOf("["))) as string[];
  };
  return { root, workdir: root, env: {}, command, leftOut };
}

function carryOut(image: Image, { name, text }: Instruction, roots: ReadonlyMap<string, string>): void {
  if (name === "WORKDIR") {
    image.workdir = join(image.root, text);
    mkdirSync(image.workdir, { recursive: true });
  } else if (name === "ENV") {
    for (const [, key = "", value = ""] of text.matchAll(/(\w+)=(\S+)/g)) image.env[key] = within(image, value);
  } else if (name === "COPY") copy(image, text, roots);
  else if (name === "RUN") run(image, text);
}

const distribution = /^apt-get /;

function run(image: Image, text: string): void {
  if (distribution.test(text)) {
    image.leftOut.push(text);
    return;
  }
  // Tests have a NODE_ENV of their own, which is none of the image's.
  const clean = image.env.NODE_ENV === undefined ? "unset NODE_ENV; " : "";
  const script = clean + within(image, text).replaceAll("=node ", `=${imageUid} `);
  const env = { ...process.env, ...image.env, npm_config_prefer_offline: "true" };
  const done = spawnSync("sh", ["-euc", script], { cwd: image.workdir, env, encoding: "utf8" });
  if (done.status !== 0) throw new StepFailed(`RUN ${text}\n${`${done.stdout}${done.stderr}`.slice(-2_000)}`);
}

/** Paths of the image that this Dockerfile names, as they are on this machine. */
function within({ root }: Image, text: string): string {
  return text.replace(/(^|\s)(\/(?:app|data)\b)/g, (_, before: string, path: string) => `${before}${root}${path}`);
}

function copy(image: Image, text: string, roots: ReadonlyMap<string, string>): void {
  const { from, sources, target } = readCopy(text);
  const to = join(image.workdir, target);
  const root = from === null ? null : (roots.get(from) ?? "");
  const named = root === null && sources.includes(".") ? allowed() : sources;
  for (const source of named) {
    const isWhole = target.endsWith("/") || sources.includes(".");
    cpSync(root === null ? source : join(root, source), isWhole ? join(to, source) : to, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => root !== null || !/\.sqlite(-\w+)?$|^\.env/.test(basename(path)),
    });
  }
}

/** What `.dockerignore` lets into the build: it names each, everything else is shut out. */
function allowed(): string[] {
  const lines = readFileSync(".dockerignore", "utf8").split("\n");
  return lines.filter((line) => line.startsWith("!")).map((line) => line.slice(1));
}
