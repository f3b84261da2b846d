/** Schemes that a link of a product's text may have, and those of a picture or a video. */
const linkSchemes: ReadonlySet<string> = new Set(["http:", "https:", "mailto:", "tel:"]);
const mediaSchemes: ReadonlySet<string> = new Set(["http:", "https:"]);

/** Players whose frames shops put into descriptions. */
const players =
  /^(?:www\.youtube\.com|www\.youtube-nocookie\.com|player\.vimeo\.com|www\.dailymotion\.com|www\.loom\.com|fast\.wistia\.net|cdn\.shopify\.com)$/;

/**
 * The address as a browser reads it (WHATWG URL: tabs, line feeds and outer white space do not count), or null when it does
 * something else than lead somewhere: scripts, data, blobs.
 */
export function safeAddress(address: string, use: "link" | "media"): string | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what a browser takes no notice of
  const read = address.replace(/[\t\n\r]/g, "").replace(/^[\x00-\x20]+|[\x00-\x20]+$/g, "");
  if (read === "") return null;
  const url = parsed(read);
  return url && (use === "link" ? linkSchemes : mediaSchemes).has(url.protocol) ? read : null;
}

/** True for the frame of a player that is known to play videos and nothing else. */
export function isPlayer(address: string): boolean {
  const url = parsed(safeAddress(address, "media") ?? "");
  return url !== null && players.test(url.hostname);
}

/** Relative addresses lead into the shop. */
function parsed(address: string): URL | null {
  return address !== "" && URL.canParse(address, "https://shop.invalid/")
    ? new URL(address, "https://shop.invalid/")
    : null;
}
