import { deflateSync } from "node:zlib";
import { PNG } from "pngjs";

/**
 * Packs a PNG anew with a palette: a third of the size for pictures of few colours, such as grids of grey images. The
 * pixels stay as they are; the bytes are those of Node's zlib.
 * @returns the PNG itself if it has more than 256 colours, or any that is not opaque
 */
export function indexedPng(png: Buffer): Buffer {
  const { width, height, data } = PNG.sync.read(png);
  const places = new Map<number, number>();
  // Of each row: the filter's number (none), then a byte a pixel.
  const rows = Buffer.alloc(height * (width + 1));
  for (let i = 0; i < width * height; i++) {
    const color = data.readUInt32BE(4 * i);
    let place = places.get(color);
    if (place === undefined) {
      place = places.size;
      if (place === 256 || data[4 * i + 3] !== 255) return png;
      places.set(color, place);
    }
    rows[i + Math.floor(i / width) + 1] = place;
  }
  const palette = Buffer.from(
    [...places.keys()].flatMap((color) => [color >>> 24, (color >>> 16) & 255, (color >>> 8) & 255]),
  );
  return Buffer.concat([
    signature,
    chunk("IHDR", header(width, height)),
    chunk("PLTE", palette),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

const signature = Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** Eight bits a pixel, colour type 3 (palette), not interlaced. */
function header(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(13);
  bytes.writeUInt32BE(width, 0);
  bytes.writeUInt32BE(height, 4);
  bytes.set([8, 3, 0, 0, 0], 8);
  return bytes;
}

function chunk(type: string, data: Buffer): Buffer {
  const bytes = Buffer.alloc(12 + data.length);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(type, 4, "latin1");
  data.copy(bytes, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + data.length)), 8 + data.length);
  return bytes;
}

/** PNG specification, annex D; Node has its own from version 22 on only. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = crcTable[(crc ^ byte) & 255] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});
