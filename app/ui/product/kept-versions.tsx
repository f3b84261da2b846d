import { Text } from "@shopify/polaris";
import { daysInWords, type KeptView } from "../kept.ts";

/** How far back a product's history goes. */
export function KeptVersions({ kept }: { kept: Pick<KeptView, "draftDays" | "publishedDays"> }) {
  return (
    <Text as="p" variant="bodySm" tone="subdued">
      Generated texts that were rejected or replaced are kept for {daysInWords(kept.draftDays)}, those that had been
      published for {daysInWords(kept.publishedDays)}. The newest version of each text and all that people wrote or
      edited stay, and the last publication can always be undone.
    </Text>
  );
}
