import { expect } from "vitest";

/** What components say without a provider around them is English; in another language a test wraps them in its own. */
if (/[\\/]test[\\/]ui[\\/]/.test(expect.getState().testPath ?? "")) {
  const { createWords } = await import("../../app/i18n/create-words.ts");
  const { loadCatalog } = await import("../../app/i18n/load-catalog.ts");
  createWords("en", await loadCatalog("en"));
}
