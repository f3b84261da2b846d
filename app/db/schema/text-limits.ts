/**
 * What a place in the shop takes of a text, beside being a text: whatever is outside of it Shopify refuses, in each language.
 * Lengths are in characters (code points); of a list they and the choices hold for each entry.
 */
export interface TextLimits {
  max?: number;
  min?: number;
  /** a regular expression, in RE2 at Shopify, that is to be found in the text */
  pattern?: string;
  /** the only texts that are taken */
  choices?: string[];
  /** of a list: so many entries at most, at least */
  most?: number;
  least?: number;
}
