import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import de from "../../app/i18n/de/runs.ts";
import en from "../../app/i18n/en/runs.ts";
import english from "../../app/i18n/en/settings.ts";
import es from "../../app/i18n/es/runs.ts";
import fr from "../../app/i18n/fr/runs.ts";
import ja from "../../app/i18n/ja/runs.ts";
import { newPerson } from "../support/browser.ts";
import { openDemo } from "../support/open-demo.ts";

const demo = openDemo();
const runs = { en, de, fr, es, ja };
const settings = { en: "Settings", de: "Einstellungen", fr: "Paramètres", es: "Configuración", ja: "設定" };

it("the app is in the language of the admin, before and after the browser takes it over", {
  timeout: 600_000,
}, async () => {
  for (const locale of Object.keys(settings) as (keyof typeof settings)[]) {
    const person = await newPerson(demo.browser);
    const { page, app } = person;
    await page.goto(`${demo.appUrl("/activity")}?locale=${locale}`);
    await page.getByRole("link", { name: settings[locale], exact: true }).waitFor();
    await app.getByText(runs[locale].empty.title).waitFor();
    expect(await app.locator("html").getAttribute("lang")).toBe(locale);
    expect(person.complaints).toEqual([]);
    await person.context.close();
  }
});

/** Where the build has the words of a file. */
function builtFile(source: string): string {
  return JSON.parse(readFileSync("build/.vite/client-manifest.json", "utf8"))[source].file;
}

it("a page's words come with its code, and who goes to another one sees it once its words are there", async () => {
  const { page, app, context, complaints } = await newPerson(demo.browser);
  const asked = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  await page.route(`**/${builtFile("app/i18n/en/settings.ts")}`, async (route) => {
    asked.resolve();
    await held.promise;
    await route.continue();
  });
  const document = page.waitForResponse((response) => /^[^?]*:\d+\/app\/activity/.test(response.url()));
  await page.goto(demo.appUrl("/activity"));
  const link = (await (await document).headerValue("link")) ?? "";
  for (const name of ["base", "runs"]) expect(link).toContain(builtFile(`app/i18n/en/${name}.ts`));
  expect(link).not.toContain(builtFile("app/i18n/en/settings.ts"));
  await app.getByText(en.empty.title).waitFor();
  await asked.promise;
  await page.getByRole("link", { name: settings.en, exact: true }).click();
  await app.getByRole("status", { name: "Page loading" }).waitFor();
  // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is no word that anybody sees
  expect(await app.locator("main").innerText()).toBe("");
  held.resolve();
  await app.getByRole("heading", { name: english.people.title }).waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

it("what a page asks for later carries the language of the admin", async () => {
  const { page, app, context } = await newPerson(demo.browser);
  await page.goto(`${demo.appUrl("/activity")}?locale=fr`);
  await app.getByText(fr.empty.title).waitFor();
  const asked = page.waitForRequest((request) => request.url().includes("/app/settings.data"));
  await page.getByRole("link", { name: settings.fr, exact: true }).click();
  expect((await asked).headers()["accept-language"]).toBe("fr");
  await context.close();
});
