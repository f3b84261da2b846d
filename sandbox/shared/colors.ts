import type { Rgb } from "./png.ts";

/** Plain colours, as the store paints its pictures and the model names them. */
export const colors = {
  black: [38, 38, 42],
  white: [247, 246, 242],
  grey: [138, 140, 145],
  red: [192, 48, 52],
  orange: [226, 127, 44],
  yellow: [235, 200, 62],
  green: [74, 132, 80],
  blue: [52, 92, 168],
  navy: [32, 44, 92],
  purple: [122, 80, 150],
  pink: [228, 140, 168],
  brown: [116, 80, 54],
  beige: [214, 192, 156],
} as const satisfies Record<string, Rgb>;

export type ColorName = keyof typeof colors;

export const colorNames = Object.keys(colors) as ColorName[];

/** The plain colour that looks most like this one. */
export function nearestColor(rgb: Rgb): ColorName {
  const distance = (name: ColorName) => colors[name].reduce((sum, value, i) => sum + (value - (rgb[i] ?? 0)) ** 2, 0);
  return colorNames.reduce((best, name) => (distance(name) < distance(best) ? name : best));
}
