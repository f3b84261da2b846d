import type { Db } from "../../db/open.ts";
import type { ActRow } from "../../db/read-acts.ts";
import type { ActDetails } from "../../db/schema/index.ts";
import type { AdminUser } from "../../shopify/authenticate-admin.ts";
import { detailsInWords } from "./act-details.ts";
import { wordsOf } from "./act-words.ts";
import { programs, readLines } from "./read-lines.ts";

/** As many lines as one file takes: enough for a year of a busy shop. */
const fileRows = 10_000;

/** The lines that the page of activity shows for an address as a CSV file, the newest first, at most 10,000. */
export async function activityFile(deps: { db: Db }, user: AdminUser, params: URLSearchParams): Promise<string> {
  const line = (cells: readonly string[]) => cells.map(csvCell).join(",");
  const rows = await readLines(deps, user, params, fileRows);
  const head = ["Time (UTC)", "Who", "What", "About", "Details"];
  const lines = rows.map(({ at, by, action, kind, subject, details }) =>
    line([
      new Date(at).toISOString(),
      by === user.by ? `You (${by})` : (programs[by] ?? by),
      wordsOf(action),
      aboutOf({ kind, subject, details }),
      detailsInWords(JSON.parse(details) as ActDetails),
    ]),
  );
  return `${[line(head), ...lines].join("\r\n")}\r\n`;
}

/** "product 1001", or the job and its only product. */
function aboutOf({ kind, subject, details }: Pick<ActRow, "kind" | "subject" | "details">): string {
  const { only } = JSON.parse(details) as ActDetails;
  const of = typeof only === "string" ? `, product ${only}` : "";
  return kind ? `${kind} ${subject}${of}` : "";
}

/** RFC 4180; what a spreadsheet would take for a formula is made text. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
