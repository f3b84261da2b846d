import { expect, it } from "vitest";
import { formatsOf } from "../../app/i18n/formats.ts";

const now = 1_000_000_000_000;
const hour = 3_600_000;
const day = 24 * hour;
/** Intl sets spaces that nobody sees a difference in. */
const plain = (text: string) => text.replace(/\s/g, " ");

it("numbers, shares and money are written as in each language", () => {
  const of = (locale: string) => {
    const { count, percent, dollars } = formatsOf(locale);
    return [count(12_345), percent(0.911), dollars(4_233_500_000_000), dollars(4_200_000), dollars(0)].map(plain);
  };
  expect(of("en")).toEqual(["12,345", "91%", "$4,233.50", "$0.0042", "$0.00"]);
  expect(of("de")).toEqual(["12.345", "91 %", "4.233,50 $", "0,0042 $", "0,00 $"]);
  expect(of("fr")).toEqual(["12 345", "91 %", "4 233,50 $", "0,0042 $", "0,00 $"]);
  expect(of("es")).toEqual(["12.345", "91 %", "4233,50 $", "0,0042 $", "0,00 $"]);
  expect(of("ja")).toEqual(["12,345", "91%", "$4,233.50", "$0.0042", "$0.00"]);
});

it("a duration has two units at most, none of them nothing", () => {
  const of = (locale: string) =>
    [0, 900, 65_000, 60_000, 3_720_000, 90_000_000].map(formatsOf(locale).duration).map(plain);
  expect(of("en")).toEqual(["0 sec", "1 sec", "1 min 5 sec", "1 min", "1 hr 2 min", "1 day 1 hr"]);
  expect(of("ja")).toEqual(
    ["0 秒", "1 秒", "1分5秒", "1 分", "1時間2分", "1日1時間"].map((text) =>
      expect.toSatisfy((is: string) => is.replace(/ /g, "") === text.replace(/ /g, "")),
    ),
  );
});

it("a moment is told by how long ago it was, and what is to come is now", () => {
  const of = (locale: string) =>
    [-5_000, 5_000, 300_000, hour, day, 59 * day, 90 * day, 800 * day].map((ago) =>
      plain(formatsOf(locale).ago(now - ago, now)),
    );
  expect(of("en")).toEqual([
    "now",
    "now",
    "5 min. ago",
    "1 hour ago",
    "1 day ago",
    "59 days ago",
    "3 months ago",
    "2 years ago",
  ]);
  expect(of("de")).toEqual([
    "jetzt",
    "jetzt",
    "vor 5 Min.",
    "vor 1 Stunde",
    "vor 1 Tag",
    "vor 59 Tagen",
    "vor 3 Monaten",
    "vor 2 Jahren",
  ]);
});
