// Draws the app's icons: a baton that is handed on, from lower left to upper right. Run: node manifests/teams/icons.mjs
// Teams wants a colour icon of 192 x 192 and an outline of 32 x 32 that is white on nothing.
import { writeFileSync } from "node:fs";
import { deflateSync } from "node:zlib";

const Samples = 4; // each pixel is the mean of 4 x 4 points: soft edges
const Navy = [31, 58, 95];
const White = [255, 255, 255];
const Amber = [255, 178, 56];

/** How far a point is from the line between two others. */
function distance(x, y, ax, ay, bx, by) {
  const along = Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)));
  return Math.hypot(x - (ax + along * (bx - ax)), y - (ay + along * (by - ay)));
}

/** The two short lines behind the baton, which say that it moves. */
function trail(x, y, width) {
  return distance(x, y, 0.2, 0.52, 0.36, 0.36) <= width || distance(x, y, 0.48, 0.8, 0.64, 0.64) <= width;
}

/** The colour of a point of the unit square. */
function colour(x, y) {
  if (distance(x, y, 0.28, 0.72, 0.74, 0.26) <= 0.085) return Math.abs(x - y - 0.16) < 0.08 ? Amber : White;
  return trail(x, y, 0.028) ? White : Navy;
}

/** White, or nothing. */
function outline(x, y) {
  const from = distance(x, y, 0.24, 0.76, 0.78, 0.22);
  const band = Math.abs(x - y - 0.2) < 0.05 && from < 0.13;
  return (from <= 0.14 && from >= 0.06) || band || trail(x, y, 0.04) ? White : null;
}

function draw(size, at) {
  const rows = [];
  for (let py = 0; py < size; py++) {
    const row = Buffer.alloc(1 + size * 4);
    for (let px = 0; px < size; px++) {
      const sum = [0, 0, 0, 0];
      for (let i = 0; i < Samples * Samples; i++) {
        const c = at((px + ((i % Samples) + 0.5) / Samples) / size, (py + (Math.floor(i / Samples) + 0.5) / Samples) / size);
        if (c) [0, 1, 2].forEach(k => (sum[k] += c[k])), (sum[3] += 1);
      }
      const solid = Math.max(1, sum[3]);
      row.set([...sum.slice(0, 3).map(v => Math.round(v / solid)), Math.round((255 * sum[3]) / (Samples * Samples))], 1 + px * 4);
    }
    rows.push(row);
  }
  return png(size, Buffer.concat(rows));
}

/** PNG (https://www.w3.org/TR/png-3/): signature, header, data, end. */
function png(size, raw) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0), head.writeUInt32BE(size, 4), head.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk("IHDR", head), chunk("IDAT", deflateSync(raw, { level: 9 })), chunk("IEND", Buffer.alloc(0))]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "ascii"), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0), body.copy(out, 4), out.writeUInt32BE(crc(body), body.length + 4);
  return out;
}

function crc(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}

const here = new URL(".", import.meta.url);
writeFileSync(new URL("color.png", here), draw(192, colour));
writeFileSync(new URL("outline.png", here), draw(32, outline));
