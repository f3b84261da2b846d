import type { Db } from "../db/open.ts";
import { all } from "../db/steps.ts";
import type { ShopDomain } from "../lib/brand.ts";

/** What products of a shop took lately, per product: what an estimate is made from. */
export interface RecentFigures {
  agentModel: string;
  /** what each product was asked for */
  contentTypes: string[];
  /** how many wordings of each short text */
  wordings: number;
  /** products counted */
  products: number;
  /** of the model that wrote */
  tokensIn: number;
  tokensCached: number;
  tokensOut: number;
  /** of the one that examined */
  examiner: Pick<RecentFigures, "tokensIn" | "tokensCached" | "tokensOut">;
  /** time of a product's calls, one after the other; null when all were in batch mode */
  callsMs: number | null;
}

interface Row extends Omit<RecentFigures, "contentTypes" | "callsMs" | "examiner"> {
  contentTypes: string;
  calls: number;
  callsMs: number;
  timedCalls: number;
  examinerIn: number;
  examinerCached: number;
  examinerOut: number;
}

/** Runs looked at: the newest. */
const recentRuns = 100;

const selectSql = `SELECT agent_model AS agentModel, content_types AS contentTypes, wordings, sum(charged) AS products,
    sum(tokens_in) AS tokensIn, sum(tokens_cached) AS tokensCached, sum(tokens_out) AS tokensOut, sum(calls) AS calls,
    sum(examiner_tokens_in) AS examinerIn, sum(examiner_tokens_cached) AS examinerCached,
    sum(examiner_tokens_out) AS examinerOut,
    sum(calls_ms) AS callsMs, sum(timed_calls) AS timedCalls
  FROM (SELECT * FROM credit_runs WHERE shop = @shop ORDER BY created_at DESC LIMIT @limit) AS recent
  WHERE charged > 0 AND calls > 0 GROUP BY agent_model, content_types, wordings`;

/** The shop's newest runs, by model version, content types and number of wordings. Repairs and failed products are in the figures. */
export async function recentFigures({ db }: { db: Db }, shop: ShopDomain): Promise<RecentFigures[]> {
  const rows = await db.do(all<Row>(selectSql, { shop, limit: recentRuns }));
  return rows.map((row) => ({
    agentModel: row.agentModel,
    contentTypes: row.contentTypes.split(","),
    wordings: row.wordings,
    products: row.products,
    tokensIn: (row.tokensIn - row.examinerIn) / row.products,
    tokensCached: (row.tokensCached - row.examinerCached) / row.products,
    tokensOut: (row.tokensOut - row.examinerOut) / row.products,
    examiner: {
      tokensIn: row.examinerIn / row.products,
      tokensCached: row.examinerCached / row.products,
      tokensOut: row.examinerOut / row.products,
    },
    callsMs: row.timedCalls === 0 ? null : ((row.callsMs / row.timedCalls) * row.calls) / row.products,
  }));
}
