/** What models put around their JSON, and what they make of its fields. */
export const wrappingKinds = [
  "none",
  "think",
  "thought",
  "think_fence",
  "open_think",
  "prose",
  "fence",
  "fence_plain",
  "prose_fence",
  "trailing_comma",
  "raw_newline",
  "double_encoded",
  "array_around",
  "result_around",
  "texts_around",
  "schema_around",
  "keys_as_words",
  "bullets_lines",
  "bullets_json",
  "bullets_numbered",
  "bullets_dots",
  "bullets_nulls",
  "bullets_objects",
  "bullets_keyed",
  "title_list",
  "fields_as_objects",
  "cut",
  "two_answers",
  "bullets_sentence",
  "prose_only",
] as const;
export type Wrapping = (typeof wrappingKinds)[number];

type Fields = Record<string, unknown>;

const thinking =
  'The shop wants JSON. A first try: {"title": "not this one"}. It should name the {product} and stay short. Now the answer.';

/** The content as a model of this habit writes it; what is no JSON object stays as it is. */
export function wrapAnswer(content: string, wrapping: Wrapping): string {
  const fields = parseFields(content);
  if (fields === undefined || wrapping === "none") return content;
  return aroundText(content, fields, wrapping) ?? JSON.stringify(changeFields(fields, wrapping) ?? fields);
}

function aroundText(json: string, fields: Fields, wrapping: Wrapping): string | undefined {
  switch (wrapping) {
    case "think":
      return `<think>\n${thinking}\n</think>\n\n${json}`;
    case "thought":
      return `<thought>${thinking}</thought>${json}`;
    case "think_fence":
      return `<think>${thinking}</think>\n\`\`\`json\n${json}\n\`\`\``;
    case "open_think":
      return `${thinking}\n</think>\n${json}`;
    case "prose":
      return `Here are the texts you asked for:\n\n${json}\n\nLet me know whether {brand} should stand in front.`;
    case "fence":
      return `\`\`\`json\n${JSON.stringify(fields, null, 2)}\n\`\`\``;
    case "fence_plain":
      return `\`\`\`\n${json}\n\`\`\`\n`;
    case "prose_fence":
      return `Sure! Here it is.\n\`\`\`JSON\n${json}\n\`\`\`\nThe length was kept.`;
    case "trailing_comma":
      return JSON.stringify(fields, null, 1)
        .replace(/\n\}$/, ",\n}")
        .replaceAll(/"\n(\s*)\]/g, '",\n$1]');
    case "raw_newline":
      return json.replace(/(?<=[\p{L}.]) (?=\p{L})/u, "\n").replace(/(?<=[\p{L}.]) (?=\p{L})/u, "\t");
    case "double_encoded":
      return JSON.stringify(json);
    case "cut":
      return json.slice(0, Math.ceil(json.length * 0.6));
    case "two_answers":
      return `Option one:\n${json}\nOption two:\n${JSON.stringify(otherOf(fields))}`;
    case "prose_only":
      return Object.values(fields).flat().join("\n\n");
    default:
      return undefined;
  }
}

function changeFields(fields: Fields, wrapping: Wrapping): unknown {
  const bullets = (change: (list: string[]) => unknown) =>
    changeEach(fields, (value) => (isList(value) ? change(value) : value));
  switch (wrapping) {
    case "array_around":
      return [fields];
    case "result_around":
      return { status: "ok", result: fields };
    case "texts_around":
      return { texts: { en: fields } };
    case "schema_around":
      return { type: "object", properties: fields, required: Object.keys(fields), additionalProperties: false };
    case "keys_as_words":
      return Object.fromEntries(
        Object.entries(fields).map(([key, value]) => [
          key
            .replace(/_(\p{L})/gu, (_all, letter: string) => ` ${letter.toUpperCase()}`)
            .replace(/^./, (c) => c.toUpperCase()),
          value,
        ]),
      );
    case "bullets_lines":
      return bullets((list) => list.map((one) => `- ${one}`).join("\n"));
    case "bullets_json":
      return bullets((list) => JSON.stringify(list));
    case "bullets_numbered":
      return bullets((list) => list.map((one, i) => `${i + 1}. ${one}`).join("\n"));
    case "bullets_dots":
      return bullets((list) => list.map((one) => `• ${one}`).join(" "));
    case "bullets_nulls":
      return bullets((list) => [null, ...list, ""]);
    case "bullets_objects":
      return bullets((list) => list.map((one, i) => ({ id: i + 1, text: one })));
    case "bullets_keyed":
      return bullets((list) => Object.fromEntries(list.map((one, i) => [`bullet_${i + 1}`, one])));
    case "bullets_sentence":
      return bullets((list) => list.join(", "));
    case "title_list":
      return changeEach(fields, (value) => (isList(value) ? value : [value]));
    case "fields_as_objects":
      return changeEach(fields, (value) =>
        isList(value) ? { items: value } : { text: value, characters: String(value).length },
      );
    default:
      return undefined;
  }
}

function changeEach(fields: Fields, change: (value: unknown) => unknown): Fields {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, change(value)]));
}

function otherOf(fields: Fields): Fields {
  return changeEach(fields, (value) => (isList(value) ? value.toReversed() : `${String(value)} too`));
}

function isList(value: unknown): value is string[] {
  return Array.isArray(value);
}

function parseFields(content: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(content);
    return value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Fields) : undefined;
  } catch {
    return undefined;
  }
}
