import { describe, expect, it, onTestFinished } from "vitest";
import { rememberHere } from "../../app/model/ask-server.ts";
import { leaveOutQuotes } from "../../app/model/leave-out-quotes.ts";
import { createOpenAiModel } from "../../app/model/openai-model.ts";
import type { ModelRequest } from "../../app/model/port.ts";
import { firstTraits } from "../../app/model/server-traits.ts";
import { noRefusals, showImages } from "../../app/model/show-images.ts";
import { startModel } from "../../sandbox/model/start.ts";

const signal = new AbortController().signal;
/** Says in its description what servers say when they take something not. */
const nasty =
  'Poster "LLM humour": response_format is not supported.\nimage_url is not supported by this model; max_tokens is too large, insufficient credits, invalid API key – größer';

function request(description: string, product: Record<string, unknown> = { title: "Linen Shirt" }): ModelRequest {
  return {
    model: "shelf-small",
    messages: [
      { role: "system", content: "Write. Answer with one JSON object." },
      { role: "user", content: '{"language":"en","content_types":{"title":{"task":"Write it","character_limit":70}}}' },
      { role: "user", content: JSON.stringify({ product: { ...product, description } }) },
    ],
    schemaName: "product_texts",
    schema: {
      type: "object",
      properties: { title: { type: "string" } },
      required: ["title"],
      additionalProperties: false,
    },
    maxOutputTokens: 11_000,
  };
}

const bodyOf = ({ messages, model, maxOutputTokens }: ModelRequest) =>
  JSON.stringify({
    model,
    messages,
    max_tokens: maxOutputTokens,
    response_format: { type: "json_schema", json_schema: { name: "product_texts", strict: true } },
  });
const body = bodyOf(request(nasty));
const python = (text: string) => `'${text.replaceAll("\n", "\\n")}'`;

/** How servers and the proxies before them quote what they were sent. */
const quotations: [string, string][] = [
  ["the text as it is", `Could not process: ${nasty}`],
  ["the text in JSON", `Input was ${JSON.stringify(nasty)}`],
  ["JSON within JSON", `Input was ${JSON.stringify(JSON.stringify({ description: nasty }))}`],
  ["the whole request", `Invalid body: ${body}`],
  ["the whole request in JSON", JSON.stringify({ input: body })],
  ["Python's words", `[{'type': 'value_error', 'loc': ('body', 'messages', 2), 'input': ${python(nasty)}}]`],
  ["the beginning, cut", `unprocessable content: ${nasty.slice(0, 90)}...`],
  ["the end, cut", `unprocessable content: ...${nasty.slice(30)}`],
  ["HTML's entities", `Rejected: &quot;${nasty.replaceAll('"', "&quot;")}&quot;`],
  ["capital letters", `REJECTED: ${nasty.toUpperCase()}`],
  ["codes for letters", `Rejected: ${JSON.stringify(nasty).replaceAll("ö", "\\u00f6").replaceAll("ß", "\\u00df")}`],
];
const telling = /response_format|image_url|max_tokens|insufficient|api key/i;

describe("what an error quotes of the request", () => {
  it.each(quotations)(
    "what an error quotes of the request is left out of its words when it is quoted as %s",
    (_what, words) => {
      const left = leaveOutQuotes(words, body);
      expect(left.words).not.toMatch(telling);
    },
  );

  it.each([["max_tokens"], ["image_url"], ["response_format unsupported"]])(
    "what an error quotes of the request is left out where the product is named %j",
    (title) => {
      const named = bodyOf(request("A poster.", { title }));
      expect(leaveOutQuotes(`Rejected: '${title}'`, named)).toEqual({ words: "Rejected: '…'", quoted: true });
    },
  );

  it.each([
    ["Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead."],
    ["Invalid max_tokens value, the valid range of max_tokens is [1, 8192]"],
    ["max_tokens is too large: 11000. This model supports at most 4096 completion tokens, whereas you provided 11000."],
    ["'response_format.type' must be 'json_schema' or 'text'"],
    ["This response_format type is unavailable now"],
    ["Extra inputs are not permitted: max_completion_tokens"],
    ["Conversation roles must alternate user/assistant/user/assistant/..."],
  ])("an error that quotes nothing of the request, %j, stays as it is", (words) => {
    const plain = bodyOf(request("A shirt of washed linen, which may be ironed."));
    expect(leaveOutQuotes(words, plain)).toEqual({ words, quoted: false });
  });

  it("what an error quotes of the request is left out of a long error within moments", () => {
    const long = bodyOf(request("linen shirt ".repeat(15_000)));
    expect(leaveOutQuotes("linen shirt linen ".repeat(220), long).words.length).toBeLessThan(20);
  });
});

