import { formatAgo } from "./numbers.ts";

/** A time in words, with the exact one on hover. `now` is the server's, so that both renders say the same. */
export function Moment({ at, now }: { at: number; now: number }) {
  const exact = new Date(at);
  return (
    // The exact time is written in the reader's own time zone, which the server does not know.
    <time dateTime={exact.toISOString()} title={exact.toLocaleString("en")} suppressHydrationWarning>
      {formatAgo(at, now)}
    </time>
  );
}
