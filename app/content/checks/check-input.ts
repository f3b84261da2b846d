import type { TextBody } from "../../db/schema/index.ts";
import type { ContentConfig } from "../content-config.ts";
import type { ContentType, ContentTypeTraits } from "../content-types.ts";
import type { FactIndex } from "./fact-index.ts";

/** What a check sees of one text. */
export interface CheckInput {
  contentType: ContentType;
  traits: ContentTypeTraits;
  /** after the fixes */
  body: TextBody;
  /** as the model or the person wrote it, before the fixes */
  raw: TextBody;
  /** what a reader sees, one entry a bullet or one for the whole text */
  parts: string[];
  /** the parts joined by line feeds */
  text: string;
  /** BCP-47 */
  locale: string;
  config: ContentConfig;
  facts: FactIndex;
  /** the other texts of the same product, as a reader sees them */
  others: ReadonlyMap<ContentType, string>;
}
