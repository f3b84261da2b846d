import { all, type Steps } from "../db/steps.ts";

const countSql = `SELECT config_digest AS digest, count(*) AS versions FROM versions
  WHERE shop = @shop AND config_digest IN (SELECT value FROM json_each(@digests)) GROUP BY config_digest`;

/** How many versions of the shop's texts were written with each state of the rules. @returns digest → count, none for 0 */
export function* countByRules(input: { shop: string; digests: readonly string[] }): Steps<Map<string, number>> {
  const { shop, digests } = input;
  const rows = yield* all<{ digest: string; versions: number }>(countSql, { shop, digests: JSON.stringify(digests) });
  return new Map(rows.map((row) => [row.digest, row.versions]));
}
