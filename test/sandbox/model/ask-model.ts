import { afterEach } from "vitest";
import { type ModelOptions, type RunningModel, startModel } from "../../../sandbox/model/start.ts";

export const shirt = {
  title: "Relaxed Linen Shirt",
  brand: "Fern & Field",
  product_type: "Shirts",
  category: "Apparel > Clothing > Shirts",
  tags: ["linen", "summer"],
  description: "A relaxed shirt for warm days with a soft collar that gets better with age. Made in Porto since 1998.",
  options: { Color: ["White", "Sage"], Size: ["S", "M", "L"] },
  attributes: { Material: "100% linen", Weight: "240 g", Care: "Machine wash at 30 °C" },
};

export const limits = { title: 70, desc: 2_000, bullets: 250, seo_title: 60, seo_desc: 155 };

const strings = { type: "string" };
export const schema = {
  type: "object",
  properties: {
    title: strings,
    desc: strings,
    bullets: { type: "array", items: strings },
    seo_title: strings,
    seo_desc: strings,
  },
  required: ["title", "desc", "bullets", "seo_title", "seo_desc"],
  additionalProperties: false,
};

export function briefFor(language: string): object {
  return {
    language,
    content_types: {
      title: { task: "Write a title", family: "title", character_limit: limits.title },
      desc: { task: "Write a description", family: "string", character_limit: limits.desc, html: true },
      bullets: { task: "Write bullets", family: "bullets", character_limit: limits.bullets, count: 5 },
      seo_title: { task: "Write an SEO title", family: "title", character_limit: limits.seo_title },
      seo_desc: { task: "Write an SEO description", family: "string", character_limit: limits.seo_desc },
    },
  };
}

export function requestFor(language: string, product: object = shirt, more: object = {}): Record<string, unknown> {
  return {
    model: "shelf-small",
    messages: [
      { role: "system", content: "You write product content. Use only the facts." },
      { role: "user", content: JSON.stringify(briefFor(language)) },
      { role: "user", content: JSON.stringify({ product }) },
    ],
    response_format: { type: "json_schema", json_schema: { name: "content", strict: true, schema } },
    ...more,
  };
}

export interface Texts {
  title: string;
  desc: string;
  bullets: string[];
  seo_title: string;
  seo_desc: string;
}

const open: RunningModel[] = [];
afterEach(async () => {
  for (const model of open.splice(0)) await model.close();
});

/** A model that is closed after the test. */
export async function openModel(options: ModelOptions = {}): Promise<RunningModel> {
  const model = await startModel(options);
  open.push(model);
  return model;
}

export function ask(model: RunningModel, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${model.url}/v1/chat/completions`, {
    method: "POST",
    headers: { authorization: "Bearer sk-test", "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

export async function answerOf(response: Response): Promise<{ content: string; texts: Texts; body: Completion }> {
  const body = (await response.json()) as Completion;
  const content = body.choices[0]?.message.content ?? "";
  return { content, texts: JSON.parse(content) as Texts, body };
}

export interface Completion {
  id: string;
  choices: { finish_reason: string; message: { content: string | null; refusal: string | null } }[];
  usage: { prompt_tokens: number; completion_tokens: number; prompt_tokens_details: { cached_tokens: number } };
}
