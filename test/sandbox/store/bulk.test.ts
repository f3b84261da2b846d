import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cpuMs } from "../../support/cpu-ms.ts";
import { domain, rootField, send, startTestStore, type TestStore, until } from "./test-store.ts";

const runQuery =
  "mutation($q: String!, $g: Boolean!) { bulkOperationRunQuery(query: $q, groupObjects: $g) { bulkOperation { id status } userErrors { field message code } } }";
const read =
  "query($id: ID!) { bulkOperation(id: $id) { status errorCode objectCount rootObjectCount fileSize url partialDataUrl completedAt type } }";
const allProducts =
  "{ products { edges { node { id title variants { edges { node { id sku } } } media { edges { node { ... on MediaImage { id alt } } } } metafields { edges { node { id key value } } } } } } }";

interface Operation {
  status: string;
  errorCode: string | null;
  objectCount: string;
  rootObjectCount: string;
  fileSize: string | null;
  url: string | null;
  partialDataUrl: string | null;
}
interface Run {
  bulkOperation: { id: string; status: string } | null;
  userErrors: { message: string; code: string }[];
}
type Line = { id: string; __parentId?: string } & Record<string, unknown>;

describe("bulk operations", () => {
  let store: TestStore;
  afterEach(() => store.close());
  const start = async (options: Parameters<typeof startTestStore>[0] = {}) => {
    store = await startTestStore({ catalogue: "sample", ...options });
  };
  const run = async (q: string, g = false) =>
    (await store.admin(runQuery, { q, g })).data?.bulkOperationRunQuery as Run;
  const operation = async (id: string) => (await store.admin(read, { id })).data?.bulkOperation as Operation;
  const download = async (url: string) => {
    const { pathname, search, host } = new URL(url);
    const answer = await send(store.port, "GET", pathname + search, { host });
    const text = await answer.text();
    return {
      status: answer.status,
      bytes: Buffer.byteLength(text),
      lines: text
        .split("\n")
        .filter(Boolean)
        .map((l) => JSON.parse(l) as Line),
    };
  };
  const finish = async (q: string, g = false) => {
    const { bulkOperation } = await run(q, g);
    await store.state.settled();
    return operation(bulkOperation?.id ?? "");
  };

  it("gives every product and child once, children with __parentId, after and often far from their parent", async () => {
    await start({ catalogue: { generate: 400, variants: 3 } });
    const done = await finish(allProducts);
    expect(done.status).toBe("COMPLETED");
    const { lines, bytes } = await download(done.url ?? "");
    expect(String(lines.length)).toBe(done.objectCount);
    expect(String(bytes)).toBe(done.fileSize);
    const roots = lines.filter((l) => l.__parentId === undefined);
    expect(roots).toHaveLength(400);
    expect(done.rootObjectCount).toBe("400");
    expect(new Set(lines.map((l) => l.id)).size).toBe(lines.length);
    const place = new Map(lines.map((l, i) => [l.id, i]));
    const variants = lines.filter((l) => l.id.includes("/ProductVariant/"));
    expect(variants).toHaveLength(1200);
    const distances = lines.flatMap((l, i) => (l.__parentId ? [i - (place.get(l.__parentId) ?? Number.NaN)] : []));
    expect(Math.min(...distances)).toBeGreaterThan(0);
    expect(distances.filter((d) => d > 50).length).toBeGreaterThan(distances.length / 2);
    expect(lines.find((l) => l.id.includes("/MediaImage/"))).toHaveProperty("__parentId");
  });

  it("puts children right after their parent with groupObjects", async () => {
    await start();
    const done = await finish(allProducts, true);
    const { lines } = await download(done.url ?? "");
    let parent = "";
    for (const line of lines) {
      if (line.__parentId === undefined) parent = line.id;
      else expect(line.__parentId).toBe(parent);
    }
  });

  it("honours the query argument, aliases and fragments", async () => {
    await start();
    const flat = await finish(
      'query { products(query: "vendor:Ridgeline") { edges { node { ...P collections { edges { node { id title } } } } } } } fragment P on Product { id name: title __typename seo { title } options { name values } }',
    );
    const { lines } = await download(flat.url ?? "");
    const roots = lines.filter((l) => !l.__parentId);
    expect(roots.length).toBeGreaterThan(3);
    expect(roots[0]).toMatchObject({ __typename: "Product", seo: { title: null } });
    expect(roots[0]).toHaveProperty("name");
    expect(roots[0]).not.toHaveProperty("title");
    expect(lines.some((l) => l.title === "Outdoor" && l.__parentId)).toBe(true);
  });

  it("completes without a URL when nothing was found", async () => {
    await start();
    const done = await finish('{ products(query: "tag:never") { edges { node { id } } } }');
    expect(done).toMatchObject({ status: "COMPLETED", objectCount: "0", url: null, fileSize: null });
  });

  it.each([
    ["{ shop { name } }", "Bulk queries must contain at least one connection."],
    ["{ products { nodes { id } } }", "Selecting via 'nodes' is not supported. Invalid connection fields: 'products'."],
    [
      "{ products { edges { node { id collections { edges { node { id products { edges { node { id variants { edges { node { id } } } } } } } } } } } } }",
      "Bulk queries cannot contain connections with a nesting depth greater than 2.",
    ],
    [
      "{ products { edges { node { id a: variants { edges { node { id } } } b: variants { edges { node { id } } } c: media { edges { node { id } } } d: metafields { edges { node { id } } } e: collections { edges { node { id } } } } } } }",
      "Bulk queries cannot contain more than 5 connections.",
    ],
    [
      "{ products { edges { node { title variants { edges { node { id } } } } } } }",
      "Connection fields without 'id': products.",
    ],
    ["{ products { edges { node { id colour } } } }", "Field 'colour' doesn't exist on type 'Product'"],
    ["mutation { appUninstall { app { id } } }", "Only `query` operations are supported."],
    ["{ products { edges", "Syntax Error"],
  ])("refuses %s", async (query, message) => {
    await start();
    const { bulkOperation, userErrors } = await run(query);
    expect(bulkOperation).toBeNull();
    expect(userErrors.map((e) => e.message).join("\n")).toContain(message);
    expect(userErrors[0]?.code).toBe("INVALID");
  });

  it("takes lists nested twice below the one at the root, of things without an id too", async () => {
    await start();
    const done = await finish(
      "{ products { edges { node { id variants { edges { node { id barcode barcodes { edges { node { value type } } } } } } } } } }",
    );
    const { lines } = await download(done.url ?? "");
    const barcode = lines.find((line) => line.value === "4006381333931");
    expect(barcode).toMatchObject({ type: "EAN", __parentId: expect.stringContaining("/ProductVariant/") });
    expect(barcode).not.toHaveProperty("id");
    const variant = lines.find(({ id }) => id === barcode?.__parentId);
    const own = lines.filter(({ __parentId }) => __parentId === variant?.id).map(({ value }) => value);
    expect(own).toContain(variant?.barcode);
    expect(own).toHaveLength(3);
  });

  it("refuses a list of things that are no nodes where it keeps to the letter of the guide", async () => {
    await start();
    store.state.setHabits({ bulkConnections: "nodes" });
    const { bulkOperation, userErrors } = await run(
      "{ products { edges { node { id variants { edges { node { id barcodes { edges { node { value } } } } } } media { edges { node { id } } } } } } }",
    );
    expect(bulkOperation).toBeNull();
    expect(userErrors.map(({ message }) => message).join()).toContain("Invalid connection fields: 'barcodes'");
    expect((await run(allProducts)).bulkOperation).not.toBeNull();
  });

  it("answers with an error when a bulk query asks for something that is not modelled", async () => {
    await start();
    const { errors } = await store.admin(runQuery, {
      q: "{ products { edges { node { id feedback { summary } } } } }",
      g: false,
    });
    expect(errors?.[0]?.extensions?.code).toBe("SANDBOX_NOT_MODELLED");
  });

  it("passes through CREATED and RUNNING by the clock, five at once, and no sixth", async () => {
    await start({ bulkDelayMs: 1000 });
    const q = "{ products { edges { node { id } } } }";
    const ids: string[] = [];
    for (let i = 0; i < 5; i += 1) ids.push((await run(q)).bulkOperation?.id ?? "");
    const sixth = await run(q);
    expect(sixth).toMatchObject({ bulkOperation: null, userErrors: [{ code: "OPERATION_IN_PROGRESS" }] });
    expect((await operation(ids[0] ?? "")).status).toBe("CREATED");
    store.clock.at += 600;
    expect(await operation(ids[0] ?? "")).toMatchObject({ status: "RUNNING", url: null, completedAt: null });
    store.clock.at += 600;
    await store.state.settled();
    expect((await operation(ids[4] ?? "")).status).toBe("COMPLETED");
    expect((await run(q)).userErrors).toEqual([]);
  });

  it("cancels a running operation", async () => {
    await start({ bulkDelayMs: 1000, catalogue: { generate: 5000 } });
    const { bulkOperation } = await run(allProducts);
    const cancel =
      "mutation($id: ID!) { bulkOperationCancel(id: $id) { bulkOperation { status } userErrors { message } } }";
    const first = await store.admin(cancel, { id: bulkOperation?.id });
    expect(first.data?.bulkOperationCancel).toEqual({ bulkOperation: { status: "CANCELING" }, userErrors: [] });
    await store.state.settled();
    expect(await operation(bulkOperation?.id ?? "")).toMatchObject({ status: "CANCELED", url: null });
    const again = await store.admin(cancel, { id: bulkOperation?.id });
    expect(again.data?.bulkOperationCancel).toMatchObject({ userErrors: [{}] });
  });

  it("shows the result as it was when it ran, and forgets the URL after seven days", async () => {
    await start();
    const done = await finish('{ products(query: "title:marram") { edges { node { id title } } } }');
    store.state.patchProduct(domain, "8000000000000", { title: "Later" });
    expect((await download(done.url ?? "")).lines).toEqual([
      { id: "gid://shopify/Product/8000000000000", title: "Marram Linen Shirt" },
    ]);
    store.clock.at += 8 * 86_400_000;
    const { pathname, search, host } = new URL(done.url ?? "");
    expect((await send(store.port, "GET", pathname + search, { host })).status).toBe(400);
  });

  it("fails with half of the data on bulk_partial, and without any on bulk_failed", async () => {
    await start();
    store.state.faults.set({
      rules: [
        { kind: "bulk_partial", times: 1 },
        { kind: "bulk_failed", times: 1 },
      ],
    });
    const partial = await finish(allProducts);
    expect(partial).toMatchObject({ status: "FAILED", errorCode: "INTERNAL_SERVER_ERROR", url: null });
    const { lines } = await download(partial.partialDataUrl ?? "");
    expect(String(lines.length)).toBe(partial.objectCount);
    expect(await finish(allProducts)).toMatchObject({ status: "FAILED", url: null, partialDataUrl: null });
    const whole = await finish(allProducts);
    expect(whole.status).toBe("COMPLETED");
    expect(Number(whole.objectCount)).toBeGreaterThan(lines.length);
  });

  it("fails with ACCESS_DENIED when a scope is missing", async () => {
    await start();
    const answer = store.state.graphql(domain, runQuery, { q: allProducts, g: false }, ["read_locales"]);
    const { id } = (answer.data as { bulkOperationRunQuery: Run }).bulkOperationRunQuery.bulkOperation ?? { id: "" };
    await store.state.settled();
    expect(await operation(id)).toMatchObject({ status: "FAILED", errorCode: "ACCESS_DENIED", url: null });
  });

  it("gives each shop its own result", async () => {
    await start({
      shops: ["a", "b"].map((name, i) => ({
        domain: `${name}.myshopify.com`,
        name,
        plan: "standard",
        locales: ["en"],
        catalogue: { generate: i + 1 },
      })),
    });
    for (const shop of ["a.myshopify.com", "b.myshopify.com"]) {
      store.state.graphql(shop, runQuery, { q: "{ products { edges { node { id } } } }", g: false });
    }
    await store.state.settled();
    const counts = await Promise.all(
      ["a.myshopify.com", "b.myshopify.com"].map(async (shop) => {
        const { data } = store.state.graphql(shop, "{ currentBulkOperation { url } }");
        const { url } = (data as { currentBulkOperation: { url: string } }).currentBulkOperation;
        return (await download(url)).lines.length;
      }),
    );
    expect(counts).toEqual([1, 2]);
  });

  it("lists operations, newest first", async () => {
    await start();
    await finish(allProducts);
    await finish('{ products(query: "tag:never") { edges { node { id } } } }');
    const answer = await store.admin(
      '{ bulkOperations(first: 5, query: "status:completed") { nodes { objectCount } } currentBulkOperation { objectCount } }',
    );
    const { nodes } = rootField<{ nodes: unknown[] }>(answer, "bulkOperations");
    expect(nodes).toHaveLength(2);
    expect(nodes[0]).toEqual({ objectCount: "0" });
    expect(answer.data?.currentBulkOperation).toEqual({ objectCount: "0" });
  });
});

