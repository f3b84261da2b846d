import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { buildImage, type Image, imageUid, StepFailed } from "../support/build-image.ts";
import { readDockerfile } from "../support/read-dockerfile.ts";
import { until } from "../support/start-shelfwright.ts";

const noRegistry = /ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ENOTCACHED|network/;

it(
  "the image's steps make an app that runs as another user over root's code, is healthy, and ends in good order",
  async (context) => {
    if (process.getuid?.() !== 0) context.skip("only root can start a process as another user");
    const folder = mkdtempSync(join(tmpdir(), "shelfwright-image-"));
    // Two folders of modules: minutes where the disk is busy.
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }), 10 * 60_000);
    chmodSync(folder, 0o755);
    let image: Image;
    try {
      image = buildImage(readDockerfile("Dockerfile"), folder);
    } catch (error) {
      if (error instanceof StepFailed && noRegistry.test(error.message)) context.skip("no npm registry can be reached");
      throw error;
    }
    for (const step of image.leftOut) process.stderr.write(`left out, needs the distribution: ${step}\n`);

    const { devDependencies } = JSON.parse(readFileSync("package.json", "utf8")) as {
      devDependencies: Record<string, string>;
    };
    const modules = join(image.workdir, "node_modules");
    const tools = ["vitest", "@biomejs/biome", "drizzle-kit", "@remix-run/dev", "playwright-core"];
    for (const name of tools.filter((one) => one in devDependencies))
      expect(existsSync(join(modules, name)), name).toBe(false);
    expect(readdirSync(image.workdir).sort()).toEqual([
      "app",
      "build",
      "drizzle",
      "node_modules",
      "package.json",
      "scripts",
    ]);
    expect(statSync(join(image.root, "data")).uid).toBe(imageUid);

    const bin = join(image.root, "bin");
    mkdirSync(bin);
    cpSync(process.execPath, join(bin, "node"));
    const env = {
      PATH: `${bin}:/usr/bin:/bin`,
      NODE_ENV: "production" as const,
      ...image.env,
      PORT: String(await freePort()),
      SHOPIFY_API_KEY: "key",
      SHOPIFY_API_SECRET: "a-secret-that-is-long",
      SHOPIFY_APP_URL: "https://app.example.com",
      ENCRYPTION_KEYS: Buffer.alloc(32, 1).toString("base64"),
    };
    const user = { cwd: image.workdir, env, uid: imageUid, gid: imageUid };
    for (const path of [image.workdir, join(image.workdir, "app/start.ts"), modules, join(image.workdir, "build")])
      expect(spawnSync("test", ["-w", path], user).status, path).toBe(1);

    const [program = "", ...args] = image.command("CMD");
    const app = spawn(program, args, { ...user, stdio: ["ignore", "pipe", "pipe"] });
    onTestFinished(() => void app.kill("SIGKILL"));
    let log = "";
    for (const stream of [app.stdout, app.stderr]) stream.setEncoding("utf8").on("data", (text) => (log += text));
    const [check = "", ...checkArgs] = image.command("HEALTHCHECK");
    await until("the health check to succeed", () => {
      if (app.exitCode !== null) throw new Error(`the app ended: ${log.slice(-2_000)}`);
      return spawnSync(check, checkArgs, user).status === 0;
    });
    await until("the worker to run", () => log.includes("worker is running"));

    const ended = once(app, "exit");
    app.kill("SIGTERM");
    expect(await ended).toEqual([0, null]);
    expect(spawnSync(check, checkArgs, user).status).toBe(1);
    // The last one who closes a database in good order leaves no log beside it.
    expect(readdirSync(join(image.root, "data")).filter((name) => name.endsWith("-wal"))).toEqual([]);
    expect(log).not.toMatch(/"level":(50|60)/);
  },
  15 * 60_000,
);

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" && address !== null ? address.port : 0;
}
