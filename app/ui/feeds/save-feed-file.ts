import { saveFile } from "../save-file.ts";

/** Asks a route for a file and saves it in the browser. @returns false when it did not come */
export async function saveFeedFile(address: string, name: string): Promise<boolean> {
  try {
    const response = await fetch(address);
    if (!response.ok) return false;
    saveFile(name, await response.blob());
    return true;
  } catch {
    return false;
  }
}
