import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const css = readFileSync(new URL("../src/styles/tokens.css", import.meta.url), "utf8");
const [lightCss = "", darkCss = ""] = css.split("@media");
const colours = (text: string): Record<string, string> => Object.fromEntries([...text.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((m) => [m[1], m[2]]));
const light = colours(lightCss);
const schemes = { light, dark: { ...light, ...colours(darkCss) } };

const channel = (c: number): number => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => channel(parseInt(hex.slice(i, i + 2), 16) / 255));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a: string, b: string): number => {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
};

const grounds = ["ground", "surface", "surface-2"];
const pairs: [string, string][] = [
  ...["text", "muted", "accent", "good", "warning", "attention"].flatMap((text) => grounds.map((g): [string, string] => [text, g])),
  ["text", "accent-soft"], ["good", "good-soft"], ["warning", "warning-soft"], ["attention", "attention-soft"], ["accent", "warning-soft"],
  ["on-accent", "accent"], ["on-accent", "accent-strong"],
  ["rail-text", "rail"], ["rail-text", "rail-hover"], ["rail-strong", "rail-here"],
];

test.each(Object.entries(schemes))("every text stands out from its ground in the %s scheme", (_, scheme) => {
  for (const [text, ground] of pairs) expect(contrast(scheme[text]!, scheme[ground]!), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  for (const ground of grounds) expect(contrast(scheme["border-strong"]!, scheme[ground]!), `border of controls on ${ground}`).toBeGreaterThanOrEqual(3);
});
