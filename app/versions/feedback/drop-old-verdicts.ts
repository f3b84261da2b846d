import { run, type Steps } from "../../db/steps.ts";

const dropSql = `DELETE FROM feedback WHERE id IN (
  SELECT id FROM feedback WHERE shop = @shop AND created_at < @before AND (kind = 'approved' OR kind = 'rejected') LIMIT @rows)`;

/**
 * Removes feedback on the model's texts where people changed nothing: a correction and a comment are a person's work.
 * @param input.before epoch ms @returns how many went away, at most `rows`
 */
export function* dropOldVerdicts(input: { shop: string; before: number; rows: number }): Steps<number> {
  return yield* run(dropSql, input);
}
