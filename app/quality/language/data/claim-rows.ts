/** Phrases by what they mean, as `word-trie.ts` reads them, with `|` between them. */
export type Rows = Readonly<Record<string, string>>;

/** The words of one language that make a statement about a product, or turn one into something else. */
export interface ClaimRows {
  /** concept → words */
  property: Rows;
  /** what may be in a product: allergens, additives */
  substance: Rows;
  /** words that name a material wherever they are */
  material: Rows;
  /** words that name a material only beside a percentage, a form, "made of" or a label */
  weak: Rows;
  /** `leather imitation` → words that say material and form in one */
  formed: Rows;
  /** words beside a material: solid, plated, imitation, veneer, filled */
  form: Rows;
  color: Rows;
  /** verbs of an origin: made, designed, grown, assembled, woven */
  act: Rows;
  /** warranty, returns, shipping, money_back */
  term: Rows;
  superlative: Rows;
  /** ISO country → adjectives */
  nation: Rows;
  /** ISO country → spellings that CLDR does not have */
  place: Rows;
  /** labels of facts: material, color, size, scent, flavor, origin, made, allergens, free_from, may_contain, ingredients, award, test, warranty, returns, compatibility */
  label: Rows;
  /**
   * Words around a statement. `not`: denies what follows. `without`: denies a content. `free_of`: denies whatever follows.
   * `free`: denies what it follows. `maybe`: makes it possible. `contains`. `but`: ends a scope. `no_negation`: looks like one.
   * `unlike`: what follows is compared, replaced or worn with the product, or what the product is for. `made_of`, `offered`,
   * `compatible`, `in`: before a place, `lifetime`, `gratis`, `nothing`: phrases that say none of this.
   */
  role: Rows;
}

/** Rows of a language that has none of a group. */
export const noClaimRows: ClaimRows = {
  property: {}, substance: {}, material: {}, weak: {}, formed: {}, form: {}, color: {}, act: {}, term: {}, superlative: {}, nation: {}, place: {}, label: {}, role: {},
}; // biome-ignore format: a table
