import type { AddressInfo } from "node:net";
import express from "express";
import { expect, it, onTestFinished } from "vitest";
import { isOperator } from "../../app/web/is-operator.ts";

/** A server that says whether it takes the sender for an operator. */
async function ask(token: string | undefined, headers: Record<string, string> = {}): Promise<boolean> {
  const app = express();
  app.set("trust proxy", true);
  app.get("/", (request, response) => void response.json(isOperator(request, { token })));
  const server = app.listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once("listening", resolve));
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { headers });
  return (await response.json()) as boolean;
}

const token = "a-token-of-enough-letters";

it("with a token only whoever sends it is an operator, also from this machine and through a proxy", async () => {
  expect(await ask(token)).toBe(false);
  expect(await ask(token, { Authorization: `Bearer ${token}x` })).toBe(false);
  expect(await ask(token, { Authorization: "Bearer " })).toBe(false);
  expect(await ask(token, { Authorization: `Basic ${token}` })).toBe(false);
  expect(await ask(token, { Authorization: `Bearer ${token}`, "X-Forwarded-For": "203.0.113.9" })).toBe(true);
});

it("without a token this machine itself is, and nobody who comes through a proxy on it", async () => {
  expect(await ask(undefined)).toBe(true);
  for (const header of ["X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "Forwarded", "X-Real-IP", "Via"]) {
    expect(await ask(undefined, { [header]: "127.0.0.1" }), header).toBe(false);
  }
});
