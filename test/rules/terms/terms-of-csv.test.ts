import { describe, expect, it } from "vitest";
import type { LocaleTerm } from "../../../app/rules/terms/locale-term.ts";
import { takenTerms, termsOfCsv } from "../../../app/rules/terms/terms-of-csv.ts";

const locales = ["de", "fr", "ja", "ar", "pt-BR", "zh-TW"];
const head = "source,locale,target,kind,note";
const read = (...lines: string[]) => termsOfCsv([head, ...lines].join("\r\n"), locales);
const problemsOf = (...lines: string[]) => {
  const found = read(...lines);
  return "problems" in found ? found.problems : [];
};
const forced = (source: string, target: string, note = ""): LocaleTerm => ({ source, target, kind: "forced", note });

describe("a file of terms", () => {
  it("is read with any divider, order of columns, mark at its beginning and spelling of a language", () => {
    const expected = { byLocale: new Map([["pt-BR", [forced("pan; pot", 'a "frigideira"', "two\nlines")]]]) };
    const cells = '"pan; pot",pt_br,"a ""frigideira""",FORCED,"two\nlines"';
    const found = read(cells);
    expect(found).toEqual({ byLocale: new Map([["pt-BR", [forced("pan; pot", 'a "frigideira"', "two lines")]]]) });
    const other = `\ufeffkind;note;Target;LOCALE;source\nforced;;"a ""frigideira""";pt-BR;"pan; pot"\n`;
    expect(termsOfCsv(other, locales)).toEqual({
      byLocale: new Map([["pt-BR", [{ ...forced("pan; pot", 'a "frigideira"') }]]]),
    });
    expect(expected.byLocale.size).toBe(1);
  });

  it("gives back what a spreadsheet was kept from taking for a formula", () => {
    const found = read("'=1+1,de,'+49,forced,'@anna");
    expect("byLocale" in found && found.byLocale.get("de")).toEqual([forced("=1+1", "+49", "@anna")]);
  });

  it("tells every wrong line by its number, and gives no terms then", () => {
    expect(
      problemsOf(
        "pan,de,Pfanne,forced,",
        "pan,it,padella,forced,",
        "pan,fr,poêle,must,",
        ",ja,鍋,forced,",
        "pan,ar,,forced,",
        '"a\nb",zh-TW,!!,forced,',
        `${"x".repeat(101)},de,y,forced,`,
      ),
    ).toEqual([
      { code: "locale_unknown", line: 3, locale: "it" },
      { code: "kind_unknown", line: 4, written: "must" },
      { code: "term_wrong", line: 5, problem: { code: "source_missing", row: 1 } },
      { code: "term_wrong", line: 6, problem: { code: "target_missing", row: 1 } },
      { code: "term_wrong", line: 7, problem: { code: "without_letters", row: 1 } },
      { code: "term_wrong", line: 9, problem: { code: "words_too_long", row: 1, limit: 100 } },
    ]);
  });

  it("tells what two lines say of each other", () => {
    const twice = { code: "term_given_twice", word: "PAN", rows: [2, 4] };
    expect(problemsOf("pan,de,Pfanne,forced,", "", "PAN,de,Topf,forced,")).toEqual([
      { code: "term_wrong", line: 4, problem: twice },
    ]);
    const both = { code: "term_forbidden_and_asked_for", word: "pfanne", row: 3, other: 2 };
    expect(problemsOf("pan,de,Pfanne,forced,", ",de,pfanne,forbidden,")).toEqual([
      { code: "term_wrong", line: 3, problem: both },
    ]);
  });

  it.each([
    ["", { code: "columns_missing", columns: ["source", "locale", "target"] }],
    ["locale,target\nde,b", { code: "columns_missing", columns: ["source"] }],
    ["source,target\na,b", { code: "language_missing" }],
    ["pan,Pfanne\nlid,Deckel", { code: "language_missing" }],
    ["en,it\npan,padella", { code: "locale_unknown", line: 1, locale: "it" }],
    ["en,de\npan,", { code: "no_terms" }],
    [head, { code: "no_terms" }],
    [`${head}\na,de,"b,forced\n`, { code: "quote_not_closed", line: 2 }],
  ])("is none: %j", (file, problem) => {
    expect(termsOfCsv(file, locales)).toEqual({ problems: [problem] });
  });

  it.each([
    ["its languages as columns", "en,de,fr,Notes\ncast iron,Gusseisen,fonte,heavy\nlid,,couvercle,", ["de", "fr"]],
    ["names of languages", "English,German\ncast iron,Gusseisen", ["de"]],
    ["codes of regions", "en_US;de-DE;pt\ncast iron;Gusseisen;ferro fundido", ["de", "pt-BR"]],
    ["another program's columns", "Term,Target Language,Translation,Comment\ncast iron,de,Gusseisen,heavy", ["de"]],
    ["numbers of its rows, which are of no language", "id,no,en,de\n17,1,cast iron,Gusseisen", ["de"]],
  ])("may have %s, and no column of kinds", (_what, file, languages) => {
    const found = termsOfCsv(file, locales);
    if ("problems" in found) throw new Error(JSON.stringify(found.problems));
    expect([...found.byLocale.keys()]).toEqual(languages);
    expect(found.byLocale.get("de")).toMatchObject([{ source: "cast iron", target: "Gusseisen", kind: "forced" }]);
  });

  it("may be two columns of a shop's two languages, with or without a head", () => {
    const terms = { byLocale: new Map([["de", [forced("pan", "Pfanne"), forced("lid", "Deckel")]]]) };
    expect(termsOfCsv("pan,Pfanne\nlid,Deckel", ["de"])).toEqual(terms);
    expect(termsOfCsv("Source,Target\npan,Pfanne\nlid,Deckel", ["de"])).toEqual(terms);
    expect(termsOfCsv("fr\tde\npan\tPfanne\nlid\tDeckel", ["de"], "fr")).toEqual(terms);
  });

  it("tells at most twenty problems", () => {
    expect(problemsOf(...Array.from({ length: 50 }, () => "a,xx,b,forced,"))).toHaveLength(20);
  });
});

describe("taking a file", () => {
  const held = new Map([
    ["de", [forced("pan", "Pfanne"), forced("lid", "Deckel")]],
    ["fr", [forced("pan", "poêle")]],
  ]);
  const file = new Map([["de", [forced("Pan", "Bratpfanne"), forced("handle", "Griff"), forced("lid", "Deckel")]]]);

  it("beside what is there takes the place of what has the same words, and leaves the rest", () => {
    expect(takenTerms({ held, file }, "merge")).toEqual({
      byLocale: { de: [forced("Pan", "Bratpfanne"), forced("lid", "Deckel"), forced("handle", "Griff")] },
      changes: { added: 1, changed: 1, removed: 0, unchanged: 1 },
    });
  });

  it("in its place takes away what the file does not name, in its languages alone", () => {
    const less = new Map([["de", [forced("lid", "Deckel", "new")]]]);
    expect(takenTerms({ held, file: less }, "replace")).toEqual({
      byLocale: { de: [forced("lid", "Deckel", "new")] },
      changes: { added: 0, changed: 1, removed: 1, unchanged: 0 },
    });
  });
});
