import { Badge, type BadgeProps, Icon, UnstyledLink } from "@shopify/polaris";
import { AlertDiamondIcon, AlertTriangleIcon, ImageIcon } from "@shopify/polaris-icons";
import type { TFunction } from "i18next";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { readsEnglish } from "../../i18n/locales.ts";
import { findingTitleKey } from "../marks/finding-words.ts";
import { Moment } from "../moment.tsx";
import { useFormats } from "../use-formats.ts";
import { type FindingView, type ProductRowView, type TextsView, thumbnailUrl } from "./product-view.ts";
import { type SelectionStore, useTickedBox } from "./selection.ts";
import { nameOfText } from "./text-names.ts";

export interface ProductRowProps {
  product: ProductRowView;
  store: SelectionStore;
  now: number;
  /** the address of its review; null where there is nothing to review */
  reviewUrl: string | null;
}

/** One product in the list. It is drawn again when it changed; a tick draws its box only. */
export const ProductRow = memo(function ProductRow({ product, store, now, reviewUrl }: ProductRowProps) {
  const { t, i18n } = useTranslation("products");
  const { ago } = useFormats();
  const { id, title, vendor, productType, updatedAt } = product;
  const name = title || t("untitled");
  const state = product.gone ? "gone" : product.status === "active" ? null : product.status;
  const under = [vendor, productType].filter(Boolean).join(" · ");
  const badge = badgeOf(t, product.texts);
  const look = (
    <Badge tone={badge.tone} progress={badge.progress}>
      {badge.words}
    </Badge>
  );
  return (
    <tr data-id={id} className="sw-product-row">
      <td className="sw-cell-check">
        <RowCheck store={store} id={id} label={t("select.one", { product: name })} />
      </td>
      <td className="sw-cell-picture">
        <Picture url={product.imageUrl} />
      </td>
      <th scope="row" className="sw-cell-name">
        <UnstyledLink
          url={`/app/products/${encodeURIComponent(id)}`}
          className="sw-row-link sw-one-line"
          dir="auto"
          title={name}
          data-primary=""
        >
          {name}
        </UnstyledLink>
        <span className="sw-under sw-one-line" title={under}>
          <bdi>{under}</bdi>
          {state ? <span className="sw-row-state">{t(`status.${state}`)}</span> : null}
        </span>
      </th>
      <td className="sw-cell-texts">
        {reviewUrl ? (
          <UnstyledLink
            url={reviewUrl}
            className="sw-badge-link"
            aria-label={t("reviewOf", { what: badge.words, product: name })}
          >
            {look}
          </UnstyledLink>
        ) : (
          look
        )}
        <span className="sw-under sw-one-line" dir="auto">
          {lineOf(t, product.texts, { when: (at) => ago(at, now), readsEnglish: readsEnglish(i18n) })}
        </span>
      </td>
      <td className="sw-cell-findings">
        <Findings findings={product.findings} />
      </td>
      <td className="sw-cell-changed">
        <Moment at={updatedAt} now={now} />
      </td>
    </tr>
  );
});

function RowCheck({ store, id, label }: { store: SelectionStore; id: string; label: string }) {
  const box = useTickedBox(store, id);
  return (
    <label className="sw-check">
      <input ref={box} type="checkbox" aria-label={label} data-tick={id} />
    </label>
  );
}

/** The title is beside it: reading it twice would only hold people up. */
function Picture({ url }: { url: string | null }) {
  return url ? (
    <img className="sw-picture" src={thumbnailUrl(url)} alt="" width={40} height={40} loading="lazy" decoding="async" />
  ) : (
    <span className="sw-picture sw-picture-none">
      <Icon source={ImageIcon} tone="subdued" />
    </span>
  );
}

