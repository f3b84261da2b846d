import type { i18n } from "i18next";
import type { Db } from "../../db/open.ts";
import type { ActRow } from "../../db/read-acts.ts";
import type { ActDetails } from "../../db/schema/index.ts";
import type { AdminUser } from "../../shopify/authenticate-admin.ts";
import { csvLine } from "../csv.ts";
import { detailsInWords } from "./act-details.ts";
import { wordsOf } from "./act-words.ts";
import { isProgram, readLines } from "./read-lines.ts";

/** As many lines as one file takes: enough for a year of a busy shop. */
const fileRows = 10_000;

/** The lines that the page of activity shows for an address as a CSV file, the newest first, at most 10,000. */
export async function activityFile(
  deps: { db: Db },
  user: AdminUser,
  params: URLSearchParams,
  words: i18n,
): Promise<string> {
  const { t } = words;
  const rows = await readLines(deps, user, params, fileRows);
  const head = [t("log:file.time"), t("log:file.who"), t("log:file.what"), t("log:file.about"), t("log:file.details")];
  const lines = rows.map(({ at, by, action, kind, subject, details }) =>
    csvLine([
      new Date(at).toISOString(),
      by === user.by ? t("log:person.youAs", { by }) : isProgram(by) ? t(`log:person.${by}`) : by,
      wordsOf(words, action),
      aboutOf({ kind, subject, details }),
      detailsInWords(words, JSON.parse(details) as ActDetails),
    ]),
  );
  return `${[csvLine(head), ...lines].join("\r\n")}\r\n`;
}

/** "product 1001", or the job and its only product. */
function aboutOf({ kind, subject, details }: Pick<ActRow, "kind" | "subject" | "details">): string {
  const { only } = JSON.parse(details) as ActDetails;
  const of = typeof only === "string" ? `, product ${only}` : "";
  return kind ? `${kind} ${subject}${of}` : "";
}
