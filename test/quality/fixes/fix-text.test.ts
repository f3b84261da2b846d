import { describe, expect, it } from "vitest";
import type { TextBody } from "../../../app/db/schema/index.ts";
import { fixText } from "../../../app/quality/fixes/fix-text.ts";
import type { ContentType } from "../../../app/texts/content-types.ts";

const flagOfScotland = "\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}";
const hidden = [..."obey"].map((char) => String.fromCodePoint(0xe0000 + (char.codePointAt(0) ?? 0))).join("");

const cases: [what: string, contentType: ContentType, raw: TextBody, fixed: TextBody][] = [
  ["plain text stays", "title", "Linen Shirt", "Linen Shirt"],
  ["spaces are one", "title", "  Linen \t\n Shirt  ", "Linen Shirt"],
  ["zero-width spaces go", "title", "Li\u200bnen\ufeff Shirt", "Linen Shirt"],
  ["soft hyphens and word joiners go", "title", "Li\u00adnen\u2060 Shirt", "Linen Shirt"],
  ["halves around a hidden character do not join", "title", "Linen \udb40\u{e0041}\udc41Shirt", "Linen Shirt"],
  ["control characters go", "title", "Linen\u0000\u0007\u009f Shirt", "Linen Shirt"],
  ["bidi controls go", "title", "Linen \u202etrihS\u202c \u2066x\u2069", "Linen trihS x"],
  ["hidden tag characters go", "title", `Linen${hidden} Shirt`, "Linen Shirt"],
  ["a flag keeps its tag characters", "title", `Kilt ${flagOfScotland}`, `Kilt ${flagOfScotland}`],
  ["an unfinished flag loses them", "title", `Kilt \u{1f3f4}${hidden}`, "Kilt \u{1f3f4}"],
  ["an emoji family keeps its joiners", "title", "👨‍👩‍👧 Set", "👨‍👩‍👧 Set"],
  ["a joiner between Latin letters goes", "title", "Li\u200dnen", "Linen"],
  ["Persian keeps its non-joiner", "title", "می\u200cخواهم", "می\u200cخواهم"],
  ["Hindi keeps its joiner", "title", "क्\u200dष", "क्\u200dष"],
  ["a non-joiner between Latin letters goes", "title", "Li\u200cnen", "Linen"],
  ["an emoji keeps its variation selector", "title", "Heart ❤\ufe0f", "Heart ❤\ufe0f"],
  ["variation selectors that carry data go", "title", "a\u{e0101}\u{e0102}\u{e0103}b", "ab"],
  ["variation selectors go at the beginning too", "title", "\u{e0101}\u{e0102} Linen", "Linen"],
  ["direction marks go in Latin text", "title", "Linen\u200f Shirt\u200e", "Linen Shirt"],
  ["direction marks stay in Hebrew text", "title", "חולצה \u200f(M)", "חולצה \u200f(M)"],
  ["accents are composed", "title", "Cafe\u0301", "Café"],
  ["stacked marks are cut", "title", `z${"\u0335".repeat(40)}`, `z${"\u0335".repeat(5)}`],
  ["private use and lone surrogates go", "title", "Li\ue000nen\ud800 Shirt", "Linen Shirt"],
  ["dashes and quotes stay", "title", "Ravello – “soft” — ’n’ light…", "Ravello – “soft” — ’n’ light…"],
  ["French no-break spaces stay", "title", "Prix\u00a0: doux\u202f!", "Prix\u00a0: doux\u202f!"],
  ["entities are decoded once", "title", "Fern &amp; Field", "Fern & Field"],
  ["and as deep as they are nested", "title", "Fern &amp;amp;amp; Field", "Fern & Field"],
  [
    "no tag comes out of five levels of entities",
    "title",
    `Linen ${"&".padEnd(21, "amp;")}lt;details open ontoggle=alert(1)${"&".padEnd(21, "amp;")}gt;Shirt`,
    "Linen Shirt",
  ],
  ["nor out of numbers", "title", "Linen &#x26;#60;script&#62;alert(1)&#60/script> Shirt", "Linen Shirt"],
  ["nor out of tags in tags", "title", "Linen <scr<b>ipt>alert(1)</scr</b>ipt> Shirt", "Linen ipt>alert(1)ipt> Shirt"],
  ["a tag that never ends leaves its words", "title", "Linen <img src=x onerror=y", "Linen img src=x onerror=y"],
  ...[
    "<30 dB",
    "a < b",
    "5 < 10 > 3",
    "I <3 you",
    "I </3 you",
    "-> soft <-",
    "A&B",
    "Rock&reggae",
    "<°))))><",
    "R&D; & more",
    "1 &lt 2",
    "&nope;",
  ].map((text): [string, ContentType, TextBody, TextBody] => ["signs that are no tag stay", "title", text, text]),
  ["a lone ampersand stays", "title", "Fern & Field", "Fern & Field"],
  ["less-than stays", "title", "< 5 kg & more", "< 5 kg & more"],
  ["tags go from plain text", "title", "<h1>Linen <b>Shirt</b></h1>", "Linen Shirt"],
  ["scripts go with what they hold", "seo_desc", "Soft<script>alert(1)</script> linen", "Soft linen"],
  ["line feeds become spaces in plain text", "seo_desc", "Soft\nlinen", "Soft linen"],
  ["bullet characters go", "bullets", ["• Soft", "- Light", "✅ Cool", "* Airy"], ["Soft", "Light", "Cool", "Airy"]],
  ["empty bullets go", "bullets", ["Soft", " ", "\u200b", "<br>"], ["Soft"]],
  ["a dash inside a bullet stays", "bullets", ["Soft - and light"], ["Soft - and light"]],
  ["simple HTML stays", "desc", "<p>Soft <strong>linen</strong></p>", "<p>Soft <strong>linen</strong></p>"],
  ["lists stay", "desc", "<ul><li>Soft</li><li>Light</li></ul>", "<ul><li>Soft</li><li>Light</li></ul>"],
  ["attributes go", "desc", '<p class="x" onclick="y()" style="z">Soft</p>', "<p>Soft</p>"],
  ["scripts go", "desc", "<p>Soft</p><script>alert(1)</script>", "<p>Soft</p>"],
  ["styles go", "desc", "<style>p{}</style><p>Soft</p>", "<p>Soft</p>"],
  ["pictures and frames go", "desc", "<p>Soft<img src=x onerror=y><iframe></iframe></p>", "<p>Soft</p>"],
  ["links lose their address", "desc", '<p>Soft <a href="https://x.y">linen</a></p>', "<p>Soft linen</p>"],
  ["a first heading becomes a second one", "desc", "<h1>Soft</h1>", "<h2>Soft</h2>"],
  ["a div becomes a paragraph", "desc", "<div>Soft</div>", "<p>Soft</p>"],
  [
    "plain text becomes paragraphs",
    "desc",
    "Soft linen.\n\nTwo pockets.\nEasy fit.",
    "<p>Soft linen.</p><p>Two pockets.<br>Easy fit.</p>",
  ],
  ["signs are escaped", "desc", "<p>Fern & Field < 5</p>", "<p>Fern &amp; Field &lt; 5</p>"],
  ["empty paragraphs go", "desc", "<p>Soft</p><p>&nbsp;</p><p></p>", "<p>Soft</p>"],
  ["broken tags are closed", "desc", "<p>Soft <strong>linen", "<p>Soft <strong>linen</strong></p>"],
  [
    "table cells stay apart",
    "desc",
    "<table><tr><td>Colour</td><td>Sand</td></tr><tr><td>Style</td><td>Plain</td></tr></table>",
    "<p>Colour: Sand</p><p>Style: Plain</p>",
  ],
  ["terms and what is said of them stay apart", "desc", "<dl><dt>Care</dt><dd>Cold</dd></dl>", "<p>Care: Cold</p>"],
  [
    "a figure and its caption stay apart",
    "desc",
    "<figure>Shirt<figcaption>Linen</figcaption></figure>",
    "<p>Shirt</p><p>Linen</p>",
  ],
  [
    "a summary and its details stay apart",
    "desc",
    "<details><summary>Care</summary>Cold</details>",
    "<p>Care</p><p>Cold</p>",
  ],
  ["what a rule divides stays apart", "desc", "Soft<hr>Light", "<p>Soft</p><p>Light</p>"],
  ["centred lines stay apart", "desc", "<center>Soft</center><center>Light</center>", "<p>Soft</p><p>Light</p>"],
  ["blocks that nobody knows stay apart", "desc", "<p><x-a>Soft</x-a><x-a>Light</x-a></p>", "<p>Soft Light</p>"],
  [
    "boxes in boxes are paragraphs beside each other",
    "desc",
    "<div><p>One</p><p>Two</p></div>",
    "<p>One</p><p>Two</p>",
  ],
  [
    "a list in a box is taken out of it",
    "desc",
    "<div>One<ul><li>Two</li></ul></div>",
    "<p>One</p><ul><li>Two</li></ul>",
  ],
  ["a space between words in bold stays", "desc", "<p>Soft<b> </b>linen</p>", "<p>Soft linen</p>"],
  ["the beginning of a tag is no reason to lose words", "desc", "Soft <b and light", "<p>Soft &lt;b and light</p>"],
  ["comments go", "desc", "<p>Soft<!-- x --></p>", "<p>Soft</p>"],
  ["case tricks do not help", "desc", "<p>Soft</p><ScRiPt>x</sCrIpT><IMG SRC=x>", "<p>Soft</p>"],
];

describe("fixText", () => {
  it.each(cases)("%s (%s)", (_what, contentType, raw, fixed) => {
    expect(fixText(contentType, raw)).toEqual(fixed);
  });

  it.each(cases)("fixing twice changes nothing more: %s (%s)", (_what, contentType, raw) => {
    const once = fixText(contentType, raw);
    expect(fixText(contentType, once)).toEqual(once);
  });
});
