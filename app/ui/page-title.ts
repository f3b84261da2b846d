import type english from "../i18n/en/frame.ts";

type Titles = Record<keyof (typeof english)["titles"], string>;
interface Match {
  id: string;
  data: unknown;
}

/**
 * A document's title in the reader's language. The words are the frame's, which it has for as long as the app is open: what is
 * no component has no words of its own.
 * @param subject what the page is about, in place of the page's name or before it
 */
export function pageTitle(
  matches: readonly (Match | undefined)[],
  name: keyof Titles | null,
  subject?: string | undefined,
): { title: string }[] {
  const frame = matches.find((match) => match?.id === "routes/app")?.data as { titles?: Titles } | null | undefined;
  const parts = [subject, name === null ? undefined : frame?.titles?.[name], "Shelfwright"];
  return [{ title: parts.filter((part) => part !== undefined && part !== "").join(" · ") }];
}
