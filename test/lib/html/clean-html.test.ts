import { describe, expect, it } from "vitest";
import { cleanHtml } from "../../../app/lib/html/clean-html.ts";
import { type HtmlNode, parseHtml } from "../../../app/lib/html/parse-html.ts";
import { serialiseHtml } from "../../../app/lib/html/serialise-html.ts";
import { textOfHtml } from "../../../app/lib/html/text-of-html.ts";

const runs = 20_000;

/** Mulberry32: the same texts in every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const tags =
  "p div br ul ol li strong em b i u h1 h2 h4 h6 table tbody thead tr td th caption dl dt dd figure figcaption details summary hr center section blockquote a span sup small svg math mtext mglyph foreignObject desc title style script noscript template iframe textarea select option form button img video source plaintext xmp noembed pre x-a o:p body nobr".split(
    " ",
  );
const attributes = [
  " onclick=alert(1)",
  "/onclick=alert(1)",
  ' style="x"',
  ' href="javascript:alert(1)"',
  " href='java&Tab;script:alert(1)'",
  ' href="/pages/a?b=1&amp;c=2"',
  " href=//x.example/\"'><b>",
  ' src="a.jpg"',
  ' src="data:text/html,x"',
  " src=https://www.youtube.com/embed/x",
  " srcdoc='<script>'",
  " colspan=2",
  ' colspan="2 onclick=x"',
  " alt='</p><script>'",
  ' title="--><img src=x onerror=y>"',
  ' class="a"',
  " xlink:href=javascript:x",
  " rowspan=9999",
  " encoding=text/html",
];
const words = [
  "a",
  " ",
  "\n",
  "&nbsp;",
  "&lt;script&gt;",
  "&amp;lt;",
  "<!--",
  "-->",
  "]]>",
  "<![CDATA[",
  "</p>",
  "<",
  ">",
  '"',
  "'",
  "&",
  "\u0338",
  "\u200b",
  "5 < 6 ",
  "<!doctype html>",
  "</",
  "\0",
];
// biome-ignore format: tables

const known = new Set(
  "p br ul ol li strong em b i h2 h3 h4 sub sup u s small blockquote hr figure figcaption details summary table thead tbody tfoot tr td th caption dl dt dd a img iframe video source".split(
    " ",
  ),
);
const names =
  /^(?:href|src|poster|alt|title|target|rel|width|height|loading|allow|allowfullscreen|frameborder|controls|muted|loop|autoplay|playsinline|preload|type|colspan|rowspan|scope)$/;

/** What may stand in no clean text, found with nothing of the clean-up. */
function strange(nodes: readonly HtmlNode[], within: readonly string[] = []): string[] {
  return nodes.flatMap((node) => {
    if (typeof node === "string") return [];
    const found: string[] = [];
    if (!known.has(node.tag)) found.push(`<${node.tag}>`);
    if (node.tag === "p" && within.includes("p")) found.push("p in p");
    for (const [name, value] of Object.entries(node.attributes)) {
      if (!names.test(name)) found.push(`${node.tag} ${name}`);
      if (/^(?:href|src|poster)$/.test(name) && /^[\s\S]{0,5}(?:j|v|d)[a-z\s]*:/i.test(value)) found.push(value);
    }
    return [...found, ...strange(node.children, [...within, node.tag])];
  });
}

const wordsOf = (text: string) => (text.match(/Word\d/g) ?? []).sort().join(" ");

describe("cleaning HTML", () => {
  it("cleaning mutations of HTML leaves nothing strange, and changes nothing the second time", () => {
    const random = randomFrom(7);
    const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
    const piece = (): string => {
      const kind = random();
      if (kind < 0.35) return one(words);
      if (kind < 0.6) return `</${one(tags)}>`;
      return `<${one(tags)}${random() < 0.5 ? one(attributes) : ""}${random() < 0.2 ? one(attributes) : ""}${random() < 0.05 ? "" : ">"}`;
    };
    const failures: string[] = [];
    for (let n = 0; n < runs && failures.length < 5; n++) {
      const html = Array.from({ length: 2 + random() * 14 }, piece).join("");
      for (const by of ["person", "model"] as const) {
        const clean = cleanHtml(html, { by });
        const tree = parseHtml(clean);
        const found = strange(tree);
        if (cleanHtml(clean, { by }) !== clean) found.push("changes when cleaned again");
        if (serialiseHtml(tree) !== clean) found.push("reads back as something else");
        if (by === "model" && /<[^>]*[\s=/][^>]*>(?<!<\/\w+>)/.test(clean)) found.push("attributes");
        if (found.length > 0)
          failures.push(`${by} ${JSON.stringify(html)} → ${JSON.stringify(clean)}: ${found.join(", ")}`);
      }
    }
    expect(failures).toEqual([]);
  });

  it("cleaning HTML loses no letter of what a reader sees, and glues no words", () => {
    const random = randomFrom(3);
    const blocks = tags.filter(
      (tag) =>
        !/^(?:br|hr|img|source|body|plaintext|style|script|title|noscript|template|iframe|textarea|select|option|video|svg|math|xmp|noembed|m?text|mglyph|desc|foreignObject|form|t.*|caption|strong|em|b|i|u|a|span|sup|small|nobr|o:p)$/.test(
          tag,
        ),
    );
    for (let n = 0; n < 2_000; n++) {
      const html = Array.from({ length: 4 }, (_, i) => {
        const tag = blocks[Math.floor(random() * blocks.length)];
        return `<${tag}>Word${i}${random() < 0.5 ? `</${tag}>` : ""}`;
      }).join("");
      for (const by of ["person", "model"] as const) {
        const text = textOfHtml(cleanHtml(html, { by }));
        // A summary stands first, wherever it was written.
        expect({ html, words: wordsOf(text) }).toEqual({ html, words: "Word0 Word1 Word2 Word3" });
        expect({ html, glued: /Word\dWord/.test(text) }).toEqual({ html, glued: false });
      }
    }
  });
});
