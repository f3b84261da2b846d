import { charsOf, type Desk, fill, listIn, pick, shorten, slotsOf } from "./sentence.ts";

const tellingNames = /^(material|fabric|scent|flavou?r|capacity|volume|pattern|fit|stone|wood|leather|blend|roast)$/i;

/** A product title or SEO title of at most `limitChars`, built from title, brand and, if it fits, one telling attribute. */
export function writeTitle(desk: Desk, limitChars: number, seo = false): string {
  const { facts, book, random } = desk;
  const brandIsInTitle = facts.brand !== "" && facts.title.toLowerCase().includes(facts.brand.toLowerCase());
  const telling = facts.attributes.filter(
    ({ name, value }) => tellingNames.test(name) && charsOf(value) <= 28 && !facts.title.includes(value),
  );
  const onlyColor = facts.options.find(({ name, values }) => /^colou?r$/i.test(name) && values.length === 1);
  const slots = {
    ...slotsOf(desk),
    b: brandIsInTitle || facts.brand === facts.title ? undefined : facts.brand,
    v: pick(random, telling)?.value,
    o: onlyColor && listIn(book, onlyColor.values),
  };
  const candidates = book.titles
    .filter((template) => !seo || /[|｜–(]/u.test(template) || template.includes("{b}"))
    .flatMap((template) => fill(template, slots) ?? [])
    .filter((title) => charsOf(title) <= limitChars);
  const chosen = pick(random, candidates);
  if (chosen !== undefined) return chosen;
  const withType = facts.productType !== "" ? `${facts.title} – ${facts.productType}` : facts.title;
  return charsOf(withType) <= limitChars && !facts.title.includes(facts.productType)
    ? withType
    : shorten(facts.title || book.headings[0] || "", limitChars);
}
