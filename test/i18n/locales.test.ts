import { expect, it } from "vitest";
import { spokenLocale, uiLocaleOf } from "../../app/i18n/locales.ts";

const asked = (address: string, accepted?: string) =>
  uiLocaleOf(
    new Request(`https://app.example${address}`, accepted ? { headers: { "Accept-Language": accepted } } : {}),
  );

it("a document is in the language that the admin names, and a request from the page in that which App Bridge sends", () => {
  expect(asked("/app?locale=de")).toBe("de");
  expect(asked("/app?locale=de-CH", "fr")).toBe("de");
  expect(asked("/app", "ja")).toBe("ja");
  expect(asked("/app", "pt-BR,es-MX;q=0.8,en;q=0.5")).toBe("es");
});

it("a language that we do not speak, and nothing at all, is English", () => {
  expect(asked("/app?locale=tlh")).toBe("en");
  expect(asked("/app?locale=tlh", "fr")).toBe("fr");
  expect(asked("/app")).toBe("en");
  expect(asked("/app", ";;;,")).toBe("en");
});

it("a language is known by its first part, in any spelling", () => {
  expect(spokenLocale("ES_mx")).toBe("es");
  expect(spokenLocale("en-XA")).toBe("en-XA");
  expect(spokenLocale("english")).toBeUndefined();
});
