import { Card, Text } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { textOfHtml } from "../../lib/html/text-of-html.ts";
import { HtmlView } from "../html-view.tsx";
import { inARow } from "../in-a-row.ts";
import { thumbnailUrl } from "../products/product-view.ts";
import type { TextBody } from "../text-body.ts";
import { cutAtPixels } from "./cut-at-pixels.ts";
import type { ProductDetailView, TextView } from "./product-detail-view.ts";

/**
 * Google's result on a wide screen: 600 px, titles in Arial 20 px on one line, descriptions in Arial 14 px on two lines.
 * Where exactly it cuts is Google's affair and changes; these widths are what results showed when they were measured.
 */
const search = { title: { room: 580, font: "20px Arial" }, description: { room: 960, font: "14px Arial" } };

type Place = "search" | "store" | "social";
const places: readonly Place[] = ["search", "store", "social"];

/** The texts as they will be read: the newest of each, or what is live. */
export function Previews({ product, texts }: { product: ProductDetailView; texts: readonly TextView[] }) {
  const { t } = useTranslation("product");
  const [place, setPlace] = useState<Place>("search");
  const of = (name: string): TextBody | null => {
    const text = texts.find(({ type }) => type.name === name);
    return text?.newest && text.newest.state !== "rejected" ? text.newest.body : (text?.live ?? null);
  };
  const line = (name: string) => [of(name) ?? ""].flat().join(" ");
  const title = line("title") || product.title;
  const seoTitle = line("seo_title") || title;
  const words = textOfHtml(line("desc")).replaceAll("\n", " ");
  const description = line("seo_desc") || words;
  const picture = product.images[0];
  return (
    <Card>
      <section aria-label={t("preview.label")}>
        <div className="sw-card-head">
          <Text as="h2" variant="headingSm">
            {t("preview.label")}
          </Text>
          <div className="sw-segments">
            {places.map((one) => (
              <button key={one} type="button" aria-pressed={one === place} onClick={() => setPlace(one)}>
                {t(`preview.${one}`)}
              </button>
            ))}
          </div>
        </div>
        <figure className="sw-preview-body" lang={product.locale}>
          {place === "search" ? <SearchResult title={seoTitle} description={description} /> : null}
          {place === "store" ? (
            <div className="sw-store">
              {picture ? <img src={thumbnailUrl(picture.url, 240)} alt="" width={120} height={120} /> : null}
              <div>
                <p className="sw-store-title" dir="auto">
                  {title}
                </p>
                <HtmlView html={line("desc")} lang={product.locale} />
              </div>
            </div>
          ) : null}
          {place === "social" ? (
            <div className="sw-social">
              {picture ? <img src={thumbnailUrl(picture.url, 480)} alt="" width={240} height={126} /> : null}
              <p className="sw-store-title" dir="auto">
                {seoTitle}
              </p>
              <p className="sw-social-words" dir="auto">
                {description}
              </p>
            </div>
          ) : null}
        </figure>
      </section>
    </Card>
  );
}

function SearchResult({ title, description }: { title: string; description: string }) {
  const { t } = useTranslation("product");
  const measure = useMeasure();
  const shown = (words: string, { room, font }: (typeof search)["title"]) =>
    measure ? cutAtPixels(words, room, (one) => measure(one, font)) : { shown: words, cut: "" };
  const head = shown(title, search.title);
  const body = shown(description, search.description);
  const width = (words: string, font: string) => (measure ? Math.round(measure(words, font)) : null);
  const wide = width(title, search.title.font);
  return (
    <>
      <div className="sw-search">
        <p className="sw-search-title" dir="auto">
          {head.shown}
        </p>
        <p className="sw-search-words" dir="auto">
          {body.shown || t("preview.none")}
        </p>
      </div>
      <figcaption className="sw-search-note">
        {head.cut === "" && body.cut === ""
          ? t("preview.whole", { width: wide ?? 0, room: search.title.room })
          : inARow(
              head.cut !== "" && t("preview.cutTitle", { words: head.cut }),
              body.cut !== "" && t("preview.cutWords", { words: body.cut }),
            )}
      </figcaption>
    </>
  );
}

/** Measures words in a browser; null on the server and until the page runs. */
function useMeasure(): ((words: string, font: string) => number) | null {
  const [measure, setMeasure] = useState<{ of: (words: string, font: string) => number } | null>(null);
  useEffect(() => {
    const context = document.createElement("canvas").getContext("2d");
    if (!context) return;
    setMeasure({
      of: (words, font) => {
        context.font = font;
        return context.measureText(words).width;
      },
    });
  }, []);
  return measure?.of ?? null;
}
