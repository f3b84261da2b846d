import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Whether Node was started with this file (`import.meta.main`, which Node 22 does not have). */
export function isMain(moduleUrl: string): boolean {
  const started = process.argv[1];
  return started !== undefined && realpathSync(started) === realpathSync(fileURLToPath(moduleUrl));
}
