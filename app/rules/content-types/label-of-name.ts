const known: Record<string, string> = { howtouse: "How to use" };

/** "care_guide" → "Care guide": what people read until they choose another label. */
export function labelOfName(name: string): string {
  const words = known[name] ?? name.replace(/_+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
