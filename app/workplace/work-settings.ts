import { get, type Steps } from "../db/steps.ts";
import type { ShopDomain } from "../lib/brand.ts";

/** How a shop's people work, as they chose it in Settings. */
export interface WorkSettings {
  /** approving a text publishes it as well */
  approvePublishes: boolean;
  /** who approved a text does not publish it */
  fourEyes: boolean;
  /** single letters decide in the review */
  singleKeys: boolean;
  /** in which order a review begins: one of `sorts` of the review */
  reviewOrder: string;
  /** offered to who rejects a text, in this order; empty: the app's own */
  rejectReasons: readonly string[];
  /** how many wordings of a short text the model offers, 1 to 3 */
  wordings: number;
  /** a line in the app when a run of more than two minutes has ended */
  noticeRuns: boolean;
  /** a mail when such a run has ended */
  mailRuns: boolean;
  /** to whom */
  mailTo: readonly string[];
  /** whom nothing limits; null while everybody may do everything */
  owner: string | null;
}

export const usualWork: WorkSettings = {
  approvePublishes: false,
  fourEyes: false,
  singleKeys: true,
  reviewOrder: "usual",
  rejectReasons: [],
  wordings: 3,
  noticeRuns: true,
  mailRuns: false,
  mailTo: [],
  owner: null,
};

interface Row {
  approvePublishes: unknown;
  fourEyes: unknown;
  singleKeys: unknown;
  reviewOrder: string;
  rejectReasons: string;
  wordings: number;
  noticeRuns: unknown;
  mailRuns: unknown;
  mailTo: string;
  owner: string | null;
}

const settingsSql = `SELECT approve_publishes AS "approvePublishes", four_eyes AS "fourEyes", single_keys AS "singleKeys",
    review_order AS "reviewOrder", reject_reasons AS "rejectReasons", wordings,
    notice_runs AS "noticeRuns", mail_runs AS "mailRuns", mail_to AS "mailTo", owner
  FROM work_settings WHERE shop = @shop`;

/** What the shop's people chose, and the defaults where nobody did. */
export function* workSettingsOf(shop: ShopDomain): Steps<WorkSettings> {
  const row = yield* get<Row>(settingsSql, { shop });
  if (!row) return usualWork;
  const { approvePublishes, fourEyes, singleKeys, noticeRuns } = row;
  return {
    approvePublishes: Boolean(approvePublishes),
    fourEyes: Boolean(fourEyes),
    singleKeys: Boolean(singleKeys),
    reviewOrder: row.reviewOrder,
    rejectReasons: JSON.parse(row.rejectReasons) as string[],
    wordings: row.wordings,
    noticeRuns: Boolean(noticeRuns),
    mailRuns: Boolean(row.mailRuns),
    mailTo: JSON.parse(row.mailTo) as string[],
    owner: row.owner,
  };
}
