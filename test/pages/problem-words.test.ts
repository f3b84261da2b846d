import { expect, it } from "vitest";
import { english } from "../../app/i18n/words-of.server.ts";
import { typeProblemWords } from "../../app/pages/content-types/type-problem-words.ts";
import { editProblemWords } from "../../app/pages/product/edit-problem-words.ts";
import { factsProblemWords } from "../../app/pages/product/facts-problem-words.ts";
import { regenerationProblemWords } from "../../app/pages/product/regeneration-problem-words.ts";
import { lossesWords } from "../../app/pages/products/losses-words.ts";
import { changedViewWords, viewProblemWords } from "../../app/pages/products/view-problem-words.ts";
import { assignmentsProblemWords } from "../../app/pages/rules/assignments-problem-words.ts";
import { fieldReasonWords } from "../../app/pages/rules/field-reason-words.ts";
import { glossaryProblemWords } from "../../app/pages/rules/glossary-problem-words.ts";
import { rulesProblemWords } from "../../app/pages/rules/rules-problem-words.ts";
import { savedWords } from "../../app/pages/rules/saved-words.ts";
import { settingsProblemWords } from "../../app/pages/settings/settings-problem-words.ts";
import { testFindingWords } from "../../app/pages/settings/test-finding-words.ts";
import { fieldProblems } from "../../app/rules/configs/field-problems.ts";
import { contentConfigSchema } from "../../app/rules/content-config.ts";

const words = await english();
const { t } = words;

it("each reason why a text was not taken is a sentence that tells what to do", () => {
  expect(
    (
      [
        { code: "content_type_gone" },
        { code: "image_not_named" },
        { code: "image_gone" },
        { code: "text_too_long", chars: 100_000 },
        { code: "bullets_too_long", bullets: 50, chars: 10_000 },
        { code: "text_empty" },
        { code: "text_given_twice" },
      ] as const
    ).map((one) => editProblemWords(t, one)),
  ).toEqual([
    "Your store no longer has this content type. Reload the page.",
    "Each image has an alt text of its own. Choose one of the images.",
    "This product no longer has this image. Reload the page.",
    "Enter at most 100,000 characters.",
    "Enter at most 50 bullets of at most 10,000 characters.",
    "Enter some text, or reject the version instead.",
    "The same text is given twice. Nothing was saved: give each text once.",
  ]);
});

it("each reason why attributes or keywords were not kept is a sentence that tells what to do", () => {
  expect(
    (
      [
        { code: "attribute_name_missing" },
        { code: "attribute_name_too_long", limit: 60 },
        { code: "attribute_value_too_long", limit: 500 },
        { code: "attribute_named_twice" },
        { code: "too_many_attributes", limit: 50 },
        { code: "keyword_group_name_missing" },
        { code: "keyword_group_name_too_long", limit: 64 },
        { code: "keyword_too_long", limit: 1_000 },
        { code: "too_many_keywords", limit: 100 },
        { code: "too_many_keyword_groups", limit: 20 },
        { code: "keyword_group_named_twice" },
      ] as const
    ).map((one) => factsProblemWords(t, one)),
  ).toEqual([
    "Give every attribute a name.",
    "Keep the name of an attribute within 60 characters.",
    "Keep the value of an attribute within 500 characters.",
    "Name each attribute only once.",
    "Keep at most 50 attributes of your own.",
    "Give every keyword group a name.",
    "Keep the name of a group within 64 characters.",
    "Keep each keyword within 1,000 characters.",
    "Keep at most 100 keywords in a group.",
    "Keep at most 20 keyword groups of your own.",
    "Name each keyword group only once.",
  ]);
});

