const heard = ["aria-label", "title", "placeholder", "alt", "aria-description", "aria-roledescription"];
const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'", nbsp: " " };
const decode = (text: string) => text.replace(/&(#x27|\w+);/g, (all, name: string) => entities[name] ?? all);

/** What people see or hear of a document: its title, texts and the attributes that are read out. */
export function saidIn(html: string): string[] {
  const body = html
    .replace(/<(script|style|svg)\b[^>]*>.*?<\/\1>/gs, "")
    // React sets one between two texts of the same element.
    .replace(/<!-- -->/g, "")
    .replace(/<!--.*?-->/gs, "");
  const attributes = [...body.matchAll(/<[a-z][^>]*>/g)].flatMap(([tag]) =>
    heard.flatMap((name) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? []),
  );
  return [...body.split(/<[^>]*>/), ...attributes].map((text) => decode(text).trim()).filter((text) => text !== "");
}

/**
 * Of a text in the pseudo language, the words that no catalogue holds: it changes every letter of what a catalogue says, so that
 * plain letters are the shop's own words, or forgotten.
 * @param own the shop's data and names, each as it may stand in a text
 */
export function englishLeft(text: string, own: readonly (string | RegExp)[]): string | null {
  let rest = text;
  for (const one of own) rest = rest.replaceAll(typeof one === "string" ? one : new RegExp(one, "g"), " ");
  return /[A-Za-z]{2}/.test(rest) ? text : null;
}
