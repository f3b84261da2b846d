import { type FileHandle, open, stat } from "node:fs/promises";

/** A file that grows and can be taken up again where a checkpoint saw it. */
export interface PartFile {
  /** what is in it for certain */
  readonly bytes: number;
  append(text: string): Promise<void>;
  /** until the disk has it */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens a part file and cuts off what came after a checkpoint: a crash may have left half a row there.
 */
export async function openPartFile(path: string, bytes: number): Promise<PartFile> {
  const handle: FileHandle = await open(path, bytes === 0 ? "w" : "r+");
  try {
    await handle.truncate(bytes);
  } catch (error) {
    await handle.close();
    throw error;
  }
  let written = bytes;
  return {
    get bytes() {
      return written;
    },
    async append(text) {
      if (text === "") return;
      const data = Buffer.from(text);
      await handle.write(data, 0, data.length, written);
      written += data.length;
    },
    sync: () => handle.datasync(),
    close: () => handle.close(),
  };
}

/** How long a file is; 0 where there is none. */
export async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return 0;
    throw error;
  }
}
