import { expect, it } from "vitest";
import { type HeldProduct, misjudged } from "../../../support/content/hold-to-facts.ts";

const products: HeldProduct[] = [
  {
    locale: "he",
    facts: `חומר: דמוי עור
      בטנה: פוליאסטר
      עמיד במים: לא
      כביסה במכונה: לא
      צבע: שחור`,
    blocked: [
      "התיק עשוי מעור אמיתי.",
      "התיק עמיד במים.",
      "אפשר לכבס אותו במכונה.",
      "תפור בעבודת יד.",
      "עשוי מפלסטיק ממוחזר.",
    ],
    silent: ["הצבע השחור מתאים לכול.", "הבטנה מפוליאסטר.", "קחו אותו לכל טיול."],
  },
  {
    locale: "he",
    facts: `רכיבים: קמח חיטה, סוכר, חמאה, שקדים
      ללא גלוטן: לא
      טבעוני: לא
      חומרים משמרים: ללא`,
    blocked: ["עוגיות ללא גלוטן.", "עוגיות טבעוניות.", "אינן מכילות סוכר.", "מחזקות את מערכת החיסון.", "מוצר אורגני."],
    silent: ["עם שקדים וחמאה.", "ללא חומרים משמרים.", "הגישו עם כוס תה."],
  },
];

it("Hebrew sentences that contradict the facts or must be proved are blocked, and true ones stay silent", () => {
  expect(products.flatMap(misjudged)).toEqual([]);
});
