import { describe, expect, it } from "vitest";
import { marksOf } from "../../../app/quality/near-duplicates/text-marks.ts";
import { profileOf, resemblanceOf } from "../../../app/quality/near-duplicates/text-profile.ts";
import { slotNamed } from "../../../app/texts/slot.ts";
import { storeTarget } from "../../../app/texts/target.ts";

const words = Array.from({ length: 2_000 }, (_, n) => `w${(n * 7_919) % 100_003}`);
const textOf = (from: number, count: number) => words.slice(from, from + count).join(" ");
const scope = { shop: "demo.myshopify.com", target: storeTarget("en"), slot: slotNamed("desc") };
const resembles = (a: string, b: string) => resemblanceOf(profileOf(a), profileOf(b));

describe("profileOf and resemblanceOf", () => {
  it("take texts for the same that differ in case, punctuation and spacing only", () => {
    expect(resembles("A shirt, of WASHED linen!", "a shirt of washed – linen")).toBe(1);
    expect(resembles("Ein Hemd aus „Leinen“ für heiße Tage", "ein hemd aus leinen für heiße tage")).toBe(1);
    expect(resembles("Ｗashed　linen", "washed linen")).toBe(1);
  });

  it("differ when the words are in another order", () => {
    expect(resembles("the chair beside the table", "the table beside the chair")).toBeLessThan(0.5);
  });

  it("count what two texts share of their runs of three words", () => {
    const one = textOf(0, 100);
    const other = [...words.slice(0, 50), "otherwise", ...words.slice(51, 100)].join(" ");
    expect(resembles(one, other)).toBeCloseTo(95 / 101, 5);
    expect(resembles(one, textOf(500, 100))).toBe(0);
  });

  it("read scripts without spaces character by character", () => {
    const text = "このシャツは洗いざらしのリネンで作られています。暑い日にも涼しく着られます。";
    expect(profileOf(text).words).toBeGreaterThan(30);
    expect(resembles(text, text.replace("暑い日", "寒い日"))).toBeGreaterThan(0.75);
    expect(profileOf("เสื้อเชิ้ตผ้าลินินสำหรับวันที่อากาศร้อน").words).toBeGreaterThan(20);
  });
});

describe("marksOf", () => {
  it("gives texts that share 85 % of their runs of words a key in common 97 times of 100", () => {
    let found = 0;
    for (let n = 0; n < 300; n++) {
      const from = (n * 5) % 1_800;
      const one = words.slice(from, from + 100);
      // Three words of a hundred replaced: 9 of 98 runs differ on either side, 89 of 107 are shared.
      const other = one.map((word, i) => (i % 30 === 12 ? `x${n}${i}` : word));
      const [a, b] = [one, other].map((list) => marksOf(scope, profileOf(list.join(" ")), true).bands ?? []);
      if (a?.some((key, i) => key === b?.[i])) found++;
    }
    expect(found).toBeGreaterThanOrEqual(291);
  });

  it("gives texts that have nothing in common no key in common, nor the same text of another shop, target or slot", () => {
    const profile = profileOf(textOf(0, 100));
    const marks = marksOf(scope, profile, true);
    const others = [
      marksOf(scope, profileOf(textOf(300, 100)), true),
      marksOf({ ...scope, shop: "second.myshopify.com" }, profile, true),
      marksOf({ ...scope, target: storeTarget("de") }, profile, true),
      marksOf({ ...scope, target: { ...scope.target, market: "41" } }, profile, true),
      marksOf({ ...scope, target: { ...scope.target, channel: "google" } }, profile, true),
      marksOf({ ...scope, slot: slotNamed("bullets") }, profile, true),
      marksOf({ ...scope, slot: slotNamed("ProductOption/5.desc") }, profile, true),
    ];
    for (const other of others) {
      expect(other.whole).not.toBe(marks.whole);
      expect(other.bands?.some((key, i) => key === marks.bands?.[i])).toBe(false);
    }
  });

  it("gives texts of the options of two products keys in common: the kind of a resource counts, not which one it is", () => {
    const profile = profileOf(textOf(0, 100));
    const [one, two] = ["ProductOption/5.desc", "ProductOption/6.desc"].map((name) => ({
      ...scope,
      slot: slotNamed(name),
    }));
    expect(marksOf(one ?? scope, profile, true)).toEqual(marksOf(two ?? scope, profile, true));
  });

  it("gives the texts of a shop's own pages the keys that were stored for them before texts had targets", () => {
    expect(marksOf(scope, profileOf("A shirt of washed linen"), true).whole).toBe(7_535_747_372_712_533);
  });

  it("gives keys that a database and a number keep exactly", () => {
    const { whole, bands } = marksOf(scope, profileOf(textOf(0, 100)), true);
    for (const key of [whole, ...(bands ?? [])]) expect(Number.isSafeInteger(key) && key >= 0).toBe(true);
  });
});
