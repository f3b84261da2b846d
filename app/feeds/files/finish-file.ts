import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";

/**
 * Makes the file that is served of a part file, compressed or not, in constant memory. It appears under its name when all of it is
 * on the disk; asked for again after a crash it does the same again, since the part file stays.
 */
export async function finishFile(
  part: string,
  file: string,
  { gz, signal }: { gz: boolean; signal: AbortSignal },
): Promise<{ bytes: number; digest: string }> {
  const unfinished = `${file}.tmp`;
  const hash = createHash("sha256");
  let bytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  try {
    const steps = gz ? [createGzip({ level: 6 }), measure] : [measure];
    await pipeline([createReadStream(part), ...steps, createWriteStream(unfinished)], { signal });
    await syncPath(unfinished, "r+");
    await rename(unfinished, file);
    await syncPath(dirname(file), "r");
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  return { bytes, digest: hash.digest("hex") };
}

async function syncPath(path: string, flags: "r" | "r+"): Promise<void> {
  const handle = await open(path, flags);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
