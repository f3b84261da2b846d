import type { Sandbox } from "./start.ts";

/** A product's texts as the store holds them, read past the Admin API: for whoever checks what the app published. */
export interface LiveTexts {
  title: string;
  desc: string;
  bullets: string[] | null;
  seo_title: string | null;
  seo_desc: string | null;
  /** the alt text of the image of this number */
  [alt: `image_alt_${number}`]: string | null;
}

/** @returns undefined when the store has no such product */
export function readLiveTexts(sandbox: Pick<Sandbox, "store">, shop: string, productId: string): LiveTexts | undefined {
  const product = sandbox.store.shop(shop).products.get(Number(productId));
  if (!product) return undefined;
  const bullets = product.metafields.find(
    ({ namespace, key }) => /^app--\d+--content$/.test(namespace) && key === "bullets",
  );
  return {
    title: product.title,
    desc: product.descriptionHtml,
    bullets: bullets ? (JSON.parse(bullets.value) as string[]) : null,
    seo_title: product.seoTitle,
    seo_desc: product.seoDescription,
    ...Object.fromEntries(product.media.map(({ id, alt }) => [`image_alt_${id}`, alt || null])),
  };
}
