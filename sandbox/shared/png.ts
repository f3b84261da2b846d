import { crc32, deflateSync, inflateSync } from "node:zlib";

/** Pixels as colours of a palette, row by row. */
export interface Bitmap {
  width: number;
  height: number;
  /** one index into the palette a pixel */
  pixels: Uint8Array;
  /** at most 256 colours */
  palette: readonly Rgb[];
}

export type Rgb = readonly [red: number, green: number, blue: number];

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const indexed = 3;

/** @see https://www.w3.org/TR/png-3/ */
export function encodePng({ width, height, pixels, palette }: Bitmap): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, indexed, 0, 0, 0], 8);
  // Each row begins with its filter: none.
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) rows.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(palette.flat())),
    chunk("IDAT", deflateSync(rows, { level: 1 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), body]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(body.length, 0);
  whole.set(named, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
}

/** Channels of the colour types that are read: grey, RGB, palette, grey and RGB with transparency. */
const channelsOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Every pixel's colour, or nothing when it is no PNG of 8 bits a channel that is sent row by row. */
export function decodePng(file: Buffer): { width: number; height: number; at(x: number, y: number): Rgb } | undefined {
  if (!file.subarray(0, 8).equals(signature)) return undefined;
  const chunks = readChunks(file);
  const header = chunks.get("IHDR")?.[0];
  if (header === undefined || header.length < 13) return undefined;
  const [width, height, bits, type, interlace] = [
    header.readUInt32BE(0),
    header.readUInt32BE(4),
    header.readUInt8(8),
    header.readUInt8(9),
    header.readUInt8(12),
  ];
  const channels = channelsOf[type];
  if (bits !== 8 || channels === undefined || interlace !== 0 || width * height > 40_000_000) return undefined;
  const raw = inflateSync(Buffer.concat(chunks.get("IDAT") ?? []));
  if (raw.length < (width * channels + 1) * height) return undefined;
  const bytes = unfilter(raw, width * channels, height, channels);
  const palette = chunks.get("PLTE")?.[0] ?? Buffer.alloc(0);
  return {
    width,
    height,
    at(x, y) {
      const from = (y * width + x) * channels;
      const byte = (i: number) => bytes[from + i] ?? 0;
      if (type === indexed) {
        const [red = 0, green = 0, blue = 0] = palette.subarray(byte(0) * 3, byte(0) * 3 + 3);
        return [red, green, blue];
      }
      return channels >= 3 ? [byte(0), byte(1), byte(2)] : [byte(0), byte(0), byte(0)];
    },
  };
}

function readChunks(file: Buffer): Map<string, Buffer[]> {
  const chunks = new Map<string, Buffer[]>();
  for (let at = signature.length; at + 12 <= file.length; ) {
    const length = file.readUInt32BE(at);
    const type = file.toString("latin1", at + 4, at + 8);
    chunks.set(type, [...(chunks.get(type) ?? []), file.subarray(at + 8, at + 8 + length)]);
    at += length + 12;
  }
  return chunks;
}

/** Rows may be sent as differences to the pixels left and above. */
function unfilter(raw: Buffer, rowBytes: number, height: number, step: number): Buffer {
  const bytes = Buffer.alloc(rowBytes * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (rowBytes + 1)] ?? 0;
    for (let x = 0; x < rowBytes; x += 1) {
      const at = y * rowBytes + x;
      const left = x >= step ? (bytes[at - step] ?? 0) : 0;
      const up = y > 0 ? (bytes[at - rowBytes] ?? 0) : 0;
      const corner = x >= step && y > 0 ? (bytes[at - rowBytes - step] ?? 0) : 0;
      bytes[at] = (raw[y * (rowBytes + 1) + 1 + x] ?? 0) + predicted(filter, left, up, corner);
    }
  }
  return bytes;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return Math.floor((left + up) / 2);
  if (filter !== 4) return 0;
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
