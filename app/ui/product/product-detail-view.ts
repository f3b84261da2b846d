import type { ContentState, ProductStatus, VersionState } from "../badges.tsx";
import type { Shown } from "../editor/saved-text.ts";
import type { DetailsView } from "../marks/finding-view.ts";
import type { OutOfReach } from "../shop-notices-view.ts";
import type { ContentTypeView, TextBody } from "../text-body.ts";
import type { MachineWordsView } from "./machine-words-notice.tsx";

export interface WarningView {
  code: string;
  description: string;
  severity: "block" | "warn";
  details?: DetailsView | undefined;
  /** the other product that it speaks of */
  product?: { id: string; title: string } | undefined;
  /** absent on texts of earlier releases: such a finding cannot be decided */
  id?: string | undefined;
  /** the words of the text */
  quote?: string | null | undefined;
  /** where they stand in the words that a reader sees, in code points */
  at?: readonly { start: number; end: number }[] | undefined;
  /** what they contradict */
  fact?: { path?: string | undefined; name: string; value: string; source: string } | null | undefined;
  /** words that put it right, tried by the program */
  fix?: { quote: string; with: string } | null | undefined;
  /** no person can decide it */
  fixed?: boolean | undefined;
  /** a person kept it; `by`: `you`, `colleague`, or "" for nobody */
  decision?: { by: string; reason: string; at: number } | null | undefined;
}

export interface VersionCostView {
  tokensIn: number;
  tokensOut: number;
  /** billionths of a US dollar; null where the price is not known */
  costNanos: number | null;
  /** how many texts it paid for */
  texts: number;
}

/** Words of a text and the fact that backs them, `Material: linen`. */
export interface EvidenceView {
  text: string;
  fact: string;
  /** which fact it is */
  path?: string | undefined;
  /** where they stand in the words that a reader sees, in code points */
  at?: readonly { start: number; end: number }[] | undefined;
}

export interface VersionView {
  id: string;
  state: VersionState;
  origin: "generated" | "edited" | "undo" | "given_up";
  body: TextBody;
  warnings: WarningView[];
  blocked: boolean;
  evidence: EvidenceView[];
  /** what the model offered to choose from; default: one text only */
  wordings?: readonly { body: string; warnings: readonly WarningView[] }[] | undefined;
  /** a person chose it among the model's wordings */
  chosen?: boolean | undefined;
  /** `yes`; `no:` and a stable code; null where nothing had to be examined, or nobody was asked */
  examined?: string | null | undefined;
  model: string | null;
  createdAt: number;
  publishedAt: number | null;
  /** of an alt text that was published from another product with the same image: that product */
  productId?: string | undefined;
  /** when and by whom (`you`, `colleague`) it was approved, rejected or replaced */
  decidedAt?: number | null | undefined;
  decidedBy?: string | null | undefined;
  /** why a person rejected it */
  reason?: string | null | undefined;
  /** what its model calls cost, together with the other texts that they wrote */
  cost?: VersionCostView | undefined;
  /** the rules it was written by, as they then were; null for `revision`: as they come with the app */
  rules?: { id: string; label: string; revision: number | null } | undefined;
  /** the person who wrote it or had it written */
  writer?: "you" | "colleague" | null | undefined;
}

/** Texts that were written for a place which the product no longer has. */
export interface LostTextView {
  contentType: string;
  label: string;
  /** BCP-47 */
  locale: string;
  html: boolean;
  history: VersionView[];
}

/** The live text was changed by somebody since our version was made. */
export interface ConflictView {
  base: TextBody | null;
  theirs: TextBody | null;
  ours: TextBody;
  detectedAt: number;
  /** not_shown: Shopify accepted ours and shows another text; source_changed: the original of a translation changed */
  reason?: "not_shown" | "source_changed" | null | undefined;
  /** the live text was published with this other product, which shows the same image */
  ofOther?: { productId: string; title: string } | null | undefined;
}