describe("bulk mutations", () => {
  let store: TestStore;
  beforeEach(async () => {
    store = await startTestStore({ catalogue: "sample" });
  });
  afterEach(() => store.close());
  const mutation =
    "mutation call($product: ProductUpdateInput!) { productUpdate(product: $product) { product { id title } userErrors { field message } } }";
  const runMutation = (path: string, m = mutation) =>
    store.admin(
      "mutation($m: String!, $p: String!) { bulkOperationRunMutation(mutation: $m, stagedUploadPath: $p) { bulkOperation { id } userErrors { code message } } }",
      { m, p: path },
    );

  async function upload(lines: string): Promise<string> {
    const prepared = await store.admin(
      'mutation { stagedUploadsCreate(input: [{ resource: BULK_MUTATION_VARIABLES, filename: "vars.jsonl", mimeType: "text/jsonl", httpMethod: POST }]) { stagedTargets { url parameters { name value } } userErrors { message } } }',
    );
    type Target = { url: string; parameters: { name: string; value: string }[] };
    const [target] = rootField<{ stagedTargets: Target[] }>(prepared, "stagedUploadsCreate").stagedTargets;
    const form = new FormData();
    for (const { name, value } of target?.parameters ?? []) form.append(name, value);
    form.append("file", new Blob([lines]), "vars.jsonl");
    const encoded = new Response(form);
    const answer = await send(
      store.port,
      "POST",
      "/",
      { host: new URL(target?.url ?? "").host, "content-type": encoded.headers.get("content-type") ?? "" },
      Buffer.from(await encoded.arrayBuffer()),
    );
    expect(answer.status).toBe(201);
    return target?.parameters.find((p) => p.name === "key")?.value ?? "";
  }

  it("runs a mutation per uploaded line, each line with its own errors, costing nothing", async () => {
    const id = (n: number) => `gid://shopify/Product/800000000000${n}`;
    const path = await upload(
      [
        { product: { id: id(0), title: "Zero – ünïcode" } },
        { product: { id: id(1), title: "" } },
        { product: { id: id(2), titel: "x" } },
      ]
        .map((line) => JSON.stringify(line))
        .join("\n"),
    );
    const { data } = await runMutation(path);
    const run = data?.bulkOperationRunMutation as { bulkOperation: { id: string }; userErrors: unknown[] };
    expect(run.userErrors).toEqual([]);
    await store.state.settled();
    const done = await store.admin(
      "query($id: ID!) { node(id: $id) { ... on BulkOperation { status type objectCount url } } }",
      { id: run.bulkOperation.id },
    );
    const operation = done.data?.node as { status: string; url: string; objectCount: string };
    expect(operation).toMatchObject({ status: "COMPLETED", type: "MUTATION", objectCount: "3" });
    const { pathname, search, host } = new URL(operation.url);
    const text = await (await send(store.port, "GET", pathname + search, { host })).text();
    const lines = text
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines[0]).toEqual({
      data: { productUpdate: { product: { id: id(0), title: "Zero – ünïcode" }, userErrors: [] } },
      __lineNumber: 0,
    });
    expect(lines[1]).toMatchObject({
      data: { productUpdate: { product: null, userErrors: [{ message: "Title can't be blank" }] } },
      __lineNumber: 1,
    });
    expect(lines[2]).toMatchObject({ errors: [{}], __lineNumber: 2 });
    expect(store.state.product(domain, id(0))?.title).toBe("Zero – ünïcode");
  });

  it("refuses a path that was not uploaded, and documents that are no single mutation", async () => {
    expect((await runMutation("tmp/1/bulk/x/vars.jsonl")).data?.bulkOperationRunMutation).toMatchObject({
      userErrors: [{ code: "NO_SUCH_FILE" }],
    });
    const path = await upload("{}");
    for (const m of ["{ shop { name } }", "mutation { nothing }"]) {
      expect((await runMutation(path, m)).data?.bulkOperationRunMutation).toMatchObject({
        bulkOperation: null,
        userErrors: [{ code: "INVALID_MUTATION" }],
      });
    }
    const two = "mutation { a: appUninstall { app { id } } b: appUninstall { app { id } } }";
    expect((await runMutation(path, two)).data?.bulkOperationRunMutation).toEqual({
      bulkOperation: null,
      userErrors: [{ code: null, message: "You must specify a single top level mutation." }],
    });
    const long = `${mutation} #${"x".repeat(65_535)}`;
    expect((await runMutation(path, long)).data?.bulkOperationRunMutation).toMatchObject({
      userErrors: [{ code: "INVALID_MUTATION", message: expect.stringContaining("maximum is 65535 bytes") }],
    });
  });
});

describe("a large bulk query", () => {
  it("leaves the server free to answer, and fits in memory", async () => {
    const store = await startTestStore({ catalogue: { generate: 20_000, variants: 3 } });
    const q =
      "{ products { edges { node { id title descriptionHtml variants { edges { node { id sku price } } } } } } }";
    await store.admin(runQuery, { q, g: false });
    let longest = 0;
    const [operation] = store.state.shop(domain).bulk.list();
    while (operation?.status !== "COMPLETED") {
      // Store and test share a thread: what it does between a question and its answer holds the answer back.
      longest = Math.max(longest, await cpuMs(() => store.admin("{ shop { name } }")));
    }
    expect(operation.objectCount).toBe(80_000);
    expect(longest).toBeLessThan(1000);
    await until(() => store.state.shop(domain).bulk.running("QUERY") === 0, "the end of the operation");
    await store.close();
  });
});
