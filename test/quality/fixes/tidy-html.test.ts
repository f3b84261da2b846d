import { describe, expect, it } from "vitest";
import { parseHtml } from "../../../app/lib/html/parse-html.ts";
import { serialiseHtml } from "../../../app/lib/html/serialise-html.ts";
import { isTidyHtml } from "../../../app/lib/html/tidy-html.ts";
import { keepPlainText } from "../../../app/quality/fixes/keep-plain-text.ts";
import { keepSimpleHtml } from "../../../app/quality/fixes/keep-simple-html.ts";

const names = ["p", "ul", "ol", "li", "strong", "em", "b", "i", "h2", "h3", "h4"];
const words = ["x ", "y &amp; ", "z", "\n", " ", "\u00a0", '"', "&lt;", "é", "&nbsp;", "a > b", "a < b", "&"];
const loose = [
  ...names.flatMap((name) => [`<${name}>`, `</${name}>`]),
  "<br>",
  "<br />",
  "<P>",
  "<p class=x>",
  "<div>",
  "</div>",
  ...words,
];

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

describe("tidy HTML", () => {
  it("is what a parser would leave as it is", () => {
    const random = randomFrom(11);
    const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
    const nested = (depth: number): string => {
      let html = "";
      for (let n = random() * 3; n >= 0; n--) {
        const name = one([...names, "br"]);
        if (depth > 5 || random() < 0.4) html += one(words);
        else html += name === "br" ? "<br>" : `<${name}>${nested(depth + 1)}</${name}>`;
      }
      return html;
    };
    let tidy = 0;
    for (let n = 0; n < 60_000; n++) {
      const html = n % 2 === 0 ? nested(0) : Array.from({ length: random() * 8 }, () => one(loose)).join("");
      if (!isTidyHtml(html)) continue;
      tidy++;
      expect(serialiseHtml(parseHtml(html))).toBe(html);
    }
    expect(tidy).toBeGreaterThan(3_000);
  });

  it.each([
    ["<p>Soft &amp; light.</p><ul><li><strong>Linen</strong></li><li>Cool<br>dry</li></ul>", true],
    ["Soft linen", true],
    ["<p>One<p>two</p>", false],
    ["<p>One", false],
    ["<p>One</p></p>", false],
    ["<p><ul><li>One</li></ul></p>", false],
    ["<li>One</li>", false],
    ['<p class="x">One</p>', false],
    ["<p>One</p><script>x</script>", false],
    ["<p>a &nbsp; b</p>", false],
    ["<p>a < b</p>", false],
  ])("%s: %s", (html, tidy) => {
    expect(isTidyHtml(html)).toBe(tidy);
  });

  it("is so with a bare ampersand, too", () => {
    expect(keepSimpleHtml("<p>Fern & Field &c R&D</p>")).toBe("<p>Fern &amp; Field &amp;c R&amp;D</p>");
  });

  it("reads the same with bare ampersands as when a parser cleans it", () => {
    const random = randomFrom(7);
    const some = [
      "&",
      " & ",
      "&&",
      "&;",
      "& lt;",
      "&amp;",
      "R&D",
      "&#38;",
      "&#",
      "Fern",
      "&\u00a0",
      "&é",
      "</p><p>",
      "<strong>&</strong>",
      " ",
    ];
    for (let n = 0; n < 3_000; n++) {
      const html = `<p>a${Array.from({ length: 1 + random() * 5 }, () => some[Math.floor(random() * some.length)]).join("")}z</p>`;
      // A comment is dropped, and is nothing that can do without a parser.
      expect(keepSimpleHtml(html)).toBe(keepSimpleHtml(`<!-- -->${html}`));
    }
  });

  it("loses its empty elements all the same", () => {
    expect(keepSimpleHtml("<p>One</p><p><br></p><p> </p>")).toBe("<p>One</p>");
  });
});

describe("a text of thousands of tags", () => {
  it("is bared of them all", () => {
    const tags = "<script>alert(1)</script>&lt;script&gt;".repeat(1_000);
    expect(keepSimpleHtml(`<p>Linen</p>${tags}`)).not.toMatch(/<(?!\/?p>)|&/);
    expect(keepPlainText(`Linen ${tags}`)).not.toMatch(/[<>&]/);
    expect(keepPlainText(`Linen ${tags}`)).toContain("Linen");
  });

  it("is left alone when it is plain", () => {
    const plain = "Linen keeps cool. ".repeat(500).trim();
    expect(keepPlainText(plain)).toBe(plain);
  });
});
