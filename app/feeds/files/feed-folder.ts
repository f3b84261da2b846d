import { join } from "node:path";
import { digestOf } from "../../lib/digest.ts";

/**
 * Where a feed's files are. The shop's name is no part of the path: a folder name then never holds what somebody outside chose.
 * @param folder of all feeds, beside the database
 */
export function feedFolder(folder: string, shop: string, feedId: string): string {
  return join(folder, digestOf(shop).slice(0, 24), feedId);
}

/** The files of one run. @param extension of the finished file, e.g. `tsv` or `jsonl.gz` */
export function runFiles(folder: string, runId: string, extension: string) {
  return {
    part: join(folder, `${runId}.part`),
    reportPart: join(folder, `${runId}.report.part`),
    name: `${runId}.${extension}`,
    file: join(folder, `${runId}.${extension}`),
    report: join(folder, reportName(runId)),
  };
}

export function reportName(runId: string): string {
  return `${runId}.report.csv`;
}
