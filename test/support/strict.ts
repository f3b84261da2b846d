import net from "node:net";
import { Agent, buildConnector, setGlobalDispatcher } from "undici";
import { afterEach, beforeEach, expect, vi } from "vitest";

/** Strict both ways: a call to the outside that nobody answers for, or a word on the console, fails the test. */
const dial = buildConnector({});

setGlobalDispatcher(
  new Agent({
    connect(options, callback) {
      const { hostname } = options;
      if (hostname === "localhost" || (net.isIP(hostname) && /^(127\.|::1$)/.test(hostname)))
        return dial(options, callback);
      callback(new Error(`a test called ${hostname}, which no fake answers for`), null);
    },
  }),
);

let said: string[] = [];

beforeEach(() => {
  said = [];
  for (const method of ["log", "info", "warn", "error", "debug"] as const) {
    vi.spyOn(console, method).mockImplementation((...words: unknown[]) => {
      said.push(`${method}: ${words.map(String).join(" ").slice(0, 300)}`);
    });
  }
});

afterEach(() => {
  vi.restoreAllMocks();
  expect(said, "a test must not write to the console").toEqual([]);
});
