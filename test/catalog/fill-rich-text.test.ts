import { describe, expect, it } from "vitest";
import { htmlOfRichText, richTextOf } from "../../app/catalog/rich-text.ts";
import { createRandom, type Random } from "../../sandbox/shared/random.ts";

interface Node {
  type: string;
  value?: string;
  children?: Node[];
  [other: string]: unknown;
}

const text = (value: string, look: object = {}): Node => ({ type: "text", value, ...look });
const paragraph = (...children: Node[]): Node => ({ type: "paragraph", children });
const link = (url: string, ...children: Node[]): Node => ({
  type: "link",
  url,
  title: null,
  target: "_blank",
  children,
});
const item = (...children: Node[]): Node => ({ type: "list-item", children });
const list = (...children: Node[]): Node => ({ listType: "unordered", type: "list", children });
const root = (...children: Node[]): Node => ({ type: "root", children });

/** The value after its HTML was changed by somebody who translates. */
function filled(tree: Node, change: (html: string) => string): Node {
  const value = JSON.stringify(tree);
  return JSON.parse(richTextOf(change(htmlOfRichText(value) ?? ""), value)) as Node;
}

describe("a translation of rich text", () => {
  it("has the blank lines, nested lists, spaces and link attributes of its source", () => {
    const tree = (care: string, read: string, inner: string): Node =>
      root(
        paragraph(text(`${care}  `)),
        paragraph(text("")),
        paragraph(text("\u00a0")),
        paragraph(text("40  °C "), link("/pages/care", text(read)), text("")),
        list(item(text("one"), list(item(text(inner)))), list(item(text("two")))),
      );
    const made = filled(tree("Care", "read", "inner"), (html) =>
      html.replace("Care", "Pflege").replace("read", "lesen").replace("inner", "innen"),
    );
    expect(made).toEqual(tree("Pflege", "lesen", "innen"));
  });

  it("keeps how its source is written to the byte where no word changed", () => {
    const value =
      '{ "type":"root", "x-own":1, "children":[{"children":[{"value":"caf\\u00e9","type":"text"}],"type":"paragraph"}] }';
    expect(richTextOf(htmlOfRichText(value) ?? "", value)).toBe(value);
  });

  it("may put emphasis and links of a sentence in another order, with the attributes that they have", () => {
    const source = root(
      paragraph(
        text("See "),
        link("/care", text("the guide")),
        text(" before "),
        text("washing", { bold: true }),
        text(". "),
      ),
    );
    const made = filled(
      source,
      () => '<p><strong>Vor dem Waschen</strong> die <a href="/care">Anleitung</a> lesen.</p>',
    );
    expect(made).toEqual(
      root(
        paragraph(
          text("Vor dem Waschen", { bold: true }),
          text(" die "),
          link("/care", text("Anleitung")),
          text(" lesen. "),
        ),
      ),
    );
  });

  it("keeps a link in one piece whose words have several looks", () => {
    const source = root(paragraph(text("Go "), link("/a", text("to "), text("us", { italic: true }))));
    const made = filled(source, () => '<p><a href="/a"><em>Uns</em> besuchen</a></p>');
    expect(made).toEqual(root(paragraph(link("/a", text("Uns", { italic: true }), text(" besuchen")))));
  });

  it("tells two links with one address apart", () => {
    const source = root(paragraph(link("/a", text("one")), link("/a", text("two"))));
    expect(filled(source, (html) => html.replace("two", "zwei"))).toEqual(
      root(paragraph(link("/a", text("one")), link("/a", text("zwei")))),
    );
  });

  it("has the translated title of a link that has one, and no link to a script", () => {
    const titled = (title: string, words: string) => root(paragraph({ ...link("/a", text(words)), title }));
    const html = (value: Node) => htmlOfRichText(JSON.stringify(value)) ?? "";
    expect(filled(titled("Guide", "read"), () => html(titled("Anleitung", "lesen")))).toEqual(
      titled("Anleitung", "lesen"),
    );
    const made = filled(root(paragraph(text("a"))), () => '<p>a <a href="javascript:alert(1)">b</a></p>');
    expect(JSON.stringify(made)).not.toContain("script");
  });

  it("is laid out like its source, however its HTML is", () => {
    const source = root(paragraph(text("one\ntwo")), list(item(text("three"))));
    expect(filled(source, () => "<p>\n  eins<br>\n  zwei\n</p>\n<ul>\n  <li>\n drei </li>\n</ul>")).toEqual(
      root(paragraph(text("eins\nzwei")), list(item(text("drei")))),
    );
  });

  it("is built anew where its blocks are others", () => {
    const source = root(paragraph(text("one")), paragraph(text("two")));
    expect(filled(source, () => "<p>eins zwei</p>")).toEqual(root(paragraph(text("eins zwei"))));
    expect(filled(source, () => "<h2>eins</h2><p>zwei</p>").children?.map(({ type }) => type)).toEqual([
      "heading",
      "paragraph",
    ]);
  });

  it("of any tree is that tree where nothing changed, and but for the words that did", () => {
    for (let seed = 1; seed <= 400; seed++) {
      const random = createRandom(seed);
      const tree = root(...many(random, () => randomBlock(random, 0)));
      const value = JSON.stringify(tree);
      const html = htmlOfRichText(value);
      if (html === null) continue;
      expect(richTextOf(html, value), `seed ${seed}`).toBe(value);
      const leaves = wordsOf(tree).filter(() => random.chance(0.5));
      for (const leaf of leaves)
        leaf.value = `${/^\s*/.exec(leaf.value ?? "")?.[0]}Größe${/\s*$/.exec(leaf.value ?? "")?.[0]}`;
      const translated = htmlOfRichText(JSON.stringify(tree)) ?? "";
      expect(JSON.parse(richTextOf(translated, value)), `seed ${seed}`).toEqual(tree);
    }
  });
});

