import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { domain } from "./test-store.ts";
import { openTranslationWorld, product, type TranslationWorld } from "./translation-world.ts";

let world: TranslationWorld;
beforeEach(async () => {
  world = await openTranslationWorld();
});
afterEach(() => world.close());

/** A metafield of the sample product with a definition of these rules. @returns its gid */
async function defined(type: string, value: string, rules: Record<string, string>): Promise<string> {
  const validations = Object.entries(rules).map(([name, of]) => ({ name, value: of }));
  const place = { namespace: "custom", key: "care_words", type };
  await world.admin(
    "mutation($definition: MetafieldDefinitionInput!) { metafieldDefinitionCreate(definition: $definition) { userErrors { message } } }",
    { definition: { ...place, name: "Care", ownerType: "PRODUCT", validations } },
  );
  const set =
    "mutation($metafields: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $metafields) { metafields { id } userErrors { message code } } }";
  const { data } = await world.admin(set, { metafields: [{ ...place, ownerId: product, value }] });
  const { metafieldsSet } = data as {
    metafieldsSet: { metafields: { id: string }[] | null; userErrors: { message: string }[] };
  };
  return metafieldsSet.metafields?.[0]?.id ?? metafieldsSet.userErrors[0]?.message ?? "";
}

const single = "single_line_text_field";
const list = "list.single_line_text_field";

describe("a text that its place does not take", () => {
  it.each([
    [single, { max: "20" }, "Wipe with damp cloth", "Mit feuchtem Tuch abwischen", "Value has a maximum length of 20."],
    [single, { min: "3" }, "Wipe", "Ja", "Value has a minimum length of 3."],
    [single, { regex: "^[A-Z]" }, "Wipe", "wischen", "Value does not match the pattern: ^[A-Z]."],
    [
      single,
      { choices: '["Wipe","Wash"]' },
      "Wipe",
      "Wischen",
      'Value does not exist in provided choices: ["Wipe","Wash"].',
    ],
    [list, { "list.max": "1" }, '["Wipe"]', '["Wischen","Waschen"]', "Value has a maximum of 1 entries."],
    [list, { max: "5" }, '["Wipe","Wash"]', '["Putz","Waschen"]', "Value has a maximum length of 5."],
  ])("is refused in the language as it is in the shop's own: %s %o", async (type, rules, value, translated, said) => {
    const id = await defined(type, value, rules);
    expect(await world.register(id, [{ key: "value", value: translated }])).toEqual({
      translations: [],
      userErrors: [
        {
          field: ["translations", "0", "value"],
          code: "FAILS_RESOURCE_VALIDATION",
          message: `Value fails validation on resource: ${JSON.stringify([said])}`,
        },
      ],
    });
    expect(await world.register(id, [{ key: "value", value }])).toMatchObject({ userErrors: [] });
    expect(await defined(type, translated, rules)).toBe(said);
  });

  it("is refused in a metaobject whose field has such a rule, and read with its definition", async () => {
    const { metaobjects } = world.state.shop(domain);
    const [entry] = [...metaobjects.values()];
    const [field] = entry?.fields ?? [];
    if (!entry || !field) throw new Error("the sample store has no metaobject");
    metaobjects.set(entry.id, { ...entry, fields: [{ ...field, validations: [{ name: "max", value: "6" }] }] });
    const id = `gid://shopify/Metaobject/${entry.id}`;
    const answer = await world.register(id, [{ key: field.key, value: "Reinweiß" }]);
    expect(answer.userErrors).toMatchObject([{ message: expect.stringContaining("maximum length of 6") }]);
    const { data } = await world.admin(
      "query($id: ID!) { metaobject: node(id: $id) { ... on Metaobject { fields { key type definition { validations { name value } } } } } }",
      { id },
    );
    expect(data).toMatchObject({
      metaobject: { fields: [{ type: single, definition: { validations: [{ name: "max", value: "6" }] } }] },
    });
  });

  it("is refused above what Shopify takes of a title and an alt text", async () => {
    const title = await world.register(product, [{ value: "a".repeat(256) }]);
    expect(title.userErrors).toMatchObject([{ message: expect.stringContaining("Title is too long") }]);
    expect(await world.register(product, [{ value: "a".repeat(255) }])).toMatchObject({ userErrors: [] });
  });
});
