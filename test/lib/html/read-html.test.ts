import { describe, expect, it } from "vitest";
import { canonicalHtml } from "../../../app/lib/html/canonical-html.ts";
import { hasVisibleText } from "../../../app/lib/html/has-visible-text.ts";
import { parseHtml } from "../../../app/lib/html/parse-html.ts";
import { serialiseHtml } from "../../../app/lib/html/serialise-html.ts";
import { namedRows, tablesOf } from "../../../app/lib/html/tables-of-html.ts";
import { textOfHtml } from "../../../app/lib/html/text-of-html.ts";

describe("the words of HTML", () => {
  it.each([
    ["<table><tr><td>Weight</td><td>240 g</td></tr><tr><td>Colour</td><td>Sand</td></tr></table>", "Weight 240 g\nColour Sand"],
    ["<table><tr><th>Weight<td>240 g</table>", "Weight 240 g"],
    ["<td>Weight</td><td>240 g</td>", "Weight\n240 g"],
    ["<dl><dt>Weight</dt><dd>240 g</dd></dl>", "Weight\n240 g"],
    ["<p>One<p>Two", "One\nTwo"],
    ["One<p>Two", "One\nTwo"],
    ["<ul><li>One<li>Two<ul><li>Three</ul></ul>", "One\nTwo\nThree"],
    ["One<hr>Two<br>Three<wbr>fold", "One\nTwo\nThreefold"],
    ["<center>One</center><center>Two</center>", "One\nTwo"],
    ["<figure><img src=a.jpg>One<figcaption>Two</figcaption></figure>", "One\nTwo"],
    ["<details><summary>Care</summary>Wash cold</details>", "Care\nWash cold"],
    ["<span>Weight</span><span>240 g</span><br><span>Colour</span><span>Sand</span>", "Weight 240 g\nColour Sand"],
    ["<span>Lin</span><span>en</span> sh<b>ir</b>t", "Linen shirt"],
    ["<size-chart>S</size-chart><size-chart>M</size-chart>", "S M"],
    ["One<img src=a.jpg>Two<button>Three</button>", "One Two Three"],
    ["<iframe>No frames</iframe><noscript>No script</noscript><video>No video</video>Text", "Text"],
    ["<object>x</object><svg><title>Arrow</title><text>x</text></svg><select><option>S</select>Text", "Text"],
    ["<meta charset=utf-8><style>p{}</style><script>alert(1)</script><!-- x --><template>t</template>Text", "Text"],
    ["<pre>One\n  Two</pre>", "One\nTwo"],
    ["<p>One\n two&nbsp;&amp; &lt;3 &uuml;&#x1F382; &nope; &copy</p>", "One two\u00a0& <3 ü🎂 &nope; ©"],
    ["5 < 6 & <30 dB", "5 < 6 & <30 dB"],
    ["&amp;lt;b&amp;gt;", "&lt;b&gt;"],
  ])("the words of HTML are read from %s", (html, text) => {
    expect(textOfHtml(html)).toBe(text);
  }); // biome-ignore format: a table

  it("the words of HTML marks list items where that is asked for", () => {
    expect(textOfHtml("<p>Soft</p><ul><li>One</li><li></li><li><p>Two</p></li></ul>", { bullet: "• " })).toBe(
      "Soft\n• One\n• Two",
    );
  });
});

