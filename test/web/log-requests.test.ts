import { once } from "node:events";
import type { AddressInfo } from "node:net";
import express from "express";
import { expect, it, onTestFinished } from "vitest";
import { admitPages } from "../../app/web/admit-pages.ts";
import { logRequests } from "../../app/web/log-requests.ts";
import { keepingLogger, until } from "../jobs/support.ts";

const full = { slots: 0, places: 0, longestWaitMs: 1, countsMs: 1 };

it("requests that find no room are told of together as one warning, other failures each as an error, a 503 of a health route as none", async () => {
  const logger = keepingLogger();
  const app = express();
  app.use(logRequests(logger, { now: () => 0 }, 200));
  app.get("/broken", (_request, response) => void response.status(500).end());
  app.get("/readyz", (_request, response) => void response.status(503).end());
  app.use(admitPages({ documents: full, data: full }));
  const server = app.listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const ask = (path: string) => fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);
  const answers = await Promise.all(["/app", "/app", "/app/jobs.data", "/broken", "/readyz"].map(ask));
  expect(answers.map(({ status }) => status)).toEqual([503, 503, 503, 500, 503]);
  const shed = () => logger.lines.filter(({ level }) => level === "warn").map(({ fields }) => fields);
  await until(() => shed().reduce((sum, { count = 0 }) => sum + count, 0) === 3, "all are told of");
  expect(shed().length).toBeLessThan(3);
  expect(logger.lines.filter(({ level }) => level === "error").map(({ fields }) => fields.path)).toEqual(["/broken"]);
});
