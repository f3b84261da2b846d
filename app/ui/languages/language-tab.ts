import type { CellView } from "./languages-view.ts";

/** A language of a product, with how it stands there. */
export interface LanguageTab extends CellView {
  name: string;
  /** the editor of the product's texts in it */
  url: string;
  /** customers see it */
  isShown: boolean;
}