describe("tables", () => {
  it("tables of HTML give their rows with cells apart, one inside another by itself", () => {
    expect(
      tablesOf("<table><thead><tr><th>Size<th>Chest<tbody><tr><td>S<td>90 cm<td></table><dl><dt>Fit<dd>Loose</dl>"),
    ).toEqual([
      [
        { cells: ["Size", "Chest"], heads: [true, true] },
        { cells: ["S", "90 cm"], heads: [false, false] },
      ],
      [{ cells: ["Fit", "Loose"], heads: [true, false] }],
    ]);
  });

  it.each([
    ["<table><tr><th>Property<th>Value<tr><td>Weight:<td>240 g<tr><th>Colour<td><p>Sand</p><p>Sage</p></table>", [["Weight", "Value: 240 g"], ["Colour", "Value: Sand Sage"]]],
    ["<table><tr><td>Size<td>Chest<tr><td>S<td>90 cm<tr><td>M<td>94 cm</table>", [["S", "Chest: 90 cm"], ["M", "Chest: 94 cm"]]],
    ["<table><tr><th>Size<th>Chest (cm)<tr><td>S<td>90</table>", [["S", "Chest (cm): 90"]]],
    ["<table><tr><td>EU<td>UK<tr><td>42<td>8<tr><td>43<td>9</table>", [["42", "UK: 8"], ["43", "UK: 9"]]],
    ["<table><tr><th>Others<th>Ours<tr><td>Polyester<td>Linen</table>", [["Polyester", "Ours: Linen"]]],
    ["<table><tr><td rowspan=2>Width<td>front<td>10 cm<tr><td>back<td>12 cm</table>", []],
    ["<table><tr><td>Material<td>Steel<tr><td>Weight<td>240 g</table>", [["Material", "Steel"], ["Weight", "240 g"]]],
    ["<dl><div><dt>Fit</dt><dd>Loose</dd></div><dt>Care<dt>Washing<dd>Cold<dd>No bleach</dl>", [["Fit", "Loose"], ["Care, Washing", "Cold, No bleach"]]],
    ["<table><tr><td>S<td>M<td>L</table><table><tr><td>Only</table>", []],
  ])("tables of HTML are read as names and values: %s", (html, pairs) => {
    expect(namedRows(html).map(({ name, value }) => [name, value])).toEqual(pairs);
  }); // biome-ignore format: a table
});

describe("visible text", () => {
  it.each([
    "", "<p></p>", "<p>&#160;</p>", "<p>&#xA0;</p>", "<p>&nbsp;</p>", "&zwnj;", "<p>\u200c\u200b\ufeff\u2060\u00ad</p>", "<style>p{color:red}</style>", "<script>var words</script>",
    '<img alt="a > b">', "<p><img src='a.jpg' alt='words in a tag'></p>", "<iframe>No frames</iframe>", "<!-- words -->", "<noscript>No script</noscript>", "<p title='a>b'><br></p>", "\u3164\u2800",
  ])("a reader sees no text in %j", (html) => {
    expect(hasVisibleText(html)).toBe(false);
  }); // biome-ignore format: a table

  it.each([
    "<p>.</p>",
    "椅子",
    '<p class="a">Soft</p>',
    "<style>p{}</style>x",
    "&amp;",
    "<table><tr><td>1</table>",
    "🎂",
    "می\u200cخواهم",
    "a < b",
  ])("a reader sees text in %s", (html) => {
    expect(hasVisibleText(html)).toBe(true);
  });
});

describe("one spelling of HTML", () => {
  it.each([
    ["<p>Soft &amp; light</p>", "<P>Soft & light"],
    ["<p>One</p>\n\n<p>Two</p>\n", "<p>One</p><p> Two </p>"],
    ["<p>One  two\nthree</p>", "<p>One two three</p>"],
    ["a<br>b", "a<br />b"],
    ["<p class=\"a\" id='b'>x</p>", "<p id=b class=a>x"],
    ["<p>é &eacute; &#233;</p>", "<p>e\u0301 é é</p>"],
    ["<p>x<!-- note --></p>", "<p>x</p>"],
    ["<ul> <li>a</li> <li>b</li> </ul>", "<ul><li>a<li>b</ul>"],
    ["<table><tr><td>a</table>", "<table><tbody><tr><td>a</td></tr></tbody></table>"],
    ["<p><b>a </b> b</p>", "<p><b>a </b>b</p>"],
  ])("one spelling of HTML: %j is the same as %j", (a, b) => {
    expect(canonicalHtml(a)).toBe(canonicalHtml(b));
  });

  it.each([
    ["a <strong>b</strong> c", "a<strong>b</strong>c"],
    ["a <strong>b</strong> c", "a <strong>b</strong>c"],
    ["<b>a</b>", "<strong>a</strong>"],
    ["<p>a</p>", "<p class=a>a</p>"],
    ["<p>a</p>", "<p>a</p><img src=a.jpg>"],
    ["<a href=/a>x</a>", "<a href=/b>x</a>"],
    ["&lt;b&gt;x&lt;/b&gt;", "<b>x</b>"],
    ["<p>a&nbsp;b</p>", "<p>a b</p>"],
    ["<pre>a  b</pre>", "<pre>a b</pre>"],
    ['<p title="a b=c">x</p>', '<p b="c" title="a">x</p>'],
    ["<p>One</p><p>Two</p>", "<p>One Two</p>"],
    ["a <img src=a.jpg> b", "a <img src=a.jpg>b"],
    ["<script>a</script>", "<script>b</script>"],
  ])("one spelling of HTML: %j is not the same as %j", (a, b) => {
    expect(canonicalHtml(a)).not.toBe(canonicalHtml(b));
  });
});

