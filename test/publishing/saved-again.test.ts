import { describe, expect, test } from "vitest";
import { isSavedDifferently } from "../../app/publishing/judge-write.ts";
import { planWriteBack } from "../../app/publishing/plan-write-back.ts";
import { sameOnceSaved } from "../../app/publishing/saved-form.ts";
import { mortal, openWorld, ProcessDied, type World } from "./publishing-world.ts";

const minuteMs = 60_000;
const html = "<p>A – <b>b</b><br>c</p><p>d</p>";

/** The same text as Shopify's editor writes it. */
const savings: Record<string, string> = {
  "white space between tags": "<p>A – <b>b</b><br>c</p>\n  <p>d</p>\n",
  "XHTML's line breaks": "<p>A – <b>b</b><br />c</p><p>d</p>",
  entities: "<p>A &ndash; <b>b</b><br>c</p><p>d</p>",
  "strong for b": "<p>A – <strong>b</strong><br>c</p><p>d</p>",
  "a charset in front": '<meta charset="utf-8"><p>A – <b>b</b><br>c</p><p>d</p>',
  "marks of its own": '<p data-mce-fragment="1">A – <b data-mce-fragment="1">b</b><br>c</p><p>d</p>',
  "all at once": '<meta charset="utf-8">\n<p>A &#8211; <strong>b</strong><br />c</p>\n<p data-mce-fragment="1">d</p>\n',
};

/** What only a person does. */
const edits: Record<string, string> = {
  "a changed word": "<p>A – <b>b</b><br>c</p><p>e</p>",
  "words run together": "<p>A –<b>b</b><br>c</p><p>d</p>",
  "bold taken away": "<p>A – b<br>c</p><p>d</p>",
  "a link": '<p>A – <b>b</b><br>c</p><p><a href="/x">d</a></p>',
  "a hidden paragraph": '<p>A – <b>b</b><br>c</p><p style="display:none">d</p>',
  "a class": '<p class="x">A – <b>b</b><br>c</p><p>d</p>',
  "a style sheet": "<style>p{display:none}</style><p>A – <b>b</b><br>c</p><p>d</p>",
  "a script": '<p>A – <b>b</b><br>c</p><p>d</p><script src="//widget"></script>',
  "a picture": '<p>A – <b>b</b><br>c</p><p>d</p><img src="https://x.test/a.png">',
  "a forwarding": '<meta http-equiv="refresh" content="0;url=//x.test"><p>A – <b>b</b><br>c</p><p>d</p>',
  "one paragraph of two": "<p>A – <b>b</b><br>c d</p>",
};

async function published(): Promise<World> {
  const world = await openWorld();
  await world.approve("desc", html);
  await world.publish();
  world.clock.advance(3 * minuteMs);
  return world;
}

/** Dependencies whose reads answer with this live text exactly, whatever the store would make of it when it is written. */
function showing(world: World, { desc }: { desc: string }): World["deps"] {
  const { admin } = world.deps;
  return {
    ...world.deps,
    admin: (name) => ({
      shop: name,
      async run(operation, variables, options) {
        const data = await admin(name).run(operation, variables, options);
        if (operation.name !== "ReadProductTexts") return data;
        const { product } = data as { product: Record<string, unknown> };
        return { ...data, product: { ...product, descriptionHtml: desc } };
      },
    }),
  };
}

describe("our text, saved again in Shopify's editor", () => {
  test.each(Object.entries(savings))("with %s is the same text", (_, saved) => {
    expect(sameOnceSaved("desc", html, saved)).toBe(true);
  });

  test.each(Object.entries(edits))("and changed by %s is another", (_, edit) => {
    expect(sameOnceSaved("desc", html, edit)).toBe(false);
  });

  const whole = ["white space between tags", "strong for b", "all at once"];
  test.each(whole)("with %s is still ours: the next one is published, and undone", async (name) => {
    const saved = savings[name];
    const world = await published();
    const first = (await world.writeBacks())[0]?.id ?? "";
    world.edit({ descriptionHtml: saved });
    const live = (await world.live()).texts.desc ?? null;
    await world.approve("desc", "<p>Next</p>", { base: "<p>From before ours</p>" });
    expect(await world.publish()).toMatchObject({ published: ["desc"], conflicts: [] });
    world.clock.advance(3 * minuteMs);
    const second = (await world.writeBacks())[0]?.id ?? "";
    expect(await world.undo(second)).toMatchObject({ restored: ["desc"], conflicts: [] });
    expect((await world.live()).texts.desc).toBe(live);
    world.clock.advance(3 * minuteMs);
    expect(await world.undo(first)).toMatchObject({ restored: ["desc"], conflicts: [] });
  });

  test.each(["a hidden paragraph", "a link"])(
    "and changed by %s is neither published over nor undone",
    async (name) => {
      const world = await published();
      const deps = showing(world, { desc: edits[name] ?? "" });
      const id = (await world.writeBacks())[0]?.id ?? "";
      expect(await world.undo(id, { deps })).toMatchObject({ restored: [], conflicts: ["desc"] });
      await world.approve("desc", "<p>Next</p>", { base: html });
      expect(await world.publish({ deps })).toMatchObject({ published: [], conflicts: ["desc"] });
      expect(world.writes()).toHaveLength(1);
    },
  );

  test("is shown as live in another form", async () => {
    const world = await published();
    const [newest = null] = await world.versionsOf("desc");
    const rows = await world.writeBacks();
    expect(isSavedDifferently(rows, { live: html, newest })).toBe(false);
    expect(isSavedDifferently(rows, { live: savings["all at once"] ?? null, newest })).toBe(true);
  });

  test("does not hide that it is ours from an undo whose earlier text is live in another spelling", async () => {
    const world = await openWorld();
    world.edit({ descriptionHtml: "<p>Before<br>it</p>" });
    await world.approve("desc", html);
    await world.publish();
    world.clock.advance(3 * minuteMs);
    world.edit({ descriptionHtml: "<p>Before<br />it</p>\n" });
    const id = (await world.writeBacks())[0]?.id ?? "";
    expect(await world.undo(id)).toMatchObject({ restored: ["desc"], conflicts: [] });
    expect(world.writes()).toHaveLength(1);
  });

  test("between our write and our reading it again has applied", async () => {
    const world = await openWorld();
    await world.approve("desc", html);
    const { deps } = world;
    const admin: typeof deps.admin = (name) => ({
      shop: name,
      async run(operation, variables, options) {
        const data = await deps.admin(name).run(operation, variables, options);
        if (operation.name === "UpdateProductTexts") world.edit({ descriptionHtml: savings["all at once"] });
        return data;
      },
    });
    expect(await world.publish({ deps: { ...deps, admin } })).toMatchObject({ published: ["desc"], conflicts: [] });
  });
});