it("the reasons why texts are not written again are sentences, one behind the other", () => {
  const field = "title";
  expect(
    regenerationProblemWords(t, [
      { code: "no_field" },
      { code: "notes_too_long", limit: 2_000 },
      { code: "field_not_understood", field },
      { code: "unknown_field", field: "price", known: ["title", "steps"] },
      { code: "attribute_not_one_text", field: "global_attr.Fit" },
      { code: "field_names_no_image", field: "image_alt" },
      { code: "field_given_twice", field },
      { code: "content_empty", field },
    ]),
  ).toBe(
    "At least one field must be specified for regeneration. Keep the notes within 2,000 characters. title: give a text, or an object with mode and value. price is no field that can be regenerated: use title, steps or global_attr.<name>. global_attr.Fit: an attribute’s value is one text. image_alt: each image has an alt text of its own, so name the image: image_alt_<number>. title is given twice under different names. title: the new content is empty.",
  );
  expect(
    regenerationProblemWords(t, [
      { code: "instruction_not_one_text", field },
      { code: "instruction_too_long", field, limit: 2_000 },
      { code: "no_product" },
      { code: "too_many_products", limit: 250 },
      { code: "content_for_several_products" },
      { code: "attributes_refused", problem: { code: "attribute_name_missing" } },
      { code: "content_refused", contentType: "title", problem: { code: "text_empty" } },
    ]),
  ).toBe(
    "title: an instruction is one text. title: keep the instruction within 2,000 characters. Name at least one product. Name at most 250 products at once. New content can be given for one product at a time: give instructions instead. Give every attribute a name. title: Enter some text, or reject the version instead.",
  );
});

it("each reason why a view was not kept is a sentence that tells what to do", () => {
  expect(
    (
      [
        { code: "view_name_missing" },
        { code: "view_name_too_long", limit: 40 },
        { code: "view_name_taken", name: "Mine" },
        { code: "too_many_views", limit: 50 },
        { code: "view_gone" },
      ] as const
    ).map((one) => viewProblemWords(t, one)),
  ).toEqual([
    "Give the view a name.",
    "Use at most 40 characters for the view’s name.",
    "There is a view named Mine already. Choose another name.",
    "A shop keeps at most 50 views. Delete one first.",
    "Somebody deleted this view. Save it under a new name.",
  ]);
  const kept =
    "since you opened this page. Nothing was overwritten: the list shows theirs now. Do it again to keep yours.";
  expect([
    changedViewWords(t, { field: "query", name: "Mine" }),
    changedViewWords(t, { field: "name", name: "Mine", now: "Ours" }),
  ]).toEqual([`Somebody gave Mine other filters ${kept}`, `Somebody changed the name of Mine to Ours ${kept}`]);
});

it("each reason why a glossary was not kept is a sentence that tells where", () => {
  const problems: Parameters<typeof glossaryProblemWords>[1][] = [
    { code: "word_missing", row: 1 },
    { code: "word_without_letters", row: 2 },
    { code: "word_too_long", row: 1, limit: 100 },
    { code: "too_many_spellings", row: 1, limit: 20 },
    { code: "too_many_words", limit: 1_000 },
    { code: "word_given_twice", word: "t shirt", rows: [1, 2] },
    { code: "word_forbidden_and_asked_for", word: "tee", row: 1, other: 2 },
    { code: "glossary_too_long", limit: 200_000, length: 228_780 },
  ];
  expect(problems.map((one) => glossaryProblemWords(t, one))).toEqual([
    "Row 1: Enter a word.",
    "Row 2: Enter a word with letters or digits.",
    "Row 1: Use at most 100 characters for one word.",
    "Row 1: List at most 20 spellings for one word.",
    "A glossary holds at most 1,000 words.",
    '"t shirt" stands in the glossary twice: rows 1 and 2.',
    'Row 1 forbids "tee", which row 2 asks for. Change one of them.',
    "A glossary holds at most 200,000 characters in all: this one has 228,780.",
  ]);
});

it("each reason why assignments were not kept is a sentence that tells which line", () => {
  const problems: Parameters<typeof assignmentsProblemWords>[1][] = [
    { code: "value_missing", line: 1 },
    { code: "value_too_long", line: 1, limit: 255 },
    { code: "rules_missing", line: 2 },
    { code: "collection_missing", line: 1 },
    { code: "too_many_assignments", limit: 200 },
    { code: "assigned_twice", lines: [1, 2] },
    { code: "unknown_rules" },
    { code: "not_assignments", line: null },
    { code: "not_assignments", line: 3 },
  ];
  expect(problems.map((one) => assignmentsProblemWords(t, one))).toEqual([
    "Rule 1: Choose a value.",
    "Rule 1: Use at most 255 characters for a value.",
    "Rule 2: Choose the rules to use.",
    "Rule 1: Choose a collection from the list.",
    "A shop keeps at most 200 rules.",
    "Rules 1 and 2 ask for the same: the later one would never hold. Remove one.",
    "A line names rules that were deleted. Choose others.",
    "Check the rules.",
    "Rule 3: Check the rules.",
  ]);
});