function many<T>(random: Random, make: () => T): T[] {
  return Array.from({ length: random.int(0, 4) }, make);
}

const words = ["Wash cold.", " two  spaces ", "line\nbreak", "A & <b>", "", " ", "\u00a0", "日本語"];

function randomBlock(random: Random, depth: number): Node {
  const kind = random.pick(["paragraph", "heading", "list"]);
  if (kind === "list") return randomList(random, depth);
  const children = randomWords(random);
  return kind === "heading" ? { type: kind, level: random.int(1, 6), children } : { type: kind, children };
}

function randomList(random: Random, depth: number): Node {
  const entries = many(random, () => {
    const inner = depth < 3 && random.chance(0.3) ? [randomList(random, depth + 1)] : [];
    return item(...randomWords(random), ...inner);
  });
  const inner = depth < 3 && random.chance(0.2) ? [randomList(random, depth + 1)] : [];
  return { ...list(...entries, ...inner), listType: random.pick(["ordered", "unordered"]) };
}

/** Words beside each other have different looks: those of one look are one word to whoever reads them. */
function randomWords(random: Random): Node[] {
  const looks: object[] = [{}, { bold: true }, { italic: true }, { bold: true, italic: true }];
  let last = -1;
  return many(random, () => random.int(0, 4)).flatMap((kind): Node[] => {
    const word = kind === last ? "" : random.pick(words);
    if (word !== "") last = kind;
    return [
      kind === 4 ? { ...link("/x?a=1&b=2", text(word)), title: random.pick([null, "T", ""]) } : text(word, looks[kind]),
    ];
  });
}

/** The leaves that show words. */
function wordsOf({ children = [] }: Node): Node[] {
  return children.flatMap((child) =>
    child.type !== "text" ? wordsOf(child) : /\p{L}/u.test(child.value ?? "") ? [child] : [],
  );
}
