import { type ClassifiedProduct, classifyProduct } from "../classification/classify-product.ts";
import { classifyJob } from "../classification/jobs.ts";
import type { TaxonomyName } from "../db/schema/index.ts";
import type { ItemOutcome } from "../jobs/task.ts";
import type { AdminApiFor } from "../shopify/admin-api.ts";
import { defineTask } from "./define-task.ts";
import { type GenerateDeps, unusable } from "./generate-content.ts";

/** Proposes a category for one product: see `classification/classify-product.ts`. */
export function createClassifyTask(deps: GenerateDeps & { admin: AdminApiFor }) {
  return defineTask(classifyJob, async (context, payload, { productId }) => {
    return outcomeOf(await classifyProduct(deps, context, payload, productId));
  });
}

function outcomeOf(product: ClassifiedProduct): ItemOutcome {
  switch (product.outcome) {
    case "proposed": {
      const { path, confidence, attributes } = product;
      if (path === null) {
        return { outcome: "done", message: "None of the categories fits: choose one by hand.", result: { path } };
      }
      const filled = attributes === 0 ? "" : `, ${attributes} ${attributes === 1 ? "attribute" : "attributes"}`;
      return {
        outcome: "done",
        message: `${path} (${confidence} % sure)${filled}`,
        result: { path, confidence, attributes },
      };
    }
    case "resumed":
      return { outcome: "done", message: "A category was proposed." };
    case "gone":
      return { outcome: "failed", code: "product_gone", message: "This product is no longer in the shop." };
    case "not_loaded":
      return { outcome: "failed", code: "taxonomy_missing", message: missing[product.taxonomy] };
    case "unusable":
      return {
        outcome: "failed",
        code: product.reason,
        message: unusableChoices[product.reason] ?? unusable[product.reason],
      };
  }
}

/** What the words of texts say of truncation has no meaning here. */
const unusableChoices: Partial<Record<keyof typeof unusable, string>> = {
  model_refused:
    "The model refused to classify this product. Choose its category by hand, or another model in Settings.",
  model_truncated: "The model's answer was cut off. Choose another model in Settings.",
  model_bad_answer:
    "The model did not choose from the list that it was given. Retry, or choose another model in Settings.",
};

const missing: Readonly<Record<TaxonomyName, string>> = {
  shopify: "Shopify's categories are not there yet. Retry in a minute.",
  google:
    "No Google category is known for it: whoever runs this app has to load Google's categories and the mapping to them (npm run taxonomy).",
  gpc: "GS1's Global Product Classification is not loaded: whoever runs this app has to load its file (npm run taxonomy).",
};
