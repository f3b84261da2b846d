import { AppProvider } from "@shopify/polaris";
import en from "@shopify/polaris/locales/en.json" with { type: "json" };
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { lossesOf } from "../../app/lib/html/losses-of-html.ts";
import { describeDiff, diffBodies } from "../../app/ui/diff-words.ts";
import { Losses } from "../../app/ui/losses.tsx";
import { lossName, lossSentence, markupChange } from "../../app/ui/what-is-lost.ts";

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
  ])("is told by name: %s", (_what, live, count, name) => {
    const { losses, differs } = markupChange(type, live, lamp);
    expect(lossSentence(losses)).toBe(`The new text drops ${count}.`);
    expect(losses.map(lossName)).toEqual([name]);
    expect(differs).toBe(true);
    const sentence = describeDiff(diffBodies(type, live, lamp), differs);
    expect(sentence).not.toBe("The texts are the same.");
  }); // biome-ignore format: a table

  it("is counted together, and not what another of its kind replaces", () => {
    const live = `<h2>Old</h2><p><b>Soft</b></p><img src="//x.example/a.jpg"><img src="//x.example/b.jpg"><iframe src="https://player.vimeo.com/1"></iframe>`;
    const losses = lossesOf(live, '<h2>New</h2><p><strong>Light</strong></p><img src="//x.example/b.jpg">');
    expect(lossSentence(losses)).toBe("The new text drops 1 image and 1 video.");
  });

  it("is nothing where only the spelling differs", () => {
    expect(markupChange(type, "<P>A &amp; B", "<p>A &amp; B</p>")).toEqual({ losses: [], differs: false });
    expect(markupChange({ kind: "text" }, "A <b>", "A")).toEqual({ losses: [], differs: false });
  });

  it("is shown with its picture, and with nothing that acts", () => {
    const losses = lossesOf(
      '<img src="https://x.example/a.jpg" alt="Chart" onerror=x><img src="javascript:x" alt="<b>">',
      "",
    );
    const html = renderToStaticMarkup(
      <AppProvider i18n={en}>
        <Losses losses={losses} />
      </AppProvider>,
    );
    expect(html).toContain("The new text drops 2 images.");
    expect(html).toContain(
      '<img class="sw-thumb" src="https://x.example/a.jpg" alt="" loading="lazy"/><span dir="auto">Image: Chart',
    );
    expect(html).not.toMatch(/javascript|onerror|<b>/);
  });
});
