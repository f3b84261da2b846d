import { describe, expect, it } from "vitest";
import { compareMarkup } from "../../../app/quality/translation/compare-markup.ts";

describe("a translation with the structure of its source", () => {
  it.each([
    ["<p>A <b>soft</b> shirt</p>", "<p>Ein <b>weiches</b> Hemd</p>"],
    // Languages order their words differently.
    ["<p><b>Soft</b> and <i>warm</i></p>", "<p><i>Warm</i> und <b>weich</b></p>"],
    ['<p>See <a href="/g" title="Guide">the guide</a></p>', '<p><a href="/g" title="Leitfaden">Leitfaden</a></p>'],
    ['<img src="a.jpg" alt="A shirt">', '<img src="a.jpg" alt="Ein Hemd">'],
    ["<ul><li>One</li><li>Two</li></ul>", "<ul><li>Eins</li><li>Zwei</li></ul>"],
    ["<p>L'été &amp; \"l'hiver\"</p>", "<p>Sommer &amp; „Winter“</p>"],
    ["Plain words", "Einfache Worte"],
    ['<p style="color: red; margin:0">A</p>', '<p style="margin: 0;color:red;">B</p>'],
    ['<p class="lead big">A</p>', '<p class="big  lead">B</p>'],
    ['<a rel="nofollow noopener" href="/a">x</a>', '<a href="/a" rel="noopener nofollow">y</a>'],
    ["<p>A <b></b>shirt</p>", "<p>Ein Hemd</p>"],
    ["<p>A shirt</p>", "<p>Ein <i> </i>Hemd<b><span></span></b></p>"],
    ["<p>A <b>soft</b> shirt</p>", "<p>Ein <strong>weiches</strong> Hemd</p>"],
    ["<p>A <em>soft</em> shirt</p>", "<p>Ein <i>weiches</i> Hemd</p>"],
    [
      '<p><a href="/a">Care</a> and <a href="/b">Guide</a></p>',
      '<p><a href="/b">Leitfaden</a> und <a href="/a">Pflege</a></p>',
    ],
    ['<p><a href="/a">Here</a>, <a href="/b">here</a></p>', '<p><a href="/b">Here</a>, <a href="/a">here</a></p>'],
  ])("%s = %s", (source, target) => {
    expect(compareMarkup(source, target)).toEqual([]);
  });

  it.each(["ja", "zh-TW", "ar", "ko"])("in %s words in bold stand for those in italics", (locale) => {
    expect(compareMarkup("<p><em>a</em> <b>b</b></p>", "<p><strong>a</strong> <strong>b</strong></p>", locale)).toEqual(
      [],
    );
    expect(compareMarkup("<p><em>a</em></p>", "<p><strong>a</strong></p>", "de")).toHaveLength(2);
  });
});

describe("a translation whose structure differs", () => {
  it.each([
    ["<p>A <b>soft</b> shirt</p>", "<p>Ein weiches Hemd</p>", [{ kind: "missing", tag: "<b>", count: 1 }]],
    ["<p>A</p>", "<p>A <b>a</b></p>", [{ kind: "added", tag: "<b>", count: 1 }]],
    ["<ul><li>1</li><li>2</li></ul>", "<ul><li>1</li></ul>", [{ kind: "missing", tag: "<li>", count: 1 }]],
    [
      '<a href="/a">x</a>',
      '<a href="/b">x</a>',
      [
        { kind: "missing", tag: '<a href="/a">', count: 1 },
        { kind: "added", tag: '<a href="/b">', count: 1 },
      ],
    ],
    ["<h2>A</h2><p>b</p>", "<p>b</p><h2>A</h2>", [{ kind: "order", tag: "<h2>" }]],
    ["<p>A</p><p>B</p>", "<p>A B</p>", [{ kind: "missing", tag: "<p>", count: 1 }]],
    ['<p style="color:red">A</p>', '<p style="color:blue">A</p>', [{ kind: "missing" }, { kind: "added" }]],
    [
      '<p><a href="/a">Nordwind</a> and <a href="/b">Aero</a></p>',
      '<p><a href="/b">Nordwind</a> und <a href="/a">Aero</a></p>',
      [{ kind: "order", tag: '<a href="/b">' }],
    ],
    ['<img src="a.jpg" alt="A shirt">', '<img src="a.jpg">', [{ kind: "missing" }, { kind: "added" }]],
    ['<img src="a.jpg" alt="A shirt">', '<img src="a.jpg" alt="">', [{ kind: "missing" }, { kind: "added" }]],
  ])("%s ≠ %s", (source, target, expected) => {
    expect(compareMarkup(source, target)).toMatchObject(expected);
  });
});
