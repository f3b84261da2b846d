/** What a shop's products have that are not as tidy as the others: fields of many types, HTML of editors and of other apps. */
const fields: readonly (readonly [key: string, type: string, of: (i: number) => unknown])[] = [
  ["net_weight", "weight", (i) => ({ value: (i % 50) + 0.5, unit: "KILOGRAMS" })],
  ["width", "dimension", (i) => ({ value: (i % 90) + 1, unit: "CENTIMETERS" })],
  ["battery_life", "duration", (i) => ({ value: (i % 9) + 1, unit: "HOURS" })],
  ["washable", "boolean", (i) => String(i % 2 === 0)],
  ["launch", "date", (i) => `2026-0${(i % 9) + 1}-01`],
  ["features", "list.single_line_text_field", (i) => ["Soft", "Two pockets", `Part ${i % 40}`]],
  ["list_price", "money", () => ({ amount: "29.90", currency_code: "EUR" })],
  ["hardness", "rating", () => ({ value: "4.5", scale_min: "1", scale_max: "5" })],
  ["story", "rich_text_field", () => ({ type: "root", children: [paragraph("Made by hand in "), paragraph("Porto")] })],
  ["fabric", "list.metaobject_reference", (i) => [gid("Metaobject", (i % 500) + 1), gid("Metaobject", (i % 77) + 1)]],
  ["goes_with", "product_reference", (i) => gid("Product", 7_000_000_000_000 + i * 37)],
  ["label_language", "language", () => "de"],
];

export function richFields(i: number): { key: string; type: string; value: string }[] {
  return fields.map(([key, type, of]) => {
    const value = of(i);
    return { key, type, value: typeof value === "string" ? value : JSON.stringify(value) };
  });
}

/** The same words as an editor, a supplier's table or another app would leave them. */
export function untidy(i: number, html: string): string {
  if (html === "") return i % 40 === 0 ? "<p>&nbsp;</p>" : "";
  const spans = html
    .replaceAll("<p>", '<p class="p1"><span style="font-weight: 400;">')
    .replaceAll("</p>", "</span></p>");
  const forms = [
    html,
    `<div class="description"><meta charset="utf-8"><h2 style="color:#333">About</h2>${spans}<p>Wash at:&nbsp;30&deg;C</p></div>`,
    `${html}<table style="width:100%"><tbody><tr><td>Width</td><td>${i % 90} cm</td></tr></tbody></table>`,
    `<p>&nbsp;</p>${html}<dl><dt>Colour</dt><dd>Sand</dd></dl><p>Origin: Portugal</p><img src="https://cdn.shopify.com/x.jpg" alt="">`,
  ];
  return forms[i % forms.length] ?? html;
}

function paragraph(value: string): unknown {
  return { type: "paragraph", children: [{ type: "text", value }] };
}

function gid(type: string, n: number): string {
  return `gid://shopify/${type}/${n}`;
}