it("each reason why a content type was not kept is a message, and tells more beside its field", () => {
  const problems: Parameters<typeof typeProblemWords>[1][] = [
    { field: "label", code: "label_missing" },
    { field: "label", code: "label_too_long", limit: 60 },
    { field: "label", code: "label_taken" },
    { field: "task", code: "task_too_long", limit: 2_000 },
    { field: "limitChars", code: "no_whole_number" },
    { field: "limitChars", code: "limit_out_of_range", least: 1, most: 20_000 },
    { field: "name", code: "name_malformed" },
    { field: "name", code: "name_too_short", least: 2 },
    { field: "name", code: "name_like_image_alt" },
    { field: "name", code: "name_of_standard_type" },
    { field: "name", code: "name_taken" },
    { field: "place", code: "place_taken", label: "Care" },
    { field: null, code: "too_many_types", limit: 20 },
    { field: null, code: "type_gone" },
  ];
  expect(
    problems.map((problem) => {
      const { message, beside } = typeProblemWords(t, problem);
      return message === beside ? message : [message, beside];
    }),
  ).toEqual([
    "Enter a label.",
    "Keep the label within 60 characters.",
    ["Choose another label.", "Another content type has this label."],
    "Keep the task within 2,000 characters.",
    "Enter a whole number.",
    "Enter a number from 1 to 20,000.",
    "Use small letters, digits and underscores, beginning with a letter.",
    "Use at least two characters.",
    "Names that begin with image_alt stand for alt texts of images.",
    "Every shop has this content type already.",
    ["Choose another name.", "Your store has a content type of this name."],
    ["Choose another field.", "Care stands in this field already."],
    "A shop adds at most 20 content types. Remove one first.",
    "Somebody removed this content type. Reload the page.",
  ]);
});

it("each reason why rules were not kept, merged or tried is a sentence that tells what to do", () => {
  const tooMany = { code: "too_many_entries", limit: 1_000, length: 5_000 } as const;
  const problems: Parameters<typeof rulesProblemWords>[1][] = [
    { code: "fields_not_valid", fields: [{ field: "content_config.content_types.desc.task", reason: tooMany }] },
    { code: "is_preset" },
    { code: "too_many_rule_sets", limit: 100 },
    { code: "file_too_long", limit: 500_000 },
    { code: "file_too_deep", limit: 32 },
    { code: "file_has_too_many_values", limit: 60_000 },
    { code: "file_not_json", detail: "Unexpected end of JSON input" },
    { code: "wrong_number_of_products", most: 5 },
    { code: "every_text_left_out" },
    { code: "wrong_number_of_rule_sets", least: 2, most: 5 },
    { code: "rule_set_gone", place: 2 },
    { code: "rule_set_not_valid", place: 2, fields: [{ field: "guideline", reason: { code: "no_such_field" } }] },
    { code: "rule_set_too_large", place: 1, fields: [{ field: "client.forbidden_words", reason: tooMany }] },
    {
      code: "rule_set_too_large",
      place: 1,
      fields: [{ field: "", reason: { code: "rules_too_large", limit: 300_000, length: 400_000 } }],
    },
  ];
  const types = [{ name: "desc", label: "Description" }];
  expect(problems.map((problem) => rulesProblemWords({ t, types }, problem))).toEqual([
    "Description: Task: Keep at most 1,000 entries: there are 5,000.",
    "Presets ship with the app and stay as they are. Duplicate it, then change the copy.",
    "A shop keeps at most 100 rule sets of its own. Delete one first.",
    "A file of rules has at most 500,000 characters.",
    "This is no file that Export saves. Data is nested at most 32 levels deep.",
    "This is no file that Export saves. At most 60,000 values are taken at once.",
    "This is no file that Export saves: it is not JSON. Unexpected end of JSON input",
    "Choose one to 5 products.",
    "These rules leave out every text. Untick one of them.",
    "Choose two to five rule sets to merge.",
    "Rule set 2 does not exist. Choose another one.",
    "Rule set 2 is not valid: guideline: there is no such field",
    "Rule set 1 is too large: client.forbidden_words: Keep at most 1,000 entries: there are 5,000.",
    "Rule set 1 is too large: Keep one set of rules within 300,000 bytes: these take 400,000. Shorten lists, or make two sets.",
  ]);
});

