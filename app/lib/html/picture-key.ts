/** Sizes that Shopify's image addresses may name before the file's ending, e.g. `_200x`, `_small`, `_100x100_crop_center@2x`. */
const sized =
  /_(?:pico|icon|thumb|small|compact|medium|large|grande|original|master|\d+x\d*|x\d+)(?:_crop_[a-z]+)?(?:@[23]x)?(?:\.progressive)?(?=\.[a-z]{3,4}$)/i;
/** One file in a shop's storage, on Shopify's own host or on the shop's. */
const storage = /^(?:cdn\.shopify\.com\/s\/files\/(?:\d+\/)+|[^/]*\/cdn\/shop\/)/i;
/** Parameters that elsewhere choose a version or a size, too. */
const versionOrSize = /^(?:v|ver|version|width|height|w|h|crop|quality|q|format|dpr)$/i;

/**
 * What picture an address shows, whichever version or size of it. Equal keys may still be two files (`a_small.jpg` and
 * `a_large.jpg`): compare whole addresses first.
 * @see https://shopify.dev/docs/api/liquid/filters/img_url and https://shopify.dev/docs/api/liquid/filters/image_url
 */
export function pictureKey(src: string): string {
  const [address = "", ...rest] = src.trim().replace(/#.*$/s, "").split("?");
  const file = address.replace(/^(?:https?:)?\/\//i, "");
  const stored = file.replace(storage, "shopify/");
  const parameters =
    stored === file
      ? rest
          .join("?")
          .split("&")
          .filter((one) => !versionOrSize.test(one.split("=")[0] ?? ""))
      : [];
  return [stored.replace(sized, ""), ...parameters.filter((one) => one !== "")].join("?");
}
