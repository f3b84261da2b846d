import { AppProvider } from "@shopify/polaris";
import en from "@shopify/polaris/locales/en.json" with { type: "json" };
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { formatsOf } from "../../app/i18n/formats.ts";
import { english } from "../../app/i18n/words-of.server.ts";
import { lossesOf } from "../../app/lib/html/losses-of-html.ts";
import { describeDiff, diffBodies } from "../../app/ui/diff-words.ts";
import { Losses } from "../../app/ui/losses.tsx";
import {
  formattingSentence,
  lossName,
  lossSentence,
  lostBySaving,
  markupChange,
  noChange,
} from "../../app/ui/what-is-lost.ts";

const t = (await english()).getFixedT("en", "texts");
const formats = formatsOf("en");
const type = { kind: "html" } as const;
const lamp = "<p>A lamp.</p>";

describe("what a new text would drop", () => {
  it.each([
    ["a picture", `${lamp}<img src="https://x.example/chart.png?v=1" alt="Size chart">`, "1 image", "Image: Size chart"],
    ["a picture without a name", `${lamp}<img src="/chart.png?v=1">`, "1 image", "Image: chart.png"],
    ["a player", `${lamp}<iframe src="https://www.youtube.com/embed/x" title="Set-up"></iframe>`, "1 video", "Video: Set-up"],
    ["a video", `${lamp}<video><source src="https://x.example/a.mp4"></video>`, "1 video", "Video: https://x.example/a.mp4"],
    ["a link", '<p>A <a href="/pages/care">lamp</a>.</p>', "1 link", "Link: lamp"],
    ["bold words", "<p>A <b>lamp</b>.</p>", "1 bold passage", "Bold passage: lamp"],
    ["a heading", "<h3>A lamp.</h3>", "1 heading", "Heading: A lamp."],
    ["a list", "<ul><li>A lamp.</li></ul>", "1 list", "List: A lamp."],
    ["a table", "<table><tr><td>A</td><td>lamp.</td></tr></table>", "1 table", "Table: A lamp."],
  ])("is shown by name: %s", (_what, live, count, name) => {
    const { losses, differs } = markupChange(type, live, lamp);
    expect(lossSentence(t, formats, losses)).toBe(`The new text drops ${count}.`);
    expect(losses.map((loss) => lossName(t, loss))).toEqual([name]);
    expect(differs).toBe(true);
    const sentence = describeDiff(t, diffBodies(type, live, lamp), differs);
    expect(sentence).not.toBe("The texts are the same.");
  }); // biome-ignore format: a table

  it("is counted together, and not what another of its kind replaces", () => {
    const live = `<h2>Old</h2><p><b>Soft</b></p><img src="//x.example/a.jpg"><img src="//x.example/b.jpg"><iframe src="https://player.vimeo.com/1"></iframe>`;
    const losses = lossesOf(live, '<h2>New</h2><p><strong>Light</strong></p><img src="//x.example/b.jpg">');
    expect(lossSentence(t, formats, losses)).toBe("The new text drops 1 image and 1 video.");
  });

  it("is nothing where only the spelling differs", () => {
    expect(markupChange(type, "<P>A &amp; B", "<p>A &amp; B</p>")).toEqual(noChange);
    expect(markupChange({ kind: "text" }, "A <b>", "A")).toEqual(noChange);
  });

  it("is shown with its picture, and with nothing that acts", () => {
    const losses = lossesOf(
      '<img src="https://x.example/a.jpg" alt="Chart" onerror=x><img src="javascript:x" alt="<b>">',
      "",
    );
    const html = renderToStaticMarkup(
      <AppProvider i18n={en}>
        <Losses change={{ losses, formatting: noChange.formatting }} />
      </AppProvider>,
    );
    expect(html).toContain("The new text drops 2 images.");
    expect(html).toContain(
      '<img class="sw-thumb" src="https://x.example/a.jpg" alt="" loading="lazy"/><span dir="auto">Image: Chart',
    );
    expect(html).not.toMatch(/javascript|onerror|<b>/);
  });
});

