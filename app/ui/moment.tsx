import { useTranslation } from "react-i18next";
import { useFormats } from "./use-formats.ts";

/** A time in words, with the exact one on hover. `now` is the server's, so that both renders say the same. */
export function Moment({ at, now }: { at: number; now: number }) {
  const { i18n } = useTranslation();
  const { ago } = useFormats();
  const exact = new Date(at);
  return (
    // The exact time is written in the reader's own time zone, which the server does not know.
    <time dateTime={exact.toISOString()} title={exact.toLocaleString(i18n.language)} suppressHydrationWarning>
      {ago(at, now)}
    </time>
  );
}
