import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Phrase } from "../../app/ui/phrase.tsx";

const drawn = (text: string) =>
  renderToStaticMarkup(<Phrase text={text} parts={{ when: <time>now</time>, rules: <a href="/rules">other</a> }} />);

describe("a sentence with elements in it", () => {
  it.each([
    ["<when/> by you", "<time>now</time> by you"],
    ["Set in <rules>Rules</rules>, <when/>.", 'Set in <a href="/rules">Rules</a>, <time>now</time>.'],
    ["No element at all", "No element at all"],
    ["", ""],
  ])("draws %j", (text, html) => {
    expect(drawn(text)).toBe(html);
  });

  it("shows what is no element of it as text, so that a product's own name cannot bring one in", () => {
    expect(drawn("a < b, <b>c</b> and <script/>")).toBe("a &lt; b, &lt;b&gt;c&lt;/b&gt; and &lt;script/&gt;");
  });
});
