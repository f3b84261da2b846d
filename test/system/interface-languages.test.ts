import { expect, it } from "vitest";
import { newPerson } from "../support/browser.ts";
import { openDemo } from "../support/open-demo.ts";

const demo = openDemo();
const settings = { en: "Settings", de: "Einstellungen", fr: "Paramètres", es: "Configuración", ja: "設定" };

it("the app is in the language of the admin, before and after the browser takes it over", {
  timeout: 120_000,
}, async () => {
  for (const [locale, name] of Object.entries(settings)) {
    const person = await newPerson(demo.browser);
    const { page, app } = person;
    await page.goto(`${demo.appUrl("/jobs")}?locale=${locale}`);
    await page.getByRole("link", { name, exact: true }).waitFor();
    await app.getByText("Nothing has run yet").waitFor();
    expect(await app.locator("html").getAttribute("lang")).toBe(locale);
    expect(person.complaints).toEqual([]);
    await person.context.close();
  }
});

it("what a page asks for later carries the language of the admin", async () => {
  const { page, app, context } = await newPerson(demo.browser);
  await page.goto(`${demo.appUrl("/jobs")}?locale=fr`);
  await app.getByText("Nothing has run yet").waitFor();
  const asked = page.waitForRequest((request) => request.url().includes("/app/settings.data"));
  await page.getByRole("link", { name: settings.fr, exact: true }).click();
  expect((await asked).headers()["accept-language"]).toBe("fr");
  await context.close();
});
