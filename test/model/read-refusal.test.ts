import { APIError } from "openai";
import { describe, expect, it } from "vitest";
import { readRefusal } from "../../app/model/read-refusal.ts";
import { openAiTraits } from "../../app/model/server-traits.ts";

/** In the words of the servers. */
function refusal(message: string, { status = 400, tokenParameter = openAiTraits.tokenParameter, images = false } = {}) {
  const error = APIError.generate(status, { error: { message } }, undefined, new Headers());
  return readRefusal(error, { traits: { ...openAiTraits, tokenParameter }, images });
}

describe("a refusal", () => {
  it.each([
    ["Extra inputs are not permitted: max_completion_tokens", "token_parameter"],
    ["Unrecognized request argument supplied: max_completion_tokens", "token_parameter"],
    ["This response_format type is unavailable now", "structure"],
    ["'response_format.type' must be 'json_schema' or 'text'", "structure"],
    ["response_format value as json_schema is enabled only for api versions 2024-08-01-preview and later", "structure"],
    ["Conversation roles must alternate user/assistant/user/assistant/...", "turns"],
    ["Only user, assistant and tool roles are supported, got system.", "turns"],
    ["System role not supported", "turns"],
    ["This model's maximum context length is 4096 tokens, however your prompt is longer", "prompt_length"],
    ["The model `gpt-9` does not exist or you do not have access to it.", "model"],
    ["Invalid model: mistral-huge", "model"],
    ["Bad request", "unclear"],
    ["", "unclear"],
  ])("the refusal %j is about %s", (message, what) => {
    expect(refusal(message)).toEqual({ what });
  });

  it.each([
    ["Invalid max_tokens value, the valid range of max_tokens is [1, 8192]", 8_192],
    ["max_tokens is too large: 11400. This model supports at most 4096 completion tokens, whereas you provided 11400.", 4_096],
    ["`max_tokens` must be less than or equal to `8192`, the maximum value for this model", 8_192],
    ["max_tokens: 12000 > 8192, which is the maximum allowed number of output tokens", 8_192],
    ["This model's maximum context length is 8192 tokens. However, you requested 12000 tokens (1000 in the messages, 11000 in the completion).", 7_176],
    ["'max_tokens' is too large: 11000. This model's maximum context length is 8192 tokens and your request has 1000 input tokens (11000 > 8192 - 1000).", 7_176],
  ])("the refusal %j lets an answer have %i tokens", (message, most) => {
    expect(refusal(message, { tokenParameter: "max_tokens" })).toEqual({ what: "token_number", most });
  }); // biome-ignore format: a table

  it.each([
    ["unknown variant `image_url`, expected `text`", 400, "images"],
    ["No endpoints found that support image input", 404, "images"],
    ["image input is not supported - hint: if this is unexpected, you may need to provide the mmproj", 500, "images"],
    ['Failed to parse messages: Unsupported content part type: "image_url"', 500, "images"],
    ["invalid image input", 400, "image_address"],
    ["illegal base64 data at input byte 4", 400, "image_address"],
    ["Error while downloading https://cdn.example/a.png.", 400, "picture"],
    ["You uploaded an unsupported image. Please make sure your image has one of the formats", 400, "picture"],
  ])("the refusal %j (%i) of a request with pictures is about %s", (message, status, what) => {
    expect(refusal(message, { status, images: true })).toEqual({ what });
    expect(refusal(message, { status })?.what).not.toBe(what);
  });

  it.each([
    [500, "The server had an error while processing your request."],
    [500, "CUDA out of memory"],
    [503, "response_format is not supported while loading"],
    [401, "Invalid model key"],
    [429, "max_completion_tokens per minute"],
    [413, "too large"],
  ])("status %i with %j is no refusal of the form", (status, message) => {
    expect(refusal(message, { status, images: true })).toBeUndefined();
  });

  it("a refusal of a path that is not there is about the model or address", () => {
    expect(refusal("Not Found", { status: 404 })).toEqual({ what: "model" });
    expect(readRefusal(new Error("cut"), { traits: openAiTraits, images: false })).toBeUndefined();
  });
});