test.each([
  ["Linen  Shirt", "Linen Shirt"],
  ["A&amp;B", "A&B"],
  ["Ça &ndash; 1", "C\u0327a – 1"],
])(
  "a title %j saved as %j is no conflict, and a text of ours that equals the latter is still written",
  async (base, saved) => {
    const world = await openWorld();
    world.edit({ title: saved });
    await world.approve("title", "Another shirt", { base });
    expect(await world.publish()).toMatchObject({ published: ["title"], conflicts: [] });
    const plan = { approved: [{ versionId: "v", contentType: "title", ours: saved, base }], live: { title: base } };
    expect(planWriteBack({ ...plan, lastWrites: {} }).write).toHaveLength(1);
  },
);

test("plain texts differ by their words and lines, not by how these are encoded", () => {
  expect(sameOnceSaved("title", "Linen  Shirt", "Linen Shirt")).toBe(true);
  expect(sameOnceSaved("title", "Linen Shirt", "LinenShirt")).toBe(false);
  expect(sameOnceSaved("title", "A &amp;amp; B", "A & B")).toBe(false);
  expect(sameOnceSaved("title", "5 < 6 <b", "5 < 6 <i")).toBe(false);
  expect(sameOnceSaved("care", "Wash\nDry", "Wash Dry")).toBe(false);
  expect(sameOnceSaved("bullets", ["A  b", "c"], ["A b", "c"])).toBe(true);
  expect(sameOnceSaved("bullets", ["A", "c"], ["A"])).toBe(false);
  expect(sameOnceSaved("title", "", null)).toBe(true);
  expect(sameOnceSaved("title", "x", null)).toBe(false);
});

test("a link to a new tab may get its safeguard, and nothing else", () => {
  const link = (attributes: string) => `<p><a href="/x" target="_blank"${attributes}>x</a></p>`;
  expect(sameOnceSaved("desc", link(""), link(' rel="noopener noreferrer"'))).toBe(true);
  expect(sameOnceSaved("desc", link(""), link(' rel="nofollow noopener"'))).toBe(false);
  expect(sameOnceSaved("desc", '<p><a href="/x">x</a></p>', link(""))).toBe(false);
});

describe("when the answer to our write was lost", () => {
  /** Found by the first test that asks for it. */
  let answerIsLostAt = 1;

  /** The worker died after the write of `sent`; then the shop shows what somebody made of it. */
  async function lost(contentType: string, sent: string, theirs: (world: World) => void): Promise<World> {
    for (let dieAt = answerIsLostAt; dieAt < 30; dieAt++) {
      const world = await openWorld();
      world.edit({ seo: { title: "Their SEO title", description: "" } });
      await world.approve(contentType, sent);
      await world.publish({ deps: mortal(world.deps, dieAt).deps }).catch((error: unknown) => {
        if (!(error instanceof ProcessDied)) throw error;
      });
      const [row] = await world.writeBacks();
      if (world.writes().length === 0 || row?.fields[0]?.acceptedAt !== undefined) continue;
      answerIsLostAt = dieAt;
      theirs(world);
      world.clock.advance(3 * minuteMs);
      return world;
    }
    throw new Error("no step loses the answer");
  }

  const foreign = ["a hidden paragraph", "a class", "a style sheet", "a script"];
  test.each(foreign)("our text with %s is somebody's edit: a conflict, not ours", async (name) => {
    const world = await lost("desc", html, () => undefined);
    const deps = showing(world, { desc: edits[name] ?? "" });
    expect(await world.publish({ deps })).toMatchObject({ published: [], conflicts: ["desc"] });
    expect((await world.versionsOf("desc"))[0]?.state).toBe("approved");
    expect(world.writes()).toHaveLength(1);
  });

  test("the same text in another spelling is ours", async () => {
    const world = await lost("desc", html, (it) => it.edit({ descriptionHtml: savings["all at once"] }));
    expect(await world.publish()).toMatchObject({ published: ["desc"], conflicts: [] });
    expect(world.writes()).toHaveLength(1);
  });

  test("an SEO title that somebody cleared since is theirs; one that repeats the page's own title is saved as none", async () => {
    const cleared = await lost("seo_title", "Washed linen", (it) => it.edit({ seo: { title: "", description: "" } }));
    expect(await cleared.publish()).toMatchObject({ published: [], conflicts: ["seo_title"] });
    const world = await openWorld();
    const { title } = (await world.live()).texts;
    const same = await lost("seo_title", String(title), () => undefined);
    expect((await same.live()).texts.seo_title).toBe(null);
    expect(await same.publish()).toMatchObject({ published: ["seo_title"], conflicts: [] });
  });
});
