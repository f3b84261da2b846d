/** Asks a route for a file and saves it in the browser. @returns false when it did not come */
export async function saveFeedFile(address: string, name: string): Promise<boolean> {
  try {
    const response = await fetch(address);
    if (!response.ok) return false;
    const url = URL.createObjectURL(await response.blob());
    const link = document.createElement("a");
    link.href = url;
    link.download = name;
    link.click();
    URL.revokeObjectURL(url);
    return true;
  } catch {
    return false;
  }
}
