/** The day of a time: "today", "yesterday", "3 days ago". */
export function dayIn(language: string, at: number, now: number): string {
  const days = Math.max(0, Math.floor(now / 86_400_000) - Math.floor(at / 86_400_000));
  return new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(-days, "day");
}
