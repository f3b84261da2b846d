import { expect, it } from "vitest";
import { hiddenKinds } from "../../app/jobs/hidden-kinds.ts";
import { allTasks } from "../../app/tasks/all-tasks.ts";

const tasks = new Map(allTasks({} as Parameters<typeof allTasks>[0]).map((task) => [task.kind, task]));

/** Kind of job → payload of a job and of an item, as they are in the database of a shop that is updated while it works. */
const stored: [kind: string, payload: string, item: string | null][] = [
  ["import-products", "{}", null],
  ["import-texts", "{}", null],
  ["refresh-product", "{}", '{"productId":"1001"}'],
  ["refresh-collections", "{}", '{"collectionId":null}'],
  ["refresh-collections", "{}", '{"collectionId":"2002"}'],
  ["refresh-languages", "{}", null],
  ["mark-live-texts", "{}", null],
  ["check-live-texts", "{}", null],
  [
    "generate-content",
    '{"contentTypes":["title","desc"],"agentModel":"v1","locale":"en","createdBy":"user:1","examplesBefore":1790000000000,"lane":"direct","allImages":false,"onlyMissing":false,"wordings":3}',
    '{"productId":"1001"}',
  ],
  [
    "generate-content",
    '{"contentTypes":["image_alt","image_alt_33"],"agentModel":"v2","locale":"pt-BR","createdBy":null,"examplesBefore":0,"lane":"batch","allImages":true,"onlyMissing":true,"wordings":1,"notes":"Short.","fieldNotes":{"desc":"Warm."}}',
    '{"productId":"1002","master":"1001"}',
  ],
  [
    "translate-content",
    '{"locales":["de","pt-BR"],"contentTypes":["title","product.options"],"which":"missing_or_outdated","includeEdited":false,"agentModel":"v1","createdBy":"user:1","examplesBefore":1790000000000,"lane":"direct","productCredits":1,"notes":"Informal."}',
    '{"productId":"1001"}',
  ],
  [
    "adapt-content",
    '{"channel":"amazon","market":"","locale":"en","from":"store","contentTypes":["title","search_terms"],"which":"missing","includeEdited":false,"agentModel":"v1","createdBy":"user:1","examplesBefore":1790000000000,"lane":"direct"}',
    '{"productId":"1001"}',
  ],
  ["recheck-drafts", '{"channel":"amazon"}', '{"productId":"1001"}'],
  ["summarise-reviews", '{"locale":"en"}', '{"productId":"1001"}'],
  ["classify-products", '{"channel":"shopify","agentModel":"v1","createdBy":"user:1"}', '{"productId":"1001"}'],
  ["model-batch", '{"jobId":"job_01k0q"}', null],
  ["examine-edit", "{}", '{"versionId":"ver_01k0q"}'],
  [
    "try-config",
    '{"config":{"guidelines":["Be brief."],"content_types":{"title":{"task":"Write a title.","character_limit":70}}},"contentTypes":["title"],"locale":"en"}',
    '{"productId":"1001"}',
  ],
  ["recheck-drafts", "{}", '{"productId":"1001"}'],
  ["recheck-drafts", '{"configId":"a3f1","digest":"d1"}', '{"productId":"1001"}'],
  ["publish", "{}", '{"productId":"1001"}'],
  ["publish", '{"contentTypes":["title","image_alt_33"],"createdBy":"user:1"}', '{"productId":"1001"}'],
  ["write-feed", '{"feedId":"feed_01k0q3v5x7z9b1d3f5h7j9m"}', null],
  ["undo", "{}", '{"productId":"1001","writeBackId":"write_01k0q"}'],
  ["undo", '{"createdBy":"user:1"}', '{"productId":"1001","writeBackId":"write_01k0q"}'],
  ["check-writes", "{}", '{"productId":"1001"}'],
  ["confirm-uninstall", '{"noticeAt":1790000000000}', null],
  ["confirm-uninstall", '{"noticeAt":null}', null],
  ["erase-shop", "{}", null],
  ["end-mail", '{"jobId":"job_01k0q","endedAt":1790000000000}', '{"address":"anna@example.com"}'],
  ["forget-shop", '{"noticeAt":1790000000000}', null],
];

it.each(stored)(
  "what a waiting job of the kind %s stored is read whole: payload %s, item %s",
  (kind, payload, item) => {
    const task = tasks.get(kind);
    expect(task?.payload.parse(JSON.parse(payload))).toEqual(JSON.parse(payload));
    expect(task?.item.parse(JSON.parse(item ?? "null"))).toEqual(JSON.parse(item ?? "null"));
  },
);

it("each kind that no page shows is a kind of job", () => {
  expect(hiddenKinds.filter((kind) => !tasks.has(kind))).toEqual([]);
});

it("every kind of job has a stored payload in this test", () => {
  expect([...new Set(stored.map(([kind]) => kind))].sort()).toEqual([...tasks.keys()].sort());
});

it("a generation job from before batches, examples, missing texts and wordings is read with what it meant then", () => {
  const before = { contentTypes: ["title"], agentModel: "v1", locale: "en", createdBy: "user:1" };
  expect(tasks.get("generate-content")?.payload.parse(before)).toEqual({
    ...before,
    ...{ examplesBefore: 0, lane: "direct", allImages: false, onlyMissing: false, wordings: 1 },
  });
});

it("a notice of before times were kept is read as one without a time", () => {
  expect(tasks.get("forget-shop")?.payload.parse({})).toEqual({ noticeAt: null });
});
