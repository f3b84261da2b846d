import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ConfigError, newEncryptionKey, readConfig, settings } from "../app/config.ts";

const complete = {
  SHOPIFY_API_KEY: "key",
  SHOPIFY_API_SECRET: "a-secret-that-is-long",
  SHOPIFY_APP_URL: "https://app.example.com/",
  ENCRYPTION_KEYS: newEncryptionKey(),
};

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe("readConfig", () => {
  it("names every bad field at once, with what to set", () => {
    const problems = problemsOf({ SHOPIFY_APP_URL: "not a url", PORT: "99999", ENCRYPTION_KEYS: "short" });
    expect(problems).toHaveLength(5);
    for (const name of ["SHOPIFY_API_KEY", "SHOPIFY_API_SECRET", "SHOPIFY_APP_URL", "ENCRYPTION_KEYS", "PORT"]) {
      expect(problems.find((problem) => problem.startsWith(name))).toMatch(/: set .+\.$/);
    }
  });

  it("does not start without SHOPIFY_API_KEY and points to the sandbox", () => {
    const { SHOPIFY_API_KEY: _, ...rest } = complete;
    expect(problemsOf(rest)).toEqual([expect.stringContaining("npm run demo")]);
  });

  it("takes an empty value as missing, so that a copied .env.example is reported", () => {
    expect(problemsOf({ ...complete, SHOPIFY_API_KEY: "" })).toEqual([expect.stringContaining("is missing")]);
  });

  it("reads a complete environment and fills in defaults", () => {
    const config = readConfig({ ...complete, PORT: "8080", TRUST_PROXY: "true" });
    expect(config).toMatchObject({
      SHOPIFY_APP_URL: "https://app.example.com",
      PORT: 8080,
      TRUST_PROXY: 1,
      HOST: "127.0.0.1",
    });
    expect(config.SCOPES).toContain("write_products");
  });

  it("believes proxies by their number or addresses, and never all of them", () => {
    const trusted = (value: string) => readConfig({ ...complete, TRUST_PROXY: value }).TRUST_PROXY;
    expect(["", "false", "0", "1", "2", "true"].map(trusted)).toEqual([false, false, false, 1, 2, 1]);
    expect(trusted("loopback, 10.0.0.0/8,2001:db8::1")).toEqual(["loopback", "10.0.0.0/8", "2001:db8::1"]);
    for (const bad of ["yes", "10.0.0.0/99", "0.0.0.0/0,", "proxy.example.com", "-1", "99"])
      expect(problemsOf({ ...complete, TRUST_PROXY: bad })).toEqual([expect.stringContaining("TRUST_PROXY")]);
  });

  it("wants a sender beside a mail server, and repeats neither's password", () => {
    const MAIL_URL = "smtps://me:hush-hush@mail.example.com";
    expect(problemsOf({ ...complete, MAIL_URL })).toEqual([expect.stringContaining("MAIL_FROM is missing")]);
    expect(problemsOf({ ...complete, MAIL_URL, MAIL_FROM: "nobody" })).toEqual([
      expect.stringContaining("MAIL_FROM is not valid"),
    ]);
    const bad = problemsOf({ ...complete, MAIL_URL: `${MAIL_URL}/x?y`, MAIL_FROM: "Shelf <mail@example.com>" });
    expect(bad).toEqual([expect.stringContaining("MAIL_URL is not valid")]);
    expect(bad.join()).not.toContain("hush");
    expect(readConfig({ ...complete, MAIL_URL, MAIL_FROM: "Shelf <mail@example.com>" })).toMatchObject({
      MAIL_URL: { host: "mail.example.com", login: { pass: "hush-hush" } },
      MAIL_FROM: { name: "Shelf", address: "mail@example.com" },
    });
  });

  it("never repeats a bad secret in its message", () => {
    expect(problemsOf({ ...complete, ENCRYPTION_KEYS: "my-secret-value" }).join()).not.toContain("my-secret-value");
  });

  it("asks for the same scopes as shopify.app.toml", () => {
    const toml = readFileSync("shopify.app.toml", "utf8");
    expect(toml).toContain(`scopes = "${readConfig(complete).SCOPES.join(",")}"`);
  });

  it("has every setting in README's table", () => {
    const readme = readFileSync("README.md", "utf8");
    for (const { name } of settings()) expect(readme).toContain(`\`${name}\``);
  });
});