describe("parsed and written", () => {
  it.each([
    ['<p>a &lt;b&gt; <a href="/x?a=1&amp;b=&quot;2&quot;">c</a><br>d</p>', '<p>a &lt;b&gt; <a href="/x?a=1&amp;b=&quot;2&quot;">c</a><br>d</p>'],
    ["<p>One<ul><li>a</ul>", "<p>One</p><ul><li>a</li></ul>"],
    ["<IMG SRC=a.jpg ALT=''>", '<img src="a.jpg" alt="">'],
    ["<style></style><script>alert(1)</script>", "<style></style><script></script>"],
  ])("parsed and written: %s", (html, written) => {
    expect(serialiseHtml(parseHtml(html))).toBe(written);
  }); // biome-ignore format: a table
});

describe("a beginning that needs no parser", () => {
  const pieces = [
    "<p>", "</p>", '<p class="a">', '<div style="x:y">', "</div>", "<table>", "<tr>", "<td>", "</td>", "</table>", '<a href="/x">',
    "</a>", '<img src="a.jpg" alt="word">', '<meta charset="utf-8">', "<style>", "</style>", "<script>", "</script>", "<select>",
    "<option>", "</select>", '<iframe src="x">', "</iframe>", "<svg>", "</svg>", "&nbsp;", " ", "\n", "\u200b", "\u3164", "x", "Ä",
    "<!--", "-->", "<", "</", "<textarea>", "<title>", "</title>", "<template>", "</template>", "<dl>", "<dt>", "<hr>", "<br/>",
    "<noscript>", "</noscript>", "<col>", "<object>", "<plaintext>", "<h2>", "</h3>", "<li>", "\0",
  ]; // biome-ignore format: a list

  it("a beginning that needs no parser hides and shows the same words as a parser does", () => {
    let state = 1;
    const next = (below: number) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const told = { true: 0, false: 0 };
    for (let i = 0; i < 5_000; i++) {
      const html = Array.from({ length: 1 + next(8) }, () => pieces[next(pieces.length)]).join("");
      const visible = hasVisibleText(html);
      // A comment shows nothing, and is no beginning that does without a parser.
      expect([html, visible]).toEqual([html, hasVisibleText(`<!---->${html}`)]);
      told[`${visible}`]++;
    }
    expect(Math.min(told.true, told.false)).toBeGreaterThan(1_000);
  });
});

describe("hostile HTML", () => {
  const pieces = ["<br ", "<a on", '<p a="', `<p "'>'`, "<ul><li>", "<strong>", "<div>", "<b><p>", "<table>", "<table><td>", "<svg><p>", "<a><b><i>", "<!--", "</p>", "<p><b x>"];
  it.each(pieces)("100 kB of %s is read, compared and written without a crash and in no time", (piece) => {
    const html = `Linen ${piece.repeat(100_000 / piece.length)}`;
    const before = process.threadCpuUsage();
    expect(textOfHtml(html)).toContain("Linen");
    expect(hasVisibleText(html)).toBe(true);
    expect(canonicalHtml(html)).toContain("Linen");
    expect(tablesOf(html)).toBeDefined();
    expect(serialiseHtml(parseHtml(html))).toContain("Linen");
    // Nesting without a bound takes more than three seconds.
    expect(process.threadCpuUsage(before).user / 1_000).toBeLessThan(1_000);
  });

  it("100 kB of formatting that never ends, each of another kind, is read in no time", () => {
    const html = Array.from({ length: 8_000 }, (_, i) => `<p><b a=${i}>x`).join("");
    const before = process.threadCpuUsage();
    expect(textOfHtml(html)).toContain("x");
    expect(process.threadCpuUsage(before).user / 1_000).toBeLessThan(500);
  });
}); // biome-ignore format: a table
