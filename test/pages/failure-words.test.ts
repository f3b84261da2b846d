import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { PauseReason } from "../../app/db/schema/index.ts";
import english from "../../app/i18n/en/answers.ts";
import { uiLocales } from "../../app/i18n/locales.ts";
import { wordsOf } from "../../app/i18n/words-of.server.ts";
import { failureWords, outcomeWords } from "../../app/pages/failure-words.ts";

const wordsIn = (locale: (typeof uiLocales)[number]) =>
  wordsOf(new Request(`https://app.example/app?locale=${locale}`));
const capped = { code: "run_cap", message: "This run has cost $3.20, and your cap for one run is $3.00." };

it("an English reader reads what was kept, with its amounts", async () => {
  expect(failureWords(await wordsIn("en"), capped)).toBe(capped.message);
});

describe.each(uiLocales.filter((locale) => locale !== "en"))("in %s", (locale) => {
  it("a failure is said by its code, and one of an unknown code as it was kept", async () => {
    const words = await wordsIn(locale);
    const said = failureWords(words, capped);
    expect(said).not.toBe(capped.message);
    expect(said).not.toContain("failure.");
    expect(failureWords(words, { code: "of_a_newer_version", message: "Look at it." })).toBe("Look at it.");
  });

  it("an import says which texts it could not read, and nothing when it read all", async () => {
    const words = await wordsIn(locale);
    const done = { status: "done", code: null, message: "60 products." };
    const read = (left: object) => ({
      ...done,
      result: { resources: { changed: 0, denied: [], partial: [], ...left } },
    });
    expect(outcomeWords(words, read({}))).toBeNull();
    const pages = words.t("languages:kinds.of.page");
    for (const left of [{ denied: ["page"] }, { partial: ["page", "policy"] }]) {
      expect(outcomeWords(words, read(left))).toContain(pages);
      expect(outcomeWords(words, read(left))).not.toMatch(/imported\.|\{\{/);
    }
  });

  it("of what was done its state says enough", async () => {
    const words = await wordsIn(locale);
    expect(outcomeWords(words, { status: "done", code: null, message: "5 texts were written." })).toBeNull();
    expect(outcomeWords(words, { status: "failed", ...capped })).toBe(failureWords(words, capped));
  });
});

it("what paused an item, a conflict and nothing to write have words, and an address that the provider blocks is no wrong key alone", async () => {
  const words = await wordsIn("de");
  const reasons: PauseReason[] = ["billing", "reauth", "scope", "model_key", "model_settings", "spend_cap"];
  for (const code of reasons) expect(failureWords(words, { code, message: "In English." })).not.toBe("In English.");
  const kept = { code: null, message: "In English." };
  expect(outcomeWords(words, { status: "conflict", ...kept })).toMatch(/geändert/);
  expect(outcomeWords(words, { status: "done", result: { texts: 0 }, ...kept })).toMatch(/nichts zu schreiben/);
  expect(outcomeWords(words, { status: "done", result: { texts: 3 }, ...kept })).toBeNull();
  expect(failureWords(words, { code: "model_key", message: null })).toMatch(/Server/);
});

it("every code that a program keeps with a failure has words", () => {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  const codes = files.flatMap((name) =>
    [...readFileSync(`app/${name}`, "utf8").matchAll(/new OperationalError\([^)]*\{\s*code: "(\w+)"/g)].map(
      ([, code = ""]) => code,
    ),
  );
  expect(codes.length).toBeGreaterThan(15);
  expect([...new Set(codes)].filter((code) => !(code in english.failure))).toEqual([]);
});