function Findings({ findings }: { findings: FindingView[] | null }) {
  const { t } = useTranslation("products");
  const { t: marks } = useTranslation("marks");
  if (findings === null) {
    return (
      <span className="sw-under">
        <span aria-hidden="true">–</span>
        <span className="sw-hidden">{t("findings.nothing")}</span>
      </span>
    );
  }
  const [first, second] = findings;
  if (!first) return <span className="sw-under">{t("findings.none")}</span>;
  const source = first.tone === "block" ? AlertDiamondIcon : first.tone === "warn" ? AlertTriangleIcon : null;
  return (
    <>
      <span className="sw-finding">
        {source ? (
          <span className="sw-finding-icon">
            <Icon source={source} tone={first.tone === "block" ? "critical" : "caution"} />
          </span>
        ) : null}
        <span className="sw-one-line">{findingWords({ t, marks }, first)}</span>
      </span>
      {second ? <span className="sw-under sw-one-line">{findingWords({ t, marks }, second)}</span> : null}
    </>
  );
}

type Words = TFunction<"products">;

function findingWords(
  { t, marks }: { t: Words; marks: TFunction<"marks"> },
  { code, kind, count, tone, by }: FindingView,
): string {
  const name = marks(findingTitleKey({ code, details: kind && { kind } }));
  const what = count > 1 ? t("findings.times", { what: name, count }) : name;
  if (tone !== "kept") return what;
  return t(by === "you" ? "findings.keptByYou" : by ? "findings.keptByColleague" : "findings.kept", { what });
}

interface Look {
  words: string;
  tone?: BadgeProps["tone"];
  progress?: BadgeProps["progress"];
}

/** Colour is never alone: each state has its own words, and those that wait for a person a sign of how far they are. */
function badgeOf(t: Words, texts: TextsView): Look {
  switch (texts.kind) {
    case "conflict": {
      const [only] = texts.texts;
      const words =
        texts.texts.length === 1 && only !== undefined
          ? t("badge.changed", { text: nameOfText(t, only) })
          : t("badge.conflicts", { count: texts.texts.length });
      return { words, tone: "warning", progress: "incomplete" };
    }
    case "drafts":
      return { words: t("badge.drafts", { count: texts.count }), tone: "attention", progress: "partiallyComplete" };
    case "approved":
      return { words: t("badge.approved", { count: texts.count }), tone: "info", progress: "partiallyComplete" };
    case "not_written":
      return { words: t("badge.notWritten"), tone: "critical", progress: "incomplete" };
    case "outdated":
      return { words: t("badge.outdated"), tone: "warning", progress: "partiallyComplete" };
    case "missing": {
      const [only] = texts.texts;
      return texts.texts.length === 1 && only !== undefined
        ? { words: t("badge.missing", { text: nameOfText(t, only) }) }
        : { words: t("badge.missingSome", { count: texts.texts.length, wanted: texts.wanted }) };
    }
    case "live":
      return { words: t("badge.live"), tone: "success", progress: "complete" };
  }
}

interface Reader {
  when(at: number): string;
  readsEnglish: boolean;
}

function lineOf(t: Words, texts: TextsView, { when, readsEnglish }: Reader): string {
  switch (texts.kind) {
    case "conflict":
      if (texts.drafts > 0) return t("line.drafts", { count: texts.drafts });
      return texts.published > 0 && texts.publishedAt !== null
        ? t("line.published", { count: texts.published, when: when(texts.publishedAt) })
        : "";
    case "drafts":
      return texts.excerpt === "" ? "" : t("line.excerpt", { text: texts.excerpt });
    case "approved":
      if (texts.at === null || texts.by === null) return "";
      return t(texts.by === "you" ? "line.byYou" : "line.byColleague", { when: when(texts.at) });
    case "not_written":
      // The reason is kept in English; the run tells it in other languages.
      return (readsEnglish ? texts.reason : null) ?? t("line.tried", { count: texts.attempts });
    case "outdated":
      return t("line.factsChanged");
    case "missing":
      if (texts.rejected) return t("line.rejected");
      if (texts.fewFacts) return t("line.fewFacts");
      return t("line.live", { live: texts.wanted - texts.texts.length, wanted: texts.wanted });
    case "live": {
      const [byHand] = texts.byHand;
      if (byHand !== undefined) return t("line.byHand", { text: nameOfText(t, byHand) });
      if (texts.origin === "put_back") return t("line.putBack");
      if (texts.origin === "rejected") return t("line.rejected");
      return t(texts.origin === "store" ? "line.ofStore" : "line.written");
    }
  }
}
