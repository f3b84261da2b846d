import type { AttributeValue, CategoryAttribute } from "../../db/schema/index.ts";

/** One thing that a file of a taxonomy says. Ids are bare. */
export type Entry =
  | {
      kind: "category";
      id: string;
      /** null for a root */
      parentId: string | null;
      /** English */
      name: string;
      /** absent: the file says nothing of them */
      attributes?: CategoryAttribute[] | undefined;
      /** absent: the file says nothing of it */
      googleId?: string | null | undefined;
    }
  /** of a category that is there, in another language */
  | { kind: "name"; id: string; name: string }
  | { kind: "attribute"; id: string; handle: string | null; name: string; values: AttributeValue[] }
  /** of Shopify's to Google's; without an id, Google's is found by its path */
  | { kind: "mapping"; id: string; googleId: string | null; googlePath: string };

/** How the values of a JSON file become entries. */
export interface JsonFormat {
  /** path → what a value there says */
  items: Readonly<Record<string, (value: unknown) => Entry[]>>;
  /** path of its version */
  version?: string;
}
