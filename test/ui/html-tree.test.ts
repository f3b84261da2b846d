import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { textOfHtml } from "../../app/lib/html/text-of-html.ts";
import { HtmlView } from "../../app/ui/html-view.tsx";

const shown = (html: string) =>
  renderToStaticMarkup(createElement(HtmlView, { html }))
    .replace(/^<div[^>]*>/, "")
    .replace(/<\/div>$/, "");

describe("a preview of a description", () => {
  it.each([
    ["<p onclick=alert(1)>Hi</p>", "<p>Hi</p>"],
    ["<script>alert(1)</script>Hi", "Hi"],
    ["<img src=x onerror=alert(1)>Hi", "Hi"],
    ['<a href="javascript:alert(1)">Hi</a>', "Hi"],
    ["<svg><script>alert(1)</script></svg>Hi", "Hi"],
    ["<style>p{color:red}</style>Hi", "Hi"],
    ["<iframe srcdoc='<script>1</script>'></iframe>Hi", "Hi"],
    ["<!-- <script>1</script> -->Hi", "Hi"],
    ['<p title="<script>alert(1)</script>">Hi</p>', "<p>Hi</p>"],
    ["<p style='position:fixed'>Hi</p>", "<p>Hi</p>"],
    [
      '<img src="https://cdn.shopify.com/a.jpg" alt="Chart" onerror=x>Hi',
      '<img class="sw-thumb" src="https://cdn.shopify.com/a.jpg" alt="Chart" loading="lazy"/>Hi',
    ],
    ["<iframe src='https://www.youtube.com/embed/x' onload=y></iframe>Hi", "<em>▶ Video</em>Hi"],
    ["&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;script&gt;alert(1)&lt;/script&gt;"],
    ["<scr<script>ipt>alert(1)</script>", " ipt&gt;alert(1) "],
    ["<p>Hi<script>alert(1)", "<p>Hi</p>"],
  ])("shows %s without anything that acts", (html, expected) => {
    expect(shown(html)).toBe(expected);
  });

  it.each([
    ["<p>One<p>Two", "<p>One</p><p>Two</p>"],
    ["<p>One<ul><li>a<li>b</ul>", "<p>One</p><ul><li>a</li><li>b</li></ul>"],
    ["<b><i>x</b>y</i>", "<b><i>x</i></b><i>y</i>"],
    ["</p>x</div>", "<p></p>x"],
    ["<h1>Big</h1><h2>Small</h2>", "<h3>Big</h3><h3>Small</h3>"],
    ["a<br>b<br/>c", "a<br/>b<br/>c"],
    ["<ul><li><p>a</p></li><li>b</li></ul>", "<ul><li><p>a</p></li><li>b</li></ul>"],
    ["<table><tr><td>a</td><td>b</td></tr></table>", "<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>"],
    ["1 < 2 & 3 > 2", "1 &lt; 2 &amp; 3 &gt; 2"],
  ])("makes valid nesting of %s", (html, expected) => {
    expect(shown(html)).toBe(expected);
  });
});

describe("hostile HTML", () => {
  const hostile: [string, string][] = [
    ["unfinished breaks", "<br "],
    ["unfinished links", "<a on"],
    ["open quotes", '<p a="'],
    ["odd quotes", `<p "'>'`],
    ["lists in lists", "<ul><li>"],
    ["bold in bold", "<strong>"],
    ["boxes in boxes", "<div>"],
  ];
  it.each(hostile)("100 kB of %s is read without a crash and in no time", (_what, piece) => {
    const before = process.threadCpuUsage();
    const html = piece.repeat(100_000 / piece.length);
    expect(textOfHtml(`Linen ${html}`)).toContain("Linen");
    expect(shown(`Linen ${html}`)).toContain("Linen");
    // A quadratic pattern takes more than three seconds.
    expect(process.threadCpuUsage(before).user / 1_000).toBeLessThan(1_500);
  });
});
