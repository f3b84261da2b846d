import { readFileSync } from "node:fs";
import { z } from "zod";

const rowSchema = z.object({ title: z.string(), phrases: z.array(z.string().min(1)).min(1) });

/**
 * What a model calls products of which it was shown no category that fits, one JSON object a line: `title` as in the labels, `phrases`.
 * To measure the second look, whoever wrote them must not have seen the labels. @returns title → phrases
 * @throws an error that names the line
 */
export function readPhrases(file: string): Map<string, string[]> {
  const rows = readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line, at) => (line.trim() === "" ? [] : [rowOf(line, `${file}, line ${at + 1}`)]));
  return new Map(rows.map(({ title, phrases }) => [title, phrases]));
}

function rowOf(line: string, where: string): z.infer<typeof rowSchema> {
  try {
    return rowSchema.parse(JSON.parse(line));
  } catch (cause) {
    throw new Error(`${where}: no title with phrases`, { cause });
  }
}
