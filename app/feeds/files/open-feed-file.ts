import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { Feed } from "../feed.ts";
import { feedFolder, reportName } from "./feed-folder.ts";

/** A file on its way to somebody. */
export interface OpenFile {
  bytes: number;
  /** opened when it is read: an answer without a body opens nothing */
  stream(): ReadableStream<Uint8Array>;
}

/** @returns null where the file is not there, e.g. after a restored copy of the database */
async function openFile(path: string): Promise<OpenFile | null> {
  try {
    const { size } = await stat(path);
    return { bytes: size, stream: () => Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array> };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** The file that a feed serves. */
export async function openFeedFile(
  folder: string,
  { shop, id, file }: Pick<Feed, "shop" | "id" | "file">,
): Promise<OpenFile | null> {
  return file === null ? null : openFile(join(feedFolder(folder, shop, id), file.name));
}

/** What became of each row of a run. */
export function openReport(
  folder: string,
  run: { shop: string; feedId: string; id: string },
): Promise<OpenFile | null> {
  return openFile(join(feedFolder(folder, run.shop, run.feedId), reportName(run.id)));
}
