import { expect, it } from "vitest";
import { endpointWords, readEndpoint } from "../../app/model/endpoint.ts";

it.each([
  ["https://api.openai.com/v1", "https://api.openai.com/v1"],
  ["  https://API.OpenAI.com:443/v1/  ", "https://api.openai.com/v1"],
  ["https://api.openai.com./v1", "https://api.openai.com/v1"],
  ["https://api.openai.com/x/../v1/./", "https://api.openai.com/v1"],
  ["https://api.openai.com/%2e%2e/v1", "https://api.openai.com/v1"],
  ["https://api.openai.com\\v1", "https://api.openai.com/v1"],
  ["https://bücher.example/v1", "https://xn--bcher-kva.example/v1"],
  ["http://0x7f.1:11434/v1//", "http://127.0.0.1:11434/v1"],
  ["https://models.example", "https://models.example"],
])("reads %s in its one spelling", (text, url) => {
  expect(readEndpoint(text)).toEqual({ url });
});

it.each([
  "",
  "models.example/v1",
  "ftp://models.example",
  "javascript:alert(1)",
  "https:models.example",
  "https://",
  "https://user@models.example/v1",
  "https://:secret@models.example/v1",
  "https://models.example/v1#",
  "https://models.example/v1#/x",
  "https://models.example/v1?",
  "https://models.example/v1?api-version=1",
])("takes %s for no address", (text) => {
  const read = readEndpoint(text);
  expect("problem" in read && endpointWords[read.problem]).toMatch(/^Enter /);
});
