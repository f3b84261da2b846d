import { Card, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { inSentence } from "../in-sentence.ts";
import { Moment } from "../moment.tsx";
import type { TextView, VersionView } from "./product-detail-view.ts";

/** Which of the texts that a shop wants stand in the store, and when it was written from here last. */
export function LiveCard({ texts, now }: { texts: readonly TextView[]; now: number }) {
  const { t, i18n } = useTranslation("product");
  const own = texts.filter(
    ({ image, type }) => image === undefined && type.published !== false && type.wanted !== false,
  );
  const missing = own.filter(({ live }) => live === null).map(({ type }) => inSentence(type.label, i18n.language));
  const last = lastWrite(texts);
  return (
    <Card>
      <section aria-label={t("live.label")}>
        <Text as="h2" variant="headingSm">
          {t("live.label")}
        </Text>
        <p className="sw-live">{t("live.texts", { live: own.length - missing.length, count: own.length })}</p>
        {missing.length > 0 ? (
          <p className="sw-live sw-live-missing">
            {t("live.missing", { texts: new Intl.ListFormat(i18n.language).format(missing) })}
          </p>
        ) : null}
        <p className="sw-live sw-live-missing">
          {last ? (
            <>
              {t(last.isUndo ? "live.putBack" : "live.last")} <Moment at={last.at} now={now} />
            </>
          ) : (
            t("live.never")
          )}
        </p>
      </section>
    </Card>
  );
}

/** When a text was published or put back last; null: never */
function lastWrite(texts: readonly TextView[]): { at: number; isUndo: boolean } | null {
  const writes = texts.flatMap(({ history }) => history.flatMap((version) => writesOf(version, history)));
  return writes.toSorted((a, b) => b.at - a.at)[0] ?? null;
}

/** An undo that left nothing in the text's place made no version: what it undid is replaced by none. */
function writesOf(
  { publishedAt, origin, state, decidedAt }: VersionView,
  history: readonly VersionView[],
): { at: number; isUndo: boolean }[] {
  if (publishedAt === null) return [];
  const wasEmptied = state === "superseded" && !history.some((one) => one.state === "published");
  const emptied = wasEmptied && decidedAt != null ? [{ at: decidedAt, isUndo: true }] : [];
  return [{ at: publishedAt, isUndo: origin === "undo" }, ...emptied];
}
