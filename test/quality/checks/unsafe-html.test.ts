import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { ProductFacts } from "../../../app/catalog/facts.ts";
import type { LiveTexts } from "../../../app/catalog/live-texts.ts";
import type { SqliteDb } from "../../../app/db/open.ts";
import { type TextBody, versions } from "../../../app/db/schema/index.ts";
import { startRegeneration } from "../../../app/generation/start-regeneration.ts";
import { finishText } from "../../../app/quality/fixes/finish-text.ts";
import { fixText } from "../../../app/quality/fixes/fix-text.ts";
import { runChecks } from "../../../app/quality/run-checks.ts";
import { attributeTable } from "../../../app/rules/attribute-table.ts";
import { importConfig } from "../../../app/rules/configs/import-config.ts";
import { listConfigs } from "../../../app/rules/configs/read-config.ts";
import { type ContentConfig, contentConfigSchema } from "../../../app/rules/content-config.ts";
import { defaultConfig } from "../../../app/rules/default-config.ts";
import type { Glossary } from "../../../app/rules/glossary/glossary.ts";
import { keywordUseOf } from "../../../app/rules/keyword-use.ts";
import { goodTexts, someFacts } from "../../support/content/facts.ts";
import { productId, shop, storeProduct, testClock } from "../../support/content/shop.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";
import { askProduct } from "../../support/pages/ask.ts";
import { unaskedModels } from "../../support/unasked-models.ts";

type By = "model" | "person";

interface Circumstances {
  by?: By;
  live?: LiveTexts;
  config?: ContentConfig;
  facts?: ProductFacts;
  glossary?: Glossary;
}

/** The text as it is stored, and what is marked of it as unsafe. */
function checked(
  contentType: string,
  raw: TextBody,
  { by = "model", live = {}, config = defaultConfig, facts = someFacts(), glossary = [] }: Circumstances = {},
) {
  const standing = [live[contentType] ?? ""].flat().join("\n");
  const body =
    by === "person"
      ? fixText(contentType, raw, config, { by, live: standing })
      : finishText(contentType, raw, {
          config,
          table: attributeTable(facts, config),
          use: keywordUseOf(config, contentType, facts.keywords),
          live: standing,
        }).body;
  const result = runChecks({
    texts: new Map([[contentType, { raw, body, by }]]),
    facts,
    config,
    locale: "en",
    glossary,
    live,
  }).get(contentType);
  const unsafe = result?.warnings.filter(({ code }) => code === "UNSAFE_HTML") ?? [];
  return {
    body,
    unsafe: unsafe.map(({ description }) => description),
    blocked: unsafe.some(({ severity }) => severity === "block"),
  };
}

