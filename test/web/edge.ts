import { createHash } from "node:crypto";
import { once } from "node:events";
import net, { type AddressInfo } from "node:net";
import express from "express";
import { onTestFinished } from "vitest";
import { type BodyBudget, type BodyLane, createBodyBudget } from "../../app/web/body-budget.ts";
import { checkBody } from "../../app/web/check-body.ts";
import { checkHead } from "../../app/web/check-head.ts";
import { nameShop } from "../../app/web/name-shop.ts";
import { oneSlash } from "../../app/web/one-slash.ts";
import { type ConnectionLimits, openServer } from "../../app/web/open-server.ts";
import { type ReadBodiesOptions, readBodies } from "../../app/web/read-bodies.ts";

export interface Edge {
  url: string;
  port: number;
  /** paths of the requests that got through, with the SHA-256 of their bodies */
  reached: { path: string; digest: string }[];
  budget: BodyBudget;
}

/** The edge of the web server as it stands in front of all routes; behind it, a handler that notes what it gets. */
export async function openEdge(
  options: Omit<ReadBodiesOptions, "budget"> &
    ConnectionLimits & { budgetBytes?: number; rooms?: Partial<Record<BodyLane, number>>; answer?: Promise<void> } = {},
): Promise<Edge> {
  const { graceMs, bytesPerSecond, budgetBytes = 64_000_000, rooms = {}, answer, ...limits } = options;
  const budget = createBodyBudget({
    pages: budgetBytes,
    webhooks: budgetBytes,
    largeWebhooks: budgetBytes,
    strangers: budgetBytes,
    ...rooms,
  });
  const reached: Edge["reached"] = [];
  const app = express();
  app.use(oneSlash());
  app.use(nameShop((token) => (token.startsWith("of-") ? token.slice(3) : null)));
  app.use(checkHead({ appUrl: "https://app.example.com" }));
  app.use(
    readBodies({
      budget,
      ...(graceMs === undefined ? {} : { graceMs }),
      ...(bytesPerSecond === undefined ? {} : { bytesPerSecond }),
    }),
  );
  app.use(checkBody());
  app.use((request, response) => {
    reached.push({ path: request.path, digest: sha256(response.locals.body ?? Buffer.alloc(0)) });
    void Promise.resolve(answer).then(() => response.send("reached"));
  });
  const server = openServer(app, limits).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, port, reached, budget };
}

export const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

/** A connection that sends what and when the test likes. */
export function dial(port: number) {
  const socket = net.connect({ port, host: "127.0.0.1" });
  onTestFinished(() => void socket.destroy());
  let said = "";
  socket.setEncoding("latin1").on("data", (text) => {
    said += text;
  });
  socket.on("error", () => {});
  const closed = once(socket, "close");
  return {
    send: (text: string | Buffer) => socket.write(text),
    /** @returns all that the server said until it closed the connection */
    closed: async () => {
      await closed;
      return said;
    },
    /** @returns once the server has said this */
    async hears(words: string) {
      while (!said.includes(words)) await once(socket, "data");
    },
  };
}
