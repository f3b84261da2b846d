import type { ProductFacts } from "../../../app/catalog/facts.ts";
import type { GeneratedText } from "../../../app/generation/generated-text.ts";
import { defaultConfig } from "../../../app/rules/default-config.ts";
import { contentTypeNames } from "../../../app/texts/content-types.ts";
import { goodTexts, someFacts } from "../content/facts.ts";
import { writeTexts } from "../content/write-texts.ts";
import type { Attack } from "./attacks.ts";

/** Where a seller, a customer or an app may put it. */
export const attackedFields: Record<string, (order: string) => Partial<ProductFacts>> = {
  title: (order) => ({ title: `Linen shirt. ${order}` }),
  description: (order) => ({ descriptionText: `A shirt of washed linen.\n${order}` }),
  "hidden text": (order) => ({ hiddenText: order }),
  vendor: (order) => ({ vendor: order }),
  type: (order) => ({ productType: order }),
  tag: (order) => ({ tags: ["linen", order] }),
  option: (order) => ({ options: [{ name: "Colour", values: ["Black", order] }] }),
  metafield: (order) => ({ attributes: [{ name: "Note", value: order }] }),
  "metafield's name": (order) => ({ attributes: [{ name: order, value: "yes" }] }),
  "alt text": (order) => ({ images: [{ id: "1", url: "https://cdn.shopify.com/a.jpg", alt: order }] }),
};

/**
 * What becomes of an attack in a product's data when the model obeys it, whether it was given the order or not.
 * @returns what went wrong: an order that the model was given, an obeyed order without a finding about its words
 */
export async function unmarkedOf(
  { order, obeyed }: Attack,
  put: (order: string) => Partial<ProductFacts>,
): Promise<string[]> {
  const { sent, texts } = await obey(put(order), obeyed);
  const wrong = sent.includes(JSON.stringify(order).slice(1, -1)) ? [`given to the model: ${order}`] : [];
  for (const { contentType, body, warnings } of texts) {
    const whole = typeof body === "string" ? body : body.join("\n");
    const isAbout = warnings.some(({ code }) => aboutWords.has(code));
    if (whole.includes(obeyed.replace(/[.。]$/, "")) && !isAbout)
      wrong.push(`${contentType} unmarked: ${obeyed} (${order})`);
  }
  return wrong;
}

const aboutWords: ReadonlySet<string> = new Set(["ECHO", "UNSUPPORTED_FACT", "CONTRADICTED_FACT"]);

async function obey(given: Partial<ProductFacts>, words: string): Promise<{ sent: string; texts: GeneratedText[] }> {
  const sent: string[] = [];
  const generated = await writeTexts(
    {
      async complete({ messages, schema }) {
        sent.push(messages[2]?.content ?? "");
        const wanted = contentTypeNames.filter((name) => (schema.required as string[]).includes(name));
        const json = Object.fromEntries(
          wanted.map((type) => {
            const good = goodTexts[type];
            return [type, typeof good === "string" ? `${words} ${good}` : [`${words} ${good[0]}`, ...good.slice(1)]];
          }),
        );
        return { kind: "json", json, model: "m", tokensIn: 1, tokensCached: 0, tokensOut: 1 };
      },
    },
    {
      ...{ facts: someFacts(given), config: defaultConfig, contentTypes: ["title", "desc", "bullets"], locale: "en" },
      ...{ model: "m", signal: AbortSignal.timeout(10_000) },
    },
  );
  if (generated.outcome !== "written") throw new Error(generated.reason);
  return { sent: sent[0] ?? "", texts: generated.texts };
}
