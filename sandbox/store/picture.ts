import { type ColorName, colorNames, colors } from "../shared/colors.ts";
import { encodePng, type Rgb } from "../shared/png.ts";
import { hashText } from "../shared/random.ts";

/** Pixels of a picture as it was uploaded: square. */
export const pictureWidth = 1200;
const keptPictures = 300;

/** How much of the picture the thing fills: seen whole, from near, from afar. */
const views = [0.56, 0.86, 0.34];
const backgrounds: readonly Rgb[] = [
  [236, 238, 240],
  [240, 236, 228],
  [228, 236, 232],
];

/** The file name of a product's picture. It holds what is painted, so that a name is enough to serve it. */
export function picturePath(productId: number, index: number, colorWords: readonly string[]): string {
  const known = colorWords.flatMap((words) => plainColorOf(words) ?? []);
  const color = known[index % Math.max(1, known.length)] ?? colorNames[hashText(`${productId}`) % colorNames.length];
  return `${productId}-${index}-${color}.png`;
}

/** "Dusty Navy" → navy */
function plainColorOf(words: string): ColorName | undefined {
  const found = words.toLowerCase().replace(/\bgray\b/g, "grey");
  return colorNames.find((name) => found.includes(name));
}

const kept = new Map<string, Buffer>();

/** The picture as PNG, at most so wide. @param path as {@link picturePath} gives it; other names get a picture too */
export function pictureOf(path: string, widthPx = pictureWidth): Buffer {
  const width = Math.max(1, Math.min(pictureWidth, Math.floor(widthPx)));
  const key = `${path} ${width}`;
  const known = kept.get(key);
  if (known) return known;
  const picture = paint(path, width);
  if (kept.size >= keptPictures) kept.delete(kept.keys().next().value ?? "");
  kept.set(key, picture);
  return picture;
}

function paint(path: string, width: number): Buffer {
  const [, index = "0", word = ""] = /-(\d+)-([a-z]+)\.png$/.exec(path) ?? [];
  const hash = hashText(path.replace(/-\d+-[a-z]+\.png$/, ""));
  const color = colors[word as ColorName] ?? colors.grey;
  const background = backgrounds[hash % backgrounds.length] ?? ([236, 238, 240] as const);
  const shade = (rgb: Rgb, by: number): Rgb => [
    Math.round(rgb[0] * by),
    Math.round(rgb[1] * by),
    Math.round(rgb[2] * by),
  ];
  const size = views[Number(index) % views.length] ?? 0.5;
  const inside = shapes[hash % shapes.length] ?? shapes[0];
  const pixels = new Uint8Array(width * width);
  for (let y = 0; y < width; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [u, v] = [((x + 0.5) / width - 0.5) / (size / 2), ((y + 0.5) / width - 0.5) / (size / 2)];
      const ground = y > width * 0.8 ? 1 : 0;
      pixels[y * width + x] = inside?.(u, v) ? (u + v > 0.9 ? 3 : 2) : ground;
    }
  }
  const palette = [background, shade(background, 0.96), color, shade(color, 0.88)];
  return encodePng({ width, height: width, pixels, palette });
}

type Shape = (u: number, v: number) => boolean;

/** Outlines around the middle, from -1 to 1: a box with round corners, a disc, a jar, a garment. */
const shapes: readonly Shape[] = [
  (u, v) => (Math.abs(u) / 0.95) ** 6 + (Math.abs(v) / 0.95) ** 6 < 1,
  (u, v) => u * u + v * v < 1,
  (u, v) => (Math.abs(u) < 0.75 && v > -0.6 && v < 1) || (Math.abs(u) < 0.5 && v >= -0.95 && v <= -0.6),
  (u, v) => (Math.abs(u) < 0.62 && Math.abs(v) < 1) || (v > -1 && v < -0.35 && Math.abs(u) < 1),
];
