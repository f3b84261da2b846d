import { parse, TypeInfo, visit, visitWithTypeInfo } from "graphql";
import { describe, expect, it } from "vitest";
import { allBulkDocuments, allOperations } from "../../app/shopify/operations/index.ts";
import { appRegistration } from "../../sandbox/read-app-toml.ts";
import { adminSchema } from "../../sandbox/store/schema.ts";
import { scopeCheck } from "../../sandbox/store/scopes.ts";

/** Fields of the app's documents that Shopify would deny to an app with these scopes. */
function denied(scopes: readonly string[]): string[] {
  const granted = new Set(scopes);
  const found: string[] = [];
  for (const document of [...allOperations.map((operation) => operation.document), ...allBulkDocuments]) {
    const types = new TypeInfo(adminSchema());
    const ast = parse(document);
    visit(
      ast,
      visitWithTypeInfo(types, {
        Field(node) {
          const parent = types.getParentType()?.name ?? "";
          try {
            scopeCheck(parent, node.name.value)?.(granted);
          } catch {
            found.push(`${parent}.${node.name.value}`);
          }
        },
      }),
    );
  }
  return found;
}

describe("the scopes of shopify.app.toml", () => {
  const { scopes, optionalScopes } = appRegistration();

  it("are enough, with the optional ones, for every document that the app sends", () => {
    expect(denied([...scopes, ...optionalScopes])).toEqual([]);
  });

  it("lack nothing but the names of pages and articles when no optional one was granted", () => {
    expect(denied(scopes)).toEqual(["Page.title", "Article.title"]);
  });

  it.each(scopes)("hold %s, without which a document is denied: nothing is asked for that is not used", (scope) => {
    expect(denied(scopes.filter((one) => one !== scope))).not.toEqual([]);
  });
});