it("each reason why a field of rules cannot be as it is tells what is expected", () => {
  const reasons: Parameters<typeof fieldReasonWords>[1][] = [
    { code: "no_such_field" },
    { code: "no_text" },
    { code: "many_are_no_texts" },
    { code: "label_missing" },
    { code: "label_too_long", limit: 80 },
    { code: "label_taken", label: "Apparel" },
    { code: "name_malformed" },
    { code: "description_empty" },
    { code: "description_too_long", limit: 256 },
    { code: "entry_too_long", limit: 100, length: 1_001 },
    { code: "text_too_long", limit: 2_000, length: 2_001 },
  ];
  expect(reasons.map((one) => fieldReasonWords(t, one))).toEqual([
    "there is no such field",
    "a text is expected",
    "this and many others are no texts",
    "Give the rules a name.",
    "Use at most 80 characters.",
    "There are rules named Apparel already. Choose another name.",
    "Use 1 to 20 small letters from a to z, without spaces, e.g. laptops.",
    "Leave the description out, or write at least one character.",
    "Use at most 256 characters.",
    "Keep each entry within 100 characters: one has 1,001.",
    "Keep it within 2,000 characters: it has 2,001.",
  ]);
});

it("what the schema of rules expects is told in the words that zod has for it", () => {
  const wrong = [
    [],
    { guidelines: "Be short." },
    { guidelines: [1, null] },
    { keywords: [] },
    { checks: { LOST_MEDIA: "loud" } },
    { tone: { "": { warm: "hot" } } },
    { content_types: { title: { task: "", character_limit: -1 } } },
    { content_types: { title: { task: "Write", character_limit: 1.5 } } },
    { content_types: { title: { task: "Write", character_limit: 1e30 } } },
    { client: { content_type_family_map: { title: "poem" } } },
  ];
  const told = wrong.map((rules) => {
    const { error } = contentConfigSchema.safeParse(rules, { reportInput: true });
    if (!error) throw new Error("these rules are fine");
    return [
      fieldProblems(error).map(({ reason }) => fieldReasonWords(t, reason)),
      error.issues.map(({ message }) => message),
    ];
  });
  expect(told.map(([ours]) => ours)).toEqual(told.map(([, zods]) => zods));
  expect(told.flatMap(([ours]) => ours)).toContain("Too small: expected string to have >=1 characters");
});

it("rules that somebody saved meanwhile are told to be untouched, in the words of what was asked for", () => {
  expect(savedWords({ t, types: [] }, { kind: "stale" }, "Rules saved")).toEqual({
    problem: "Somebody saved these rules while you had them open. Nothing was overwritten.",
    stale: true,
  });
  expect(savedWords({ t, types: [] }, { kind: "stale" }, "State restored", "restoreStale")).toEqual({
    problem: "Somebody saved these rules while you had them open. Nothing was restored: the history shows theirs now.",
    stale: true,
  });
});

it("what publishing would take from the shop's texts is one sentence, and none where there is nothing", () => {
  expect([
    lossesWords(words, null),
    lossesWords(words, { texts: 1, all: true, lost: { image: 1, table: 1 } }),
    lossesWords(words, { texts: 500, all: false, lost: { link: 2 } }),
  ]).toEqual([
    "",
    "1 of the approved texts drops 1 image and 1 table of the live texts.",
    "At least 500 of the approved texts drop 2 links of the live texts.",
  ]);
});

