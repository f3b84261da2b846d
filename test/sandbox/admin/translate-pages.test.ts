import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { shopsOn } from "../../../sandbox/defaults.ts";
import { type Sandbox, startSandbox } from "../../../sandbox/start.ts";
import { defaultApp } from "../../../sandbox/store/start.ts";

const domain = "demo.myshopify.com";
const shirt = 8_000_000_000_000;
const shirtGid = `gid://shopify/Product/${shirt}`;

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ app: defaultApp, shops: shopsOn("plus") });
});
afterEach(() => sandbox.close());

const page = async (path: string, status = 200) => {
  const response = await fetch(`${sandbox.adminUrl}/store/demo/${path}`);
  expect(response.status).toBe(status);
  return response.text();
};
const save = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${sandbox.adminUrl}/store/demo/${path}`, {
    method: "POST",
    body: new URLSearchParams(fields),
    redirect: "manual",
    headers,
  });
const rowsOf = (id: string) => sandbox.store.shop(domain).translations.of(id);
const translationOf = (key: string, locale: string) =>
  rowsOf(shirtGid).find((row) => row.key === key && row.locale === locale && row.marketId === null)?.value;

describe("the translate pages", () => {
  it("are in the navigation, and list the products with how far each is translated", async () => {
    expect(await page("products")).toContain('href="/store/demo/translate"');
    const list = await page("translate?locale=fr&query=linen");
    const row = list.split("<tr>").find((one) => one.includes("Marram Linen Shirt")) ?? "";
    expect(row).toContain(`/store/demo/translate/${shirt}?locale=fr`);
    expect(row).toContain("2 outdated");
    expect(row).toMatch(/7 of \d\d/);
    expect(list.split("<tr>").find((one) => one.includes("Linen Duvet Cover"))).toContain("Not translated");
    expect(list).not.toContain("Olive oil");
    expect(list).toContain("Portuguese (Brazil) (unpublished)");
  });

  it("show each text of a product beside its translation", async () => {
    const shown = await page(`translate/${shirt}?locale=de`);
    expect(shown).toContain("Leinenhemd Marram");
    expect(shown).toContain("A straight linen shirt with a small collar");
    for (const label of [
      "Description (HTML)",
      "Option",
      "Value of Color",
      "Alt text of image 1",
      "Metafield specs.fit",
    ]) {
      expect(shown).toContain(`<h2>${label}</h2>`);
    }
    expect(await page(`translate/${shirt}?locale=de&market=de`)).toContain("in zwei Tagen bei Ihnen");
    expect(await page(`translate/${shirt}?locale=fr`)).toContain("Outdated");
    expect(await page(`translate/${shirt}?locale=ar`)).toContain('lang="ar" dir="rtl"');
  });

  it("save what a person wrote and nothing else, and tell no app", async () => {
    const before = rowsOf(shirtGid).filter(({ key }) => key !== "title");
    const at = `translate/${shirt}?locale=de&market=`;
    const saved = await save(at, { [`${shirtGid} title`]: "Marram-Hemd", [`${shirtGid} tags`]: "x" });
    expect([saved.status, saved.headers.get("location")]).toEqual([303, `/store/demo/${at}&saved=1`]);
    expect(translationOf("title", "de")).toBe("Marram-Hemd");
    expect(translationOf("title", "fr")).toBe("Chemise en lin Marram");
    expect(rowsOf(shirtGid).filter(({ key }) => key !== "title")).toEqual(before);
    expect(sandbox.store.deliveries()).toEqual([]);
  });

  it("remove a translation whose text was emptied", async () => {
    await save(`translate/${shirt}?locale=de`, { [`${shirtGid} title`]: "" });
    expect(translationOf("title", "de")).toBeUndefined();
    expect(translationOf("product_type", "de")).toBe("Hemden");
  });

  it("write for one market, in the shop's own language too", async () => {
    await save(`translate/${shirt}?locale=en&market=europe`, { [`${shirtGid} title`]: "Linen shirt" });
    expect(rowsOf(shirtGid).find(({ locale }) => locale === "en")).toMatchObject({
      value: "Linen shirt",
      marketId: expect.stringContaining("gid://shopify/Market/"),
    });
    expect(await page(`translate/${shirt}?locale=en`)).toContain('<option value="de" selected>');
  });

  it("keep what was written when the store refuses it, and say why", async () => {
    const fields = { [`${shirtGid} handle`]: "x".repeat(300), [`${shirtGid} title`]: "Neu" };
    const refused = await save(`translate/${shirt}?locale=de`, fields);
    const shown = await refused.text();
    expect(refused.status).toBe(422);
    expect(shown).toContain("One text was not saved");
    expect(shown).toContain("Handle is too long");
    expect(shown).toContain("x".repeat(300));
    expect([translationOf("title", "de"), translationOf("handle", "de")]).toEqual(["Neu", undefined]);
  });

  it("take nothing from another site, and know no other product", async () => {
    const fields = { [`${shirtGid} title`]: "Fremd" };
    const foreign = await save(`translate/${shirt}?locale=de`, fields, { "sec-fetch-site": "cross-site" });
    expect([foreign.status, translationOf("title", "de")]).toEqual([403, "Leinenhemd Marram"]);
    await page("translate/999", 404);
    expect((await save("translate/999", {})).status).toBe(404);
  });

  it("show texts as text, whatever is in them", async () => {
    await save(`translate/${shirt}?locale=de`, { [`${shirtGid} body_html`]: "</textarea><script>1</script>" });
    expect(await page(`translate/${shirt}?locale=de`)).not.toContain("<script>1");
  });
});
