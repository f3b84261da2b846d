import { expect, it } from "vitest";
import { codesIn } from "../../../app/quality/translation/codes-in.ts";

it.each([
  ["Makita charger GAL 18V-40, article LU-2040-B", ["GAL 18V-40", "LU-2040-B"]],
  ["Küchenmesser aus VG-10-Stahl", ["VG-10"]],
  ["LINEN SHIRT XR500", ["XR500"]],
  ["Headphones WH1000XM5 and WH1000XM5", ["WH1000XM5"]],
])("codes of “%s”", (text, codes) => {
  expect(codesIn(text)).toEqual(codes);
});

it.each(["Shampoo 500ML", "A 12V lamp, 2.5KG", "Shirt XL", "Size 42", "Since 1987", "6er-Pack", "Mp3"])(
  "“%s” holds none",
  (text) => {
    expect(codesIn(text)).toEqual([]);
  },
);
