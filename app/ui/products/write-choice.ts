export interface ModelChoice {
  version: "v1" | "v2";
  /** the model's own name, e.g. gpt-5-mini */
  name: string;
  creditsPerProduct: number;
}

/** What a run is to write, and how. */
export interface WriteChoice {
  contentTypes: string[];
  agentModel: "v1" | "v2";
  /** `batch`: the products may wait up to 24 hours, for half the model's price */
  lane?: "direct" | "batch";
  /** products of one variant group are written each on its own */
  skipGrouping?: boolean;
  /** only so many of the products, to see texts and figures before all of them are written */
  sample?: number;
  /** images that have an alt text get a new one too */
  allImages?: boolean;
  /** of each product only the texts that it lacks */
  onlyMissing?: boolean;
  /** products whose drafts of these texts wait are left out */
  skipWaiting?: boolean;
  /** products with few facts are left out */
  skipFewFacts?: boolean;
  /** no more products than these, the first ones */
  atMost?: number;
}

/** A sample's products: enough for an estimate, few enough to read. */
export const sampleProducts = 3;
