import { describe, expect, it } from "vitest";
import { type ContentConfig, contentConfigSchema } from "../../app/rules/content-config.ts";
import { goodTexts, someFacts } from "../support/content/facts.ts";
import { writeTexts } from "../support/content/write-texts.ts";

/** A list or map of a configuration that counts how often all of it is read. */
function counted<T extends object>(list: T): { list: T; readings: () => number } {
  let readings = 0;
  const first = Object.keys(list)[0];
  return {
    list: new Proxy(list, {
      get(target, name) {
        if (name === first) readings++;
        return Reflect.get(target, name, target);
      },
    }),
    readings: () => readings,
  };
}

async function write(config: ContentConfig, title: string): Promise<void> {
  const generated = await writeTexts(
    {
      complete: async () => ({
        ...{ kind: "json", json: goodTexts },
        ...{ model: "m", tokensIn: 1, tokensCached: 0, tokensOut: 1 },
      }),
    },
    {
      ...{ facts: someFacts({ title }), config, contentTypes: Object.keys(goodTexts), locale: "en", model: "m" },
      signal: AbortSignal.timeout(10_000),
    },
  );
  expect(generated.outcome).toBe("written");
}

describe("the tables of a configuration", () => {
  it("are built once, however many products and texts are written by it", async () => {
    const words = counted(["cheap", "bargain"]);
    const map = counted({ grey: "gray", colour: "color" });
    const additions = counted({ desc: "{{desc}} Made by {{attr.brand}}.", bullets: "{{bullets}}!" });
    const plain = contentConfigSchema.parse({
      client: { forbidden_words: ["x"] },
      content_types: { desc: { task: "Describe it." }, bullets: { task: "List it." } },
    });
    const types = plain.content_types ?? {};
    const config: ContentConfig = {
      ...plain,
      client: { ...plain.client, forbidden_words: words.list },
      word_map: map.list,
      content_types: {
        desc: { ...types.desc, task: "Describe it.", additions: additions.list },
        bullets: { ...types.bullets, task: "List it.", additions: additions.list },
      },
    };
    await write(config, "Linen Shirt Ravello");
    const [wordsFirst, mapFirst, additionsFirst] = [words.readings(), map.readings(), additions.readings()];
    expect(mapFirst).toBeGreaterThan(0);
    expect(additionsFirst).toBeGreaterThan(0);
    const products = 3;
    for (const title of ["Linen Shirt Como", "Linen Shirt Garda", "Linen Shirt Iseo"]) await write(config, title);
    // Each prompt names the forbidden words to the model.
    expect(words.readings() - wordsFirst).toBe(products);
    expect(map.readings()).toBe(mapFirst);
    expect(additions.readings()).toBe(additionsFirst);
  });
});
