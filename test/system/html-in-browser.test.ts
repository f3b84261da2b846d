import { build } from "vite";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readFragment } from "../../app/lib/html/fragment.ts";
import { startBrowser } from "../support/browser.ts";

/** What the browser's own parser makes of HTML, in the tree that the server has of it: pages that differ are drawn anew. */
let browser: Awaited<ReturnType<typeof startBrowser>>;
let page: Awaited<ReturnType<typeof browser.newPage>>;

beforeAll(async () => {
  const built = await build({
    configFile: false,
    logLevel: "silent",
    build: {
      write: false,
      minify: false,
      lib: { entry: "app/lib/html/fragment-in-browser.ts", formats: ["iife"], name: "fragments" },
    },
  });
  const [first] = [built].flat();
  if (!first || !("output" in first)) throw new Error("nothing was built");
  browser = await startBrowser();
  page = await browser.newPage();
  await page.addScriptTag({ content: first.output[0].code });
});
afterAll(() => browser?.close());

const table = "<table><caption>Sizes</caption><tr><th>S<td>90 cm<td>loose words</table>";
const samples = [
  "<p>One<p>Two &amp; three&nbsp;<b>bold <i>both</b> italic</i> 5 < 6 & <30 dB &copy &nope; &uuml;&#x1F382;&#0;&#x80;",
  "a<!-- x -->b<!-- y -->", "One\r\nTwo\rThree\0four", "<ul><li>One<li>Two<ul><li>Three</ul></ul></p></br>",
  table, `<table>words<tr><td>a<p>b</table>`, "<table><tr><td><table><tr><td>in</table>out</table>", "<td>loose</td>",
  '<a href="/x" HREF="/y" title=\'a"b\' data-x>link <a href=z>two</a>', "<img src=a.jpg alt><img src='x' onerror='document.title=1'>",
  "<script>document.title = 'ran'</script><style>p{color:red}</style>after", "<template><p>in</p></template>out",
  "<noscript><p>no script</p></noscript>after", "<noscript></noscript>", "<textarea>\n<b>x</b></textarea><title>t</title>",
  "<svg viewBox='0 0 1 1'><foreignObject><p>x</p></foreignObject><path xlink:href='#a' /></svg>", "<math><mi>x</mi></math>",
  "<iframe src=x><p>frame</p></iframe><video><p>none</p></video>", "<pre>\n\n  kept</pre>", "<h1>One<h2>Two", "<x-y A=1>own</x-y>",
  "<form><form><input><button>b<button>c", "<svg><p>breaks out</p></svg>", "<b><p>1<p>2</b>3", `${"<span>".repeat(150)}deep`,
  "<div><p>x</div></p>y", "</p>", "<p", "<p title=", "<!doctype html><html><body class=x><p>page</p></body></html>",
  `<p>${"long words ".repeat(20_000)}</p>`, "<p>𝒳 é e\u0301 ﷺ \u2028</p>", "&lt;b&gt;&amp;lt;", "<a<b>c", "<center><font color=red>old</font></center>",
  "<style><!-- </style> -->x", "<p>a</p>\n<p>b</p>", "<dl><dt>Weight<dd>240 g<dt>Fit<dd>Loose</dl>", "<br/><hr/>x", "<select><option>S<option>M</select>",
]; // biome-ignore format: a list

/** The same ones each time: pieces of markup in an order that no person writes. */
function jumbled(count: number): string[] {
  const pieces = ["<p>", "</p>", "<b>", "</b>", "<i>", "</i>", "<table>", "<tr>", "<td>", "</table>", "<ul>", "<li>", "</ul>", "<a href=x>", "</a>", "<div>", "</div>", "<h2>", "word ", "&amp;", "<br>", "<!--c-->"]; // biome-ignore format: a list
  let seed = 7;
  const next = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed;
  };
  return Array.from({ length: count }, () =>
    Array.from({ length: 3 + (next() % 25) }, () => pieces[(next() >> 8) % pieces.length]).join(""),
  );
}

it("reads HTML in the browser as on the server, runs nothing of it, and gives up on the same depth", async () => {
  const all = [...samples, ...jumbled(400)];
  const read = (await page.evaluate(
    (list) => list.map((html) => JSON.stringify(window.fragments.readFragment(html))),
    all,
  )) as string[];
  for (const [at, html] of all.entries()) {
    expect([html.slice(0, 300), JSON.parse(read[at] ?? "null")]).toEqual([
      html.slice(0, 300),
      JSON.parse(JSON.stringify(readFragment(html))),
    ]);
  }
  expect(await page.title()).toBe("");
  for (const html of ["<div>".repeat(250), "<b></b>".repeat(50_001)]) {
    expect(() => readFragment(html)).toThrow();
    await expect(page.evaluate((deep) => void window.fragments.readFragment(deep), html)).rejects.toThrow();
  }
});

declare global {
  interface Window {
    /** what the page was given to try */
    fragments: { readFragment(html: string): unknown };
  }
}
