import type { ContentState, ProductStatus, VersionState } from "../badges.tsx";
import type { OutOfReach } from "../shop-notices-view.ts";
import type { ContentTypeView, TextBody } from "../text-body.ts";
import type { MachineWordsView } from "./machine-words-notice.tsx";

export interface WarningView {
  code: string;
  description: string;
  severity: "block" | "warn";
  /** the other product that it speaks of */
  product?: { id: string; title: string } | undefined;
  /** absent on texts of earlier releases: such a finding cannot be decided */
  id?: string | undefined;
  /** the words of the text */
  quote?: string | null | undefined;
  /** what they contradict */
  fact?: { name: string; value: string; source: string } | null | undefined;
  /** words that put it right, tried by the program */
  fix?: { quote: string; with: string } | null | undefined;
  /** no person can decide it */
  fixed?: boolean | undefined;
  /** a person kept it; `by` is a name for people, "" for none */
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

export interface VersionView {
  id: string;
  state: VersionState;
  origin: "generated" | "edited" | "undo";
  body: TextBody;
  warnings: WarningView[];
  blocked: boolean;
  evidence: { text: string; fact: string }[];
  /** `yes`; `no:` and a stable code; null where nothing had to be examined, or nobody was asked */
  examined?: string | null | undefined;
  model: string | null;
  createdAt: number;
  publishedAt: number | null;
  /** of an alt text that was published from another product with the same image: that product */
  productId?: string | undefined;
  /** when and by whom it was approved, rejected or replaced */
  decidedAt?: number | null | undefined;
  decidedBy?: string | null | undefined;
  /** why a person rejected it */
  reason?: string | null | undefined;
  /** what its model calls cost, together with the other texts that they wrote */
  cost?: VersionCostView | undefined;
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
  /** not_shown: Shopify accepted ours and shows another text */
  reason?: "not_shown" | null | undefined;
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
  /** the newest version is published, and Shopify answered that it saved it in the form that is live */
  savedDifferently?: boolean | undefined;
  /** of an alt text: its image */
  image?: { url: string; position: number } | undefined;
}

/** One keyword group of a product; `uses` describes what the rules do with it. */
export interface KeywordGroupView {
  name: string;
  terms: string[];
  source: "yours" | "shop" | "rules" | null;
  uses: string[];
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
  attributes: { name: string; value: string }[];
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
  onEdit(type: string, body: TextBody | null): void;
  /** goes on with the edit although somebody wrote a newer version */
  onKeepMine(type: string): void;
  onGenerate(types: string[]): void;
  onApprove(version: VersionView, done?: () => void): void;
  onReject(version: VersionView, reason: string, done: () => void): void;
  /** keeps a finding with a reason; null takes that back */
  onDecide(version: VersionView, finding: WarningView, reason: string | null, done?: () => void): void;
  /** puts the fact's words in the place of the finding's */
  onUseFix(version: VersionView, finding: WarningView): void;
  /** an earlier version becomes a draft again */
  onRestore(version: VersionView, done?: () => void): void;
  onPublish(types: string[], done?: () => void): void;
  onResolve(type: string, choice: ConflictChoice, done?: () => void): void;
}
