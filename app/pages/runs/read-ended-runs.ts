import type { AppContext } from "../../context.server.ts";
import { hiddenKinds } from "../../jobs/hidden-kinds.ts";
import { listEndedLong } from "../../jobs/list-ended-long.ts";
import type { AdminUser } from "../../shopify/authenticate-admin.ts";
import type { RunView } from "../../ui/runs/run-view.ts";
import { workSettingsOf } from "../../workplace/work-settings.ts";
import { runViews } from "./run-view.ts";

/** The ends of long runs that a person was not told of yet: a line on every page, until they dismiss it. None where the shop wants none. */
export async function readEndedRuns(
  { db, clock }: Pick<AppContext, "db" | "clock">,
  user: AdminUser,
): Promise<RunView[]> {
  if (!(await db.do(workSettingsOf(user.shop))).noticeRuns) return [];
  const rows = await listEndedLong({ db, clock }, { shop: user.shop, person: user.by, withoutKinds: hiddenKinds });
  return runViews({ db }, user.shop, { rows, away: [] });
}