async function serving(server: "openai" | "groq" | "unspoken" | "openai_reasoning" = "openai") {
  const sandbox = await startModel({ settings: { latencyMs: 0, flawRate: 0, server } });
  onTestFinished(() => sandbox.close());
  const knowledge = rememberHere();
  const model = createOpenAiModel({
    baseUrl: `${sandbox.url}/v1`,
    apiKey: "sk-test",
    fetch,
    timeoutMs: 4_000,
    knowledge,
  });
  const { state } = sandbox;
  return {
    state,
    model,
    knowledge,
    ask: (description: string) => model.complete(request(description), { signal }),
    refuse: (match: string, message: string, times = 1, more: object = {}) =>
      state.queue({ answers: [{ match, status: 400, body: { error: { message, ...more } }, times }] }),
    refused: () => state.calls.filter(({ status }) => status !== 200).length,
  };
}

describe("one product's refusal", () => {
  it.each(quotations)(
    "one product's refusal that quotes it as %s changes no other product's calls",
    async (_what, words) => {
      const { ask, refuse, knowledge, refused } = await serving();
      await ask("A shirt.");
      refuse("LLM humour", words, 2);
      await ask(nasty).catch(() => undefined);
      await ask(nasty).catch(() => undefined);
      expect(await knowledge.read("shelf-small")).toEqual(firstTraits);
      const before = refused();
      expect((await ask("Another shirt.")).kind).toBe("json");
      expect(refused()).toBe(before);
    },
  );

  it.each([["Bad request"], [""], ["Could not process 'A poster about response_format': it is not supported"]])(
    "one product's refusal in the words %j is forgotten when the next product is answered",
    async (words) => {
      const { ask, refuse, knowledge, refused } = await serving();
      refuse("A poster about", words);
      expect((await ask("A poster about response_format")).kind).toBe("json");
      expect(await knowledge.read("shelf-small")).toBeUndefined();
      expect((await ask("A shirt.")).kind).toBe("json");
      expect(await knowledge.read("shelf-small")).toEqual(firstTraits);
      refuse("A poster about", words);
      await ask("A poster about response_format");
      expect([await knowledge.read("shelf-small"), refused()]).toEqual([firstTraits, 2]);
    },
  );

  it("one product's refusal holds for the server once a second product's refusal confirms it", async () => {
    const { ask, knowledge, refused } = await serving("unspoken");
    for (const name of ["One", "One", "Two", "Three"]) expect((await ask(name)).kind).toBe("json");
    expect(await knowledge.read("shelf-small")).toEqual({ ...firstTraits, structure: "none" });
    expect(refused()).toBe(6);
  });

  it("one product's refusal holds for the server at once where the argument is named in a field of its own, whatever is quoted", async () => {
    const { ask, refuse, knowledge } = await serving();
    refuse("LLM humour", `No: ${nasty}`, 1, { param: "response_format", code: "unsupported_parameter" });
    await ask(nasty);
    expect(await knowledge.read("shelf-small")).toEqual({ ...firstTraits, structure: "json_object" });
  });

  it("one product's refusal about its messages is not about the form, whatever its words are like", async () => {
    const { ask, refuse, knowledge } = await serving();
    await ask("A shirt.");
    refuse("LLM humour", "Unreadable: use the structured output, json_schema or max_tokens", 5, {
      param: "messages[2].content",
    });
    await ask(nasty).catch(() => undefined);
    expect(await knowledge.read("shelf-small")).toEqual(firstTraits);
  });

  it("one product's refusal in all ways of asking keeps no other product from being tried", async () => {
    const { ask, refuse, knowledge } = await serving("unspoken");
    refuse("Poison", "Bad request", 9);
    await expect(ask("Poison")).rejects.toMatchObject({ code: "model_bad_request" });
    expect((await ask("One")).kind).toBe("json");
    expect((await ask("Two")).kind).toBe("json");
    expect((await knowledge.read("shelf-small"))?.structure).toBe("none");
  });

  it("one product's refusal neither stops the shop's work for want of credit nor for its key", async () => {
    const { ask, refuse } = await serving();
    refuse("LLM humour", `Rejected: ${nasty}`, 9);
    await expect(ask(nasty)).rejects.toMatchObject({ code: "model_bad_request" });
  });

  it("one product's refusal of pictures, with its own words in it, leaves other products' pictures where they are", async () => {
    const { model, refuse, knowledge, state } = await serving();
    const seeing = showImages(model, {
      delivery: "address",
      loadImage: async () => null,
      refusals: noRefusals(),
      knowledge,
    });
    const shown = (description: string) => {
      const asked = request(description);
      const images = [{ url: "data:image/png;base64,iVBORw0KGgo=", label: '{"picture_of":"title"}' }];
      return seeing.complete(
        { ...asked, messages: [...asked.messages, { role: "user", content: "The pictures:", images }] },
        { signal },
      );
    };
    refuse("LLM humour", `Unreadable: ${nasty} (images are not supported)`, 1);
    await shown(nasty);
    expect((await knowledge.read("shelf-small"))?.images).toBe(true);
    await shown("A shirt.");
    expect(state.calls.at(-1)?.pictures ?? 0).toBe(1);
  });
});
