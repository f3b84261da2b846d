import type { HtmlElement } from "./parse-html.ts";

/** Lengths so far outside of a page that nobody scrolls there. */
const farOut =
  /(?:^|;)(?:left|top|right|bottom|text-indent|margin-left|margin-top):-(?:\d{4,}px|\d{3,}(?:em|rem|vw|vh|%))/;
const nothing =
  /(?:^|;)(?:display:none|visibility:(?:hidden|collapse)|content-visibility:hidden|opacity:(?:0|0?\.0\d*|0%)(?:;|$)|font-size:0(?:\.0+)?(?:px|pt|em|rem|%|;|$)|font-size:[01](?:\.\d+)?px|font:0|(?:-webkit-text-fill-)?color:transparent|clip:rect\(0|clip-path:inset\((?:50|100)%|transform:scale\(0\)|mso-hide:all)/;
const noRoom = /(?:^|;)(?:max-)?(?:height|width):[01](?:px|em|rem|%|;|$)/;

/**
 * Whether nobody who reads the page sees an element: by an attribute, or by its own style.
 * @param ground the colour behind it, as {@link groundOf} gives it; undefined: the page's own
 */
export function isUnseen({ tag, attributes }: HtmlElement, ground?: string | undefined): boolean {
  if (attributes.hidden !== undefined && attributes.hidden !== "until-found") return true;
  if (tag === "template") return true;
  if (!attributes.style && attributes.color === undefined) return false;
  const style = plain(attributes.style ?? "");
  if (nothing.test(style) || farOut.test(style)) return true;
  if (noRoom.test(style) && /overflow(?:-[xy])?:(?:hidden|clip)/.test(style)) return true;
  const ink = colourIn(style, "color") ?? (attributes.color && colour(attributes.color));
  const behind = colourIn(style, "background(?:-color)?") ?? ground;
  return ink !== undefined && ink !== "" && ink === behind;
}

/** The colour that an element puts behind its words; undefined where it puts none. */
export function groundOf({ attributes }: HtmlElement): string | undefined {
  if (attributes.bgcolor) return colour(attributes.bgcolor);
  return attributes.style ? colourIn(plain(attributes.style), "background(?:-color)?") : undefined;
}

function plain(style: string): string {
  return style
    .replace(/\/\*.{0,500}?\*\//gs, "")
    .toLowerCase()
    .replace(/\s*!important/g, "")
    .replace(/\s+/g, "");
}

function colourIn(style: string, property: string): string | undefined {
  const [, value] =
    new RegExp(`(?:^|;)${property}:(#[0-9a-f]{3,8}|rgba?\\([^)]{1,40}\\)|[a-z]+)(?:;|$)`).exec(style) ?? [];
  return value === undefined ? undefined : colour(value);
}

const names: Readonly<Record<string, string>> = { white: "ffffff", black: "000000" };

/** `#fff`, `rgb(255,255,255)` and `white` are one. */
function colour(value: string): string {
  const lower = value.trim().toLowerCase();
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(lower);
  if (short)
    return short
      .slice(1)
      .map((digit) => digit + digit)
      .join("");
  const rgb = /^rgba?\((\d{1,3}),(\d{1,3}),(\d{1,3})/.exec(lower);
  if (rgb)
    return rgb
      .slice(1)
      .map((part) => Number(part).toString(16).padStart(2, "0"))
      .join("");
  return names[lower] ?? lower.replace(/^#/, "");
}