const plainTypes = ["title", "seo_title", "seo_desc", "image_alt_1"];
const nested = (text: string, levels: number): string =>
  levels === 0
    ? text
    : nested(text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"), levels - 1);

describe("what acts in a browser is removed and marked", () => {
  it.each([
    "<p/onclick=alert(1)>Soft</p>",
    "<a href='javascript&colon;alert(1)'>Soft</a>",
    "<a href='java&Tab;script:alert(1)'>Soft</a>",
    "<a href='java\nscript:alert(1)'>Soft</a>",
    "<a href='\u0001javascript:alert(1)'>Soft</a>",
    "<a href='data:text/html,x'>Soft</a>",
    "<p style='position:fixed'>Soft</p>",
    "<dialog open>Soft</dialog>",
    "<base href=//evil.example>Soft",
    "<iframe srcdoc='x'></iframe>Soft",
    "<button formaction=javascript:alert(1)>Soft</button>",
    "<svg><a xlink:href='javascript:alert(1)'>x</a></svg>Soft",
    "<math><mtext></form><form><mglyph><style></math>Soft",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>Soft",
    "<template><img src=x></template>Soft",
    "<img src=x onerror=alert(1)>Soft",
    "<video src=//evil.example/x.mp4></video>Soft",
    "<meta http-equiv=refresh content='0;url=//evil.example'>Soft",
    "<body onpageshow=alert(1)>Soft",
    "<plaintext>Soft",
    "<details ontoggle=alert(1) open>Soft</details>",
    "<x-a autofocus onfocus=alert(1)>Soft</x-a>",
    nested("<script>alert(1)</script> Soft", 1),
    nested("<img src=x onerror=alert(1)> Soft", 3),
  ])("in a description: %j", (raw) => {
    const { body, unsafe, blocked } = checked("desc", `<p>Linen</p>${raw}`);
    expect(unsafe).not.toEqual([]);
    expect(blocked).toBe(true);
    expect(body).not.toMatch(/<(?!\/?(?:p|br)>)/);
  });

  it.each(plainTypes)("in %s, also five levels of entities deep", (contentType) => {
    for (const tag of [
      "<details open ontoggle=alert(1)>",
      "<script>alert(1)</script>",
      "<p/onclick=alert(1)>",
      "<svg/onload=alert(1)>",
      "<dialog open>",
      "<p style=x>",
      "<a href=javascript&colon;alert(1)>",
    ]) {
      for (let levels = 0; levels <= 7; levels++) {
        const { body, blocked } = checked(contentType, `Linen ${nested(tag, levels)} Shirt`);
        expect({ tag, levels, blocked }).toEqual({ tag, levels, blocked: true });
        expect(body).not.toMatch(/<|&/);
      }
    }
  });

  it("is refused where it is still there: deeper than anybody decodes, or half written", () => {
    expect(checked("title", `Linen ${nested("<svg onload=alert(1)>", 40)}`).blocked).toBe(true);
    expect(checked("title", "Linen &ltsvg onload=alert(1)&gt").blocked).toBe(true);
  });

  it.each([
    ["an addition", { additions: { title: "{{title}} <img src=x onerror=alert(1)>" } }],
    ["an addition's hidden tag", { additions: { title: "{{title}} &amp;lt;script&gt;" } }],
    ["half a Liquid tag in an addition", { additions: { title: "{{title}} }}" } }],
  ])("is refused when it comes from %s", (_what, type) => {
    const config = contentConfigSchema.parse({
      ...defaultConfig,
      content_types: { ...defaultConfig.content_types, title: { ...defaultConfig.content_types?.title, ...type } },
    });
    expect(checked("title", "Linen Shirt", { config }).blocked).toBe(true);
  });

  it("is refused when it comes from the word map or a claim", () => {
    expect(
      checked("title", "Linen Shirt", { config: { ...defaultConfig, word_map: { Linen: "<b onclick=x>Linen</b>" } } })
        .blocked,
    ).toBe(true);
    const keywords = { legal: ["'Claim': Soft <script>x</script>"] };
    const config = { ...defaultConfig, keywords, keyword_groups: { verbatim_must_claims: ["legal"] } };
    expect(checked("bullets", ["Linen Shirt"], { config }).blocked).toBe(true);
    expect(checked("desc", `<p>${goodTexts.desc}</p>`, { config }).blocked).toBe(true);
  });
});

const user = { shop, by: "user:1" } as Parameters<typeof askProduct>[1];
const ways = [
  "<img src=x onerror=alert(1)>",
  "&lt;script&gt;alert(1)&lt;/script&gt;",
  "<p/onclick=alert(1)>",
  "{{ shop.email }}",
  "}}",
  "{% raw %}",
  "&#123;{ x }}",
];

describe("what acts is refused whichever way it comes in", () => {
  const withTitle = (more: object) =>
    contentConfigSchema.parse({
      ...defaultConfig,
      content_types: { ...defaultConfig.content_types, title: { ...defaultConfig.content_types?.title, ...more } },
    });

  it.each(ways)("a merchant's own attribute that an addition puts in: %s", (value) => {
    const facts = someFacts({ attributes: [{ name: "line", value: `Coast ${value}` }] });
    const config = withTitle({ additions: { title: "{{title}}, {{attr.line}}" } });
    expect(checked("title", "Linen Shirt", { config, facts }).blocked).toBe(true);
  });

  it.each(ways)("a merchant's own attribute that the model repeats: %s", (value) => {
    const facts = someFacts({ attributes: [{ name: "line", value: `Coast ${value}` }] });
    for (const contentType of plainTypes)
      expect(checked(contentType, `Linen Coast ${value}`, { facts }).blocked).toBe(true);
    expect(checked("desc", `<p>Linen Coast ${value}</p>`, { facts })).toMatchObject({ blocked: true });
  });

  it.each(ways)("a glossary's word: %s", (value) => {
    const glossary = [{ term: `Coast ${value}`, never: [] }];
    expect(checked("title", `Linen Coast ${value}`, { glossary }).blocked).toBe(true);
    expect(checked("desc", `<p>Linen Coast ${value}</p>`, { glossary }).blocked).toBe(true);
  });

  it.each(ways)("imported rules: %s", async (value) => {
    const deps = { db: openTestDatabase(), clock: testClock() };
    const additions = { title: `{{title}} ${value}` };
    const content_types = { title: { task: "Write.", character_limit: 200, additions } };
    const json = JSON.stringify({ name: "rules", content_config: { content_types } });
    const imported = await importConfig(deps, { shop, json, by: "user:1" });
    if (imported.outcome !== "saved") expect(imported.outcome).toBe("refused");
    else {
      const [row] = await listConfigs(deps, { shop, scope: "PRIVATE" });
      const config = contentConfigSchema.parse(row?.config);
      const { body, blocked } = checked("title", "Linen Shirt", { config });
      // A placeholder that nothing fills is left out.
      expect(blocked || body === "Linen Shirt").toBe(true);
    }
  });

  async function stored(change: (deps: { db: SqliteDb; clock: ReturnType<typeof testClock> }) => Promise<unknown>) {
    const deps = { db: openTestDatabase(), clock: testClock() };
    await storeProduct(deps.db);
    await change(deps);
    const rows = await deps.db.orm
      .select()
      .from(versions)
      .where(and(eq(versions.shop, shop), eq(versions.origin, "edited")));
    return rows.map(({ body, blocked }) => ({ body, blocked }));
  }

  it.each(ways)("a text given in the notes of a new run: %s", async (value) => {
    const rows = await stored((deps) =>
      startRegeneration(deps, {
        shop,
        productIds: [productId],
        fields: {
          title: { mode: "content", value: `Linen ${value}` },
          desc: { mode: "content", value: `<p>Linen ${value}</p>` },
        },
        createdBy: "user:1",
      }),
    );
    expect(rows.map(({ blocked }) => blocked)).toEqual([true, true]);
    // A person may bring a picture, but nothing that acts.
    expect(rows.every(({ body }) => !/<(?!\/?p>|img src="x">)/.test(String(body)))).toBe(true);
  });

  it.each(ways)("a version of an earlier day that is restored: %s", async (value) => {
    const rows = await stored(async (deps) => {
      const old = (id: string, contentType: string, body: string) =>
        deps.db.orm.insert(versions).values({
          id, shop, productId, contentType, locale: "en", state: "superseded", origin: "generated", body, warnings: [],
          blocked: false, evidence: [], baseDigest: "b", factsDigest: "f", configDigest: "c", createdAt: 1,
        }); // biome-ignore format: a row
      await old("v1", "title", `Linen ${value}`);
      await old("v2", "desc", `<p>Linen ${value}</p>`);
      for (const versionId of ["v1", "v2"])
        await askProduct({ ...deps, models: unaskedModels() }, user, productId, { intent: "restore", versionId });
    });
    expect(rows.map(({ blocked }) => blocked)).toEqual([true, true]);
    // A person may bring a picture, but nothing that acts.
    expect(rows.every(({ body }) => !/<(?!\/?p>|img src="x">)/.test(String(body)))).toBe(true);
  });
});

describe("no true text is called unsafe, nor changed", () => {
  it.each([
    "Quieter than <30 dB",
    "a < b",
    "5 < 10 > 3",
    "I <3 you",
    "Turn -> left",
    "A&B",
    "Fern & Field",
    "AT&T <- R&D",
    "JavaScript: The Good Parts",
    "Data: soft, light",
    "100 % {soft}",
    "on = off",
    "x <= 3",
  ])("%s", (text) => {
    for (const contentType of plainTypes) expect(checked(contentType, text)).toMatchObject({ body: text, unsafe: [] });
    expect(checked("bullets", [text])).toMatchObject({ body: [text], unsafe: [] });
    const html = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
    expect(checked("desc", `<p>${html}</p>`)).toMatchObject({ body: `<p>${html}</p>`, unsafe: [] });
    expect(checked("desc", text)).toMatchObject({ body: `<p>${html}</p>`, unsafe: [] });
  });
});

describe("half a Liquid tag", () => {
  it.each([
    "}}",
    "{{",
    "{%",
    "%}",
    "{{-",
    "-}}",
    "{\u200b{",
    "}\u2060}",
    "&#123;{",
    "&lbrace;&lcub;",
    "}&amp;#125;",
    "{&#8203;{ x",
    "{{ shop.name }}",
    "{% raw %}",
    "}}{{",
  ])("%j is refused in every field", (code) => {
    for (const contentType of plainTypes) expect(checked(contentType, `Linen ${code} Shirt`).blocked).toBe(true);
    expect(checked("bullets", ["Soft", `Light ${code}`]).blocked).toBe(true);
    expect(checked("desc", `<p>Linen ${code} Shirt</p>`).blocked).toBe(true);
    expect(checked("desc", `<p>Linen ${code} Shirt</p>`, { by: "person" }).blocked).toBe(true);
  });

  it("that only the clean-up puts together is refused", () => {
    expect(checked("desc", "<p>Linen {<b></b>{ Shirt</p>").blocked).toBe(true);
    expect(checked("title", "Linen {<b></b>{ Shirt").blocked).toBe(true);
  });

  it("stays where the source has it, the whole of it", () => {
    const live = { desc: "<p>Linen {{ shop.name }} }}</p>" };
    expect(checked("desc", "<p>Soft {{ shop.name }}</p>", { live }).unsafe).toEqual([]);
    expect(checked("title", "Soft {{ shop.name }}", { live }).unsafe).toEqual([]);
    expect(checked("desc", "<p>Soft }}</p>", { live }).unsafe).toEqual([]);
    expect(checked("desc", "<p>Soft {{ shop.email }}</p>", { live }).unsafe).not.toEqual([]);
  });
});

describe("markup that the live text holds", () => {
  const desc =
    '<meta charset="utf-8"><p style="text-align:center">Linen <a href="https://shop.example/care" onclick="track()">care</a></p><table class="x"><tr><td>Weight</td><td>240 g</td></tr></table>' +
    '<figure><img src="https://cdn.shopify.com/a.jpg" alt="Size chart"></figure><iframe src="https://www.youtube.com/embed/x"></iframe><script>old()</script>';
  const kept =
    '<p>Linen <a href="https://shop.example/care">care</a></p><table><tbody><tr><td>Weight</td><td>240 g</td></tr></tbody></table>' +
    '<figure><img src="https://cdn.shopify.com/a.jpg" alt="Size chart"></figure><p><iframe src="https://www.youtube.com/embed/x"></iframe></p>';

  it("may be kept by a person, and by a model, without a mark", () => {
    for (const by of ["person", "model"] as const) {
      expect(checked("desc", desc, { by, live: { desc } })).toEqual({ body: kept, unsafe: [], blocked: false });
    }
  });

  it("may not be brought by a model anew, but by a person", () => {
    expect(checked("desc", desc)).toMatchObject({ body: "<p>Linen care</p><p>Weight: 240 g</p>", blocked: true });
    expect(checked("desc", kept, { by: "person" })).toEqual({ body: kept, unsafe: [], blocked: false });
  });

  it("excuses nothing that is new beside it", () => {
    const more = `${desc}<p style="position:fixed">x</p>`;
    expect(checked("desc", more, { by: "person", live: { desc } })).toMatchObject({
      unsafe: [expect.any(String)],
      blocked: false,
    });
    expect(
      checked("desc", `${kept}<iframe src="https://evil.example/x"></iframe>`, { by: "person", live: { desc } })
        .blocked,
    ).toBe(true);
    expect(checked("desc", `${kept}<img src="https://evil.example/x.gif">`, { live: { desc } })).toMatchObject({
      body: kept,
      blocked: true,
    });
  });
});
// biome-ignore format: tables

describe("words in angle brackets", () => {
  it.each(["Model <X1>", "Fits <Medium fit> best", "From <M> to <XL>", "Ask <a@b.example> first", "C++ <vector>", "&lt;Medium&gt;"])(
    "do not vanish without a word: %s",
    (raw) => {
      for (const by of ["model", "person"] as const) {
        for (const contentType of plainTypes) {
          expect([contentType, checked(contentType, raw, { by }).unsafe]).toEqual([
            contentType,
            [`${contentType} held words in angle brackets, which a page would not show`],
          ]);
        }
      }
    },
  );

  it.each(["<p>Model <X1> is new.</p>", "<p>From <M> to <XL>.</p>"])("do not vanish from a description: %s", (raw) => {
    expect(checked("desc", raw).blocked).toBe(true);
    expect(checked("desc", raw, { by: "person" }).unsafe).toHaveLength(1);
  });

  it("are none where HTML has such an element, and signs amid words keep both sides apart", () => {
    expect(checked("desc", "<p>H<sub>2</sub>O <kbd>x</kbd> <time>10:30</time> <cite>c</cite></p>").unsafe).toEqual([]);
    expect(checked("title", "5 < 10 > 3, I <3 you").unsafe).toEqual([]);
    expect(checked("title", "a<b and more").body).toBe("a< b and more");
  });

  it("nor does what is inside a title element or a datalist", () => {
    expect(checked("desc", "<p>Soft</p><title>All the rest</title>").blocked).toBe(true);
    expect(checked("desc", "<p>Soft</p><datalist><option>All the rest</option></datalist>").blocked).toBe(true);
  });
});