describe("a picture is the same", () => {
  const shop = "//shop.example/cdn/shop/files/chart";
  it.each([
    ["with another version", `${shop}.png?v=1`, `${shop}.png?v=2`],
    ["without its version", `${shop}.png?v=1`, `${shop}.png`],
    ["in a width", `${shop}.png?v=1`, `${shop}.png?v=1&width=480`],
    ["with a size in its name", `${shop}.png?v=1`, `${shop}_200x.png?v=1`],
    ["with another size in its name", `${shop}_x480.png`, `${shop}_grande.png`],
    ["cut and for dense screens", `${shop}.jpg`, `${shop}_100x100_crop_center@2x.progressive.jpg`],
    ["by another scheme", `https:${shop}.png`, `${shop}.png`],
    ["on Shopify's own host", `${shop}.png`, "https://cdn.shopify.com/s/files/1/0123/4567/8901/files/chart.png?v=3"],
    ["on another host", "https://x.example/chart.png?v=1", "https://x.example/chart_400x400.png?v=7"],
  ])("as the one of before when it comes %s", (_what, before, after) => {
    expect(lossesOf(`<img src="${before}">`, `<p>A</p><img src="${after}">`)).toEqual([]);
  });

  it.each([
    ["another file", `${shop}.png`, `${shop}s.png`],
    ["a file with a number", `${shop}_1.png`, `${shop}_2.png`],
    ["a file of another kind", `${shop}.png`, `${shop}.jpg`],
    ["what another host gives by number", "https://x.example/i?id=1&v=1", "https://x.example/i?id=2&v=1"],
    ["another folder's file", "https://x.example/a/chart.png", "https://x.example/b/chart.png"],
  ])("but not when it comes as %s", (_what, before, after) => {
    expect(lossesOf(`<img src="${before}">`, `<p>A</p><img src="${after}">`)).toHaveLength(1);
  });

  it("for one picture each: of two sizes that were two files, one that goes away is shown", () => {
    const before = `<img src="${shop}_small.png"><img src="${shop}_large.png"><img src="${shop}_small.png">`;
    expect(lossesOf(before, `<img src="${shop}_small.png">`)).toHaveLength(1);
    expect(lossesOf(before, `<img src="${shop}.png?v=2">`)).toHaveLength(1);
    expect(lossesOf(before, `<img src="${shop}_small.png?v=2"><img src="${shop}_large.png?v=2">`)).toEqual([]);
  });
});

describe("formatting that a text loses", () => {
  const live =
    '<p style="color:red" class="big soft">A <span style="font-size:20px">lamp</span>.</p><h3 id="care" align="center">Care</h3>';

  it("is shown in one line, for a model's text and a person's", () => {
    const sentence = "Formatting of the live text is lost: 3 styles, 2 classes, and 1 anchor (id).";
    const said = ({ formatting }: ReturnType<typeof lostBySaving>) => formattingSentence(t, formats, formatting);
    expect(said(markupChange(type, live, "<p>A lamp.</p><h3>Care</h3>"))).toBe(sentence);
    expect(lostBySaving(type, live, live).losses).toEqual([]);
    expect(said(lostBySaving(type, live, live))).toBe(sentence);
    expect(said(lostBySaving(type, '<p class="x">A</p>', "<p>A</p>"))).toBe(
      "Formatting of the live text is lost: 1 class.",
    );
  });

  it("is nothing where there is none, or where it stays", () => {
    expect(lostBySaving(type, "<p>My style = calm, class = A.</p>", "<p>My style</p>")).toEqual({
      losses: [],
      formatting: new Map(),
    });
    expect(markupChange(type, live, live).formatting).toEqual(new Map());
    expect(lostBySaving({ kind: "text" }, live, "")).toEqual(noChange);
  });

  it("is shown with what else a person's edit takes away, as it will be saved", () => {
    const form = '<p>A lamp.</p><form action="/x"><a href="/a">More</a></form><img src="javascript:x">';
    expect(lossSentence(t, formats, lostBySaving(type, form, form).losses)).toBe("The new text drops 1 image.");
  });
});