/** Everything about one content type of a product. */
export interface TextView {
  type: ContentTypeView;
  live: TextBody | null;
  newest: VersionView | null;
  /** approved and not yet published; may be older than the newest draft */
  approved: VersionView | null;
  history: VersionView[];
  /** the facts changed since the newest version was written */
  stale: boolean;
  conflict: ConflictView | null;
  /** sent back with what a person writes, so that it counts as made from what they saw */
  shown?: Shown | undefined;
  /** the newest version is published, and Shopify answered that it saved it in the form that is live */
  savedDifferently?: boolean | undefined;
  /** of an alt text: its image */
  image?: { url: string; position: number } | undefined;
}

/** One keyword group of a product; `uses` is what the rules do with it. */
export interface KeywordGroupView {
  name: string;
  terms: string[];
  source: "yours" | "shop" | "rules" | null;
  /** of the content types where it is not all, their labels */
  uses: { use: "must" | "should" | "omit" | "verbatim" | "free"; text: string | null }[];
}

export interface KeywordsView {
  /** those that the rules use first */
  groups: KeywordGroupView[];
  /** what the merchant gave this product */
  own: { name: string; terms: string[] }[];
  /** the content rules that hold for the product */
  rulesName: string;
}

export interface BarcodeView {
  value: string;
  /** the standard it follows, e.g. EAN */
  type: string | null;
}

export interface ProductDetailView {
  id: string;
  title: string;
  /** null for a product that is not from Shopify */
  adminUrl: string | null;
  status: ProductStatus;
  gone: boolean;
  /** nothing is written for it */
  handsOff?: boolean | undefined;
  contentState: ContentState;
  locale: string;
  vendor: string;
  productType: string;
  category: string | null;
  tags: string[];
  /** titles of the collections it is in */
  collections: string[];
  keywords: KeywordsView;
  options: { name: string; values: string[] }[];
  /** words of its data that no text is written from; default: none */
  machineWords?: readonly MachineWordsView[] | undefined;
  /** `source`: `merchant`, `description` or `app:` and another app's name; absent: the shop's own data */
  attributes: { name: string; value: string; source?: string | undefined }[];
  /** those that the merchant gave beside Shopify's; they are among the attributes too */
  ownAttributes: { name: string; value: string }[];
  images: { id: string; url: string; alt: string | null }[];
  variants: { id: string; title: string; sku: string | null; price: string | null; barcodes: BarcodeView[] }[];
  updatedAt: number;
}

/** Work on this product that is under way. */
export interface RunningView {
  jobId: string;
  title: string;
  kind: "generate" | "publish" | "undo" | "other";
  /** who does not answer now, so that the work waits */
  waitingFor: OutOfReach | null;
  /** the content types it writes */
  texts: string[];
}

/** What a product's page must not do just now. */
export interface LocksView {
  /** an answer is awaited, or nothing can be done with the product */
  all: boolean;
  /** texts are being written */
  generate: boolean;
  /** texts are being published or taken back */
  publish: boolean;
}

export type ConflictChoice = "keep-live" | "use-ours";

/** What a person may do on a product's page. `done` is called when it was done, and not when that failed. */
export interface ProductEvents {
  /** opens a text with these words; null closes it. `changed`: they are other ones than are saved */
  onEdit(type: string, body: TextBody | null, changed?: boolean): void;
  onGenerate(types: string[]): void;
  onApprove(version: VersionView, done?: () => void): void;
  onReject(version: VersionView, reason: string, done: () => void): void;
  /** keeps a finding with a reason; null takes that back */
  onDecide(version: VersionView, finding: WarningView, reason: string | null, done?: () => void): void;
  /** puts the fact's words in the place of the finding's */
  onUseFix(version: VersionView, finding: WarningView): void;
  /** another of the model's wordings takes the text's place */
  onChoose(type: string, version: VersionView, body: string): void;
  /** an earlier version becomes a draft again */
  onRestore(version: VersionView, done?: () => void): void;
  onPublish(types: string[], done?: () => void): void;
  onResolve(type: string, choice: ConflictChoice, done?: () => void): void;
}
