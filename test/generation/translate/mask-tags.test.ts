import { expect, it } from "vitest";
import { finishTranslation } from "../../../app/generation/translate/finish-translation.ts";
import { hasOnlyTagsOf, maskTags, unmaskTags } from "../../../app/generation/translate/mask-tags.ts";

const source = '<p>Soft <b>cotton</b> shirt, <a href="/care">care</a>.</p><!-- size table -->';

const finished = (html: string) => {
  const text = { name: "desc", form: "html" as const, body: source, value: source, digest: "" };
  return finishTranslation(text, html, { config: {}, locale: "de", kept: [] }).body;
};

it("tags of the source come back to the letter", () => {
  const { html, pieces } = maskTags(source);
  expect(html).not.toContain("/care");
  const back = unmaskTags(html.replace("Soft", "Weiches"), { pieces });
  expect(back).toBe(source.replace("Soft", "Weiches"));
  expect(hasOnlyTagsOf(source, back)).toBe(true);
  expect(finished(html)).toBe(source);
});

it.each([
  "<p>Weiches <b>Hemd</b>.</p><img src=x onerror=alert(1) ",
  "<p>Weiches <b>Hemd</b>.</p><svg/onload=alert(1)//",
  "<p>Weiches <b>Hemd</b>.</p><!-- and more",
  "<p>Weiches <b>Hemd</b>.</p><!-- another -->",
  "<p>Weiches <b>Hemd</b>.</p><script>alert(1)",
  "<p>Weiches <img src=x onerror=alert(1) <b>Hemd</b>.</p>",
])("what the source does not have is taken out, finished or not: %s", (html) => {
  expect(hasOnlyTagsOf(source, html)).toBe(false);
  expect(finished(html)).not.toMatch(/onerror|onload|<!--|script|<svg/);
});

it("a smaller-than sign is no tag", () => {
  expect(hasOnlyTagsOf("<p>Under 5 kg</p>", "<p>Gewicht < 5 kg</p>")).toBe(true);
});
