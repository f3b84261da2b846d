import { parse, TypeInfo, visit, visitWithTypeInfo } from "graphql";
import { describe, expect, it } from "vitest";
import { readConfig } from "../../app/config.ts";
import { allBulkDocuments, allOperations, textResourceTypes } from "../../app/shopify/operations/index.ts";
import { scopesSuffice } from "../../app/shopify/scopes.ts";
import { appRegistration } from "../../sandbox/read-app-toml.ts";
import { accessOfField, accessOfType } from "../../sandbox/store/required-access.ts";
import { defaultApp } from "../../sandbox/store/sandbox-app.ts";
import { adminSchema } from "../../sandbox/store/schema.ts";
import { accessOfOwner, checkOwner, scopeCheck } from "../../sandbox/store/scopes.ts";

/** Of these the schema says in prose that they need what their owner needs; the app writes to products only. */
const asTheOwner = ["metafieldsSet", "metafieldsDelete", "metafieldDefinitionCreate"];

/** What Shopify's own schema asks for each field of the app's documents: of each entry, any one scope. */
function needs(): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const document of [...allOperations.map((operation) => operation.document), ...allBulkDocuments]) {
    const types = new TypeInfo(adminSchema());
    visit(
      parse(document),
      visitWithTypeInfo(types, {
        Field(node) {
          const parent = types.getParentType()?.name ?? "";
          const name = `${parent}.${node.name.value}`;
          const scopes =
            parent === "Mutation" && asTheOwner.includes(node.name.value)
              ? ["write_products"]
              : (accessOfField(parent, node.name.value) ?? accessOfType(parent))?.scopes;
          if (scopes) found.set(name, scopes);
        },
      }),
    );
  }
  return found;
}

/** What the owners of translated texts need beside `read_translations`: the documents are the same for all of them. */
const ofOwners = textResourceTypes.flatMap((type) => {
  const access = accessOfOwner(type);
  return access ? [[type, access.scopes] as const] : [];
});

const denied = (scopes: readonly string[]) =>
  [...needs(), ...ofOwners].flatMap(([name, any]) =>
    any.some((one) => scopesSuffice(scopes.join(), [one])) ? [] : [name],
  );

describe("the scopes of shopify.app.toml", () => {
  const { scopes } = appRegistration();

  it("the scopes of shopify.app.toml are enough, by Shopify's schema, for every document that the app sends", () => {
    expect(denied(scopes)).toEqual([]);
    expect(needs().get("Mutation.fileUpdate")).toEqual(["write_files", "write_themes"]);
  });

  it.each(scopes)(
    "the scopes of shopify.app.toml hold %s, without which a document is denied: nothing is asked for that is not used",
    (scope) => {
      expect(denied(scopes.filter((one) => one !== scope))).not.toEqual([]);
    },
  );

  it.each(scopes.filter((scope) => scope.startsWith("write_")))(
    "the scopes of shopify.app.toml hold %s for what is written, not for what is only read",
    (scope) => {
      const read = scope.replace("write_", "read_");
      expect(denied(scopes.map((one) => (one === scope ? read : one)))).not.toEqual([]);
    },
  );

  it("the scopes of shopify.app.toml are those that the app asks for when nothing is set, and those of the sandbox's app", () => {
    expect(readConfig({ ...settings }).SCOPES).toEqual(scopes);
    expect(defaultApp.scopes).toEqual(scopes);
  });

  it("the scopes of shopify.app.toml are those of whose texts are translated, and the sandbox asks for them", () => {
    expect(ofOwners.map(([type]) => type)).toEqual([
      "COLLECTION",
      "PAGE",
      "BLOG",
      "ARTICLE",
      "SHOP_POLICY",
      "MENU",
      "LINK",
      "METAOBJECT",
    ]);
    for (const [type, any] of ofOwners) {
      expect(() => checkOwner(type, "translatableResources", new Set(["read_translations"])), type).toThrow(
        "Access denied",
      );
      for (const scope of any) expect(() => checkOwner(type, "translatableResources", new Set([scope]))).not.toThrow();
    }
    expect(() => checkOwner("FILTER", "translatableResources", new Set())).not.toThrow();
  });

  it("the scopes of shopify.app.toml are asked by the sandbox field by field as the schema does", () => {
    for (const [name, any] of needs()) {
      const [type = "", field = ""] = name.split(".");
      const check = scopeCheck(type, field);
      expect(() => check?.(new Set()), name).toThrow("Access denied");
      for (const scope of any) expect(() => check?.(new Set([scope])), `${name} with ${scope}`).not.toThrow();
    }
  });
});

const settings = {
  SHOPIFY_API_KEY: "key",
  SHOPIFY_API_SECRET: "a-secret-of-this-test",
  SHOPIFY_APP_URL: "https://app.example.com",
  ENCRYPTION_KEYS: Buffer.alloc(32).toString("base64"),
};
