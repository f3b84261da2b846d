import { expect, it } from "vitest";
import { startModel } from "../../../sandbox/model/start.ts";
import { decodePng, encodePng } from "../../../sandbox/shared/png.ts";
import { pictureOf, picturePath } from "../../../sandbox/store/picture.ts";
import { startStore } from "../../../sandbox/store/start.ts";
import { briefFor, requestFor, shirt } from "./ask-model.ts";

const names = ["image_alt_11", "image_alt_12"];
const schema = {
  type: "object",
  properties: Object.fromEntries(names.map((name) => [name, { type: "string" }])),
  required: names,
  additionalProperties: false,
};

function pictureRequest(urls: readonly string[]): Record<string, unknown> {
  const { content_types: types, ...brief } = briefFor("en") as { content_types: object };
  const withAlt = { ...types, image_alt: { task: "Describe", family: "title", character_limit: 125 } };
  const request = requestFor("en");
  return {
    ...request,
    messages: [
      { role: "user", content: JSON.stringify({ ...brief, content_types: withAlt }) },
      { role: "user", content: JSON.stringify({ product: shirt }) },
      {
        role: "user",
        content: urls.flatMap((url, i) => [
          { type: "text", text: JSON.stringify({ picture_of: names[i] }) },
          { type: "image_url", image_url: { url } },
        ]),
      },
    ],
    response_format: { type: "json_schema", json_schema: { name: "content", strict: true, schema } },
  };
}

async function ask(url: string, request: object): Promise<{ status: number; body: Record<string, unknown> }> {
  const answer = await fetch(`${url}/v1/chat/completions`, {
    method: "POST",
    headers: { authorization: "Bearer key", "content-type": "application/json" },
    body: JSON.stringify(request),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

function textsOf(body: Record<string, unknown>): Record<string, string> {
  const { choices } = body as { choices: { message: { content: string } }[] };
  return JSON.parse(choices[0]?.message.content ?? "{}") as Record<string, string>;
}

const dataUrl = (picture: Buffer) => `data:image/png;base64,${picture.toString("base64")}`;

it("a picture is a PNG whose pixels come back as they were painted, in the width that was asked for", () => {
  const pixels = Uint8Array.from([0, 1, 2, 2, 1, 0]);
  const palette = [[1, 2, 3] as const, [250, 0, 9] as const, [40, 50, 60] as const];
  const read = decodePng(encodePng({ width: 3, height: 2, pixels, palette }));
  expect([read?.width, read?.height, read?.at(1, 0), read?.at(0, 1)]).toEqual([3, 2, palette[1], palette[2]]);
  expect(decodePng(pictureOf("7-0-red.png", 320))?.width).toBe(320);
  expect(decodePng(pictureOf("7-0-red.png", 90_000))?.width).toBe(1_200);
  expect(decodePng(Buffer.from("<svg/>"))).toBeUndefined();
});

it("paints a product in the colours that its options name, and serves it under the address that the API gives", async () => {
  expect(picturePath(9, 0, ["Dusty Navy", "Sage"])).toBe("9-0-navy.png");
  expect(picturePath(9, 1, ["White", "Red"])).toBe("9-1-red.png");
  const store = await startStore({ shops: [] });
  try {
    const served = await fetch(`${store.url}/cdn/s/files/1/9-0-navy.png?v=1&width=200`);
    expect(served.headers.get("content-type")).toBe("image/png");
    expect(decodePng(Buffer.from(await served.arrayBuffer()))?.width).toBe(200);
  } finally {
    await store.close();
  }
});

it("looks at pictures given by address and as bytes, and says what they show", async () => {
  const store = await startStore({ shops: [] });
  const model = await startModel({ settings: { flawRate: 0 } });
  try {
    const request = pictureRequest([
      `${store.url}/cdn/s/files/1/9-0-red.png`,
      dataUrl(pictureOf("9-1-green.png", 256)),
    ]);
    const { status, body } = await ask(model.url, request);
    expect(status).toBe(200);
    expect(textsOf(body)).toEqual({
      image_alt_11: "Relaxed Linen Shirt in red on a light background",
      image_alt_12: "Relaxed Linen Shirt in green, seen close up",
    });
    expect(model.state.calls.at(-1)).toMatchObject({ pictures: 2, promptTokens: expect.any(Number) });
    const blind = await ask(model.url, { ...request, model: "shelf-blind" });
    expect(blind.status).toBe(400);
  } finally {
    await model.close();
    await store.close();
  }
});

it.each([
  ["that cannot be fetched", "http://localhost:1/x.png", "invalid_image_url"],
  ["on another machine", "https://example.com/x.png", "invalid_image_url"],
  [
    "of another format",
    `data:image/svg+xml;base64,${Buffer.from("<svg/>").toString("base64")}`,
    "invalid_image_format",
  ],
])("refuses a picture %s", async (_what, url, code) => {
  const model = await startModel();
  try {
    const { status, body } = await ask(model.url, pictureRequest([url]));
    expect([status, (body.error as { code: string }).code]).toEqual([400, code]);
    expect(model.state.totals.paid).toBe(0);
  } finally {
    await model.close();
  }
});
