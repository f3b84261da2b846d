import type { TextView } from "../product/product-detail-view.ts";
import type { TextBody } from "../text-body.ts";
import type { LanguageTab } from "./language-tab.ts";

/** One text of a product, and its translation: what the shop holds of it, and what was written here. */
export interface TranslationView extends TextView {
  /** what the shop shows in its own language; null: the original is gone, and nothing can be published for it */
  source: TextBody | null;
  /** the words that the translation was made from, where they are other ones and known */
  sourceBefore: TextBody | null;
}

export interface EditorView {
  product: { id: string; title: string; imageUrl: string | null; vendor: string };
  locale: string;
  language: string;
  dir: "ltr" | "rtl";
  state: "live" | "unreachable" | "unpublished" | "gone";
  sourceLocale: string;
  sourceLanguage: string;
  tabs: LanguageTab[];
  texts: TranslationView[];
  /** the last publication of the product in this language, where it can be undone */
  lastWriteBack: string | null;
  /** work on the product is under way: what it writes is shown when it comes */
  running: "translate" | "other" | null;
  /** epoch ms of the server */
  now: number;
  /** content types that can be translated */
  types: { name: string; label: string }[];
  /** the editors of other products of the list that the person came from */
  previous: string | null;
  next: string | null;
  /** which of how many it is; null where it is none of them any more */
  place: { at: number; of: number } | null;
  settingsUrl: string;
}
