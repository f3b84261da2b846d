import { readFileSync } from "node:fs";
import { z } from "zod";
import type { ProductToClassify } from "../../../app/classification/shortlist/read-product.ts";

export interface LabelledRow {
  product: ProductToClassify;
  /** bare ids, each of which is right */
  categoryIds: readonly string[];
}

const rowSchema = z.object({
  title: z.string(),
  type: z.string().default(""),
  vendor: z.string().default(""),
  tags: z.array(z.string()).default([]),
  description: z.string().default(""),
  options: z.array(z.string()).default([]),
  language: z.string().min(2),
  labels: z.array(z.string()).min(1),
  sure: z.boolean().default(true),
});

/**
 * Products with their categories, one JSON object a line: `title`, `language` and `labels`, and where there are some `type`, `vendor`,
 * `tags`, `description`, `options`. Rows with `"sure": false` are left out. @throws an error that names the line
 */
export function readLabels(file: string): LabelledRow[] {
  const rows = readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line, at) => (line.trim() === "" ? [] : [rowOf(line, `${file}, line ${at + 1}`)]));
  const sure = rows.filter((row) => row.sure);
  if (sure.length === 0) throw new Error(`${file} holds no labelled product`);
  return sure.map(({ language, labels, sure: _, ...product }) => ({
    product: { ...product, locale: language },
    categoryIds: labels,
  }));
}

function rowOf(line: string, where: string): z.infer<typeof rowSchema> {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    throw new Error(`${where}: no JSON`);
  }
  const row = rowSchema.safeParse(json);
  if (row.success) return row.data;
  const [issue] = row.error.issues;
  throw new Error(`${where}: ${issue?.path.join(".")}: ${issue?.message}`);
}