it("each reason why a setting was not kept is a sentence that tells what to do", () => {
  const problems: Parameters<typeof settingsProblemWords>[1][] = [
    { code: "no_address" },
    { code: "address_with_login" },
    { code: "address_with_query" },
    { code: "address_not_https" },
    { code: "model_not_offered", offered: ["shelf-small", "shelf-large"] },
    { code: "key_unreadable" },
    { code: "key_missing" },
    { code: "key_malformed" },
    { code: "setting_too_long", limit: 500 },
    { code: "concurrency_out_of_range", least: 1, most: 32 },
    { code: "concurrency_not_whole", least: 1, most: 32 },
    { code: "images_unknown" },
    { code: "cost_cap_out_of_range", least: 0.01, most: 100_000 },
    { code: "credits_cap_out_of_range", least: 1, most: 10_000_000 },
    { code: "price_out_of_range", least: 0, most: 10_000 },
    { code: "price_missing" },
    { code: "price_incomplete" },
  ];
  expect(problems.map((one) => settingsProblemWords(t, one))).toEqual([
    "Enter a full address, like https://api.openai.com/v1.",
    "Enter the address without a user name or password.",
    "Enter the address without a ? or a # and what follows it.",
    "Use an address that starts with https://.",
    "With the key of whoever runs this app you can use shelf-small or shelf-large. Enter your own API key to use another model.",
    "The saved key can no longer be read, because the app’s own encryption key was changed. Enter it again: until then no texts are written.",
    "Enter the key of your endpoint, or tick that its server needs none. The key of whoever runs this app is not sent there.",
    "A key is one line of plain letters, digits and signs. Copy it again from your provider.",
    "Use at most 500 characters.",
    "Enter a number from 1 to 32.",
    "Enter a whole number from 1 to 32.",
    "Choose one of the three ways.",
    "Enter an amount from 0.01 to 100,000, or leave it empty for no cap.",
    "Enter a whole number from 1 to 10,000,000, or leave it empty for no cap.",
    "Enter US dollars per million tokens, from 0 to 10,000.",
    "Enter this model’s price: without it the cap in money cannot be kept.",
    "Enter both input and output, or leave all three empty.",
  ]);
});

it("what a test of a model found is told in sentences with its amounts and names", () => {
  const findings: Parameters<typeof testFindingWords>[1][] = [
    { code: "server_answers", textMs: 1_240 },
    { code: "model_there", model: "shelf-small", calledByItself: null },
    { code: "model_there", model: "shelf-small", calledByItself: "shelf-small-2" },
    { code: "form_kept" },
    { code: "form_told", besides: "json_object" },
    { code: "limit_not_heeded", parameter: "max_tokens" },
    { code: "long_answers", parameter: "max_tokens" },
    { code: "answers_limited", tokens: 4_096, parameter: "max_tokens" },
    { code: "pictures_not_shown" },
    { code: "pictures_taken", as: "addresses" },
    { code: "price_known", input: 1.25, output: 10 },
    { code: "price_unknown", model: "shelf-small" },
    { code: "failed", failure: { code: "model_key", merchantMessage: "Your network address is not allowed." } },
    { code: "not_asked" },
  ];
  expect(findings.map((one) => testFindingWords(words, one))).toEqual([
    "Answers and accepts the key. A title took 1.2 s.",
    "shelf-small is there.",
    "shelf-small is there, and calls itself shelf-small-2.",
    "Answers in the form it is asked for.",
    "Takes no schema, only JSON mode: which texts are wanted is told in words. Now and then an answer may have to be asked for twice.",
    "Does not heed a limit on how long an answer gets (max_tokens): one was longer than asked for.",
    "Long answers are possible (max_tokens).",
    "An answer has at most 4,096 tokens (max_tokens). Very long texts may be cut.",
    "None are shown, as chosen above. Alt texts are written from the product’s facts alone, and say so.",
    "Takes pictures. Whether it can fetch those of your store shows with the first alt texts.",
    "$1.25 in, $10 out for a million tokens.",
    "No price is set for shelf-small, so its cost is not counted. Enter it under Spending.",
    "Your network address is not allowed.",
    "The model could not be asked.",
  ]);
});
