import { expect, test } from "vitest";
import { toHtml } from "../src/cards/markdown";

test("bold, italic and lists are all the markup there is", () => {
  expect(toHtml("**a** *b*")).toBe("<p><strong>a</strong> <em>b</em></p>\n");
  expect(toHtml("- a\r- b")).toBe("<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n");
});

test.each([
  ["<img src=x onerror=alert(1)>", "<img"],
  ["[click](https://evil.example)", "<a"],
  ["![x](https://evil.example/x.png)", "<img"],
  ["https://evil.example", "<a"],
  ["<https://evil.example>", "<a"],
  ["# big", "<h1"],
  ["[x]\n\n[x]: https://evil.example", "<a"],
  ["| a |\n|---|", "<table"],
])("%j does not become %j", (text, tag) => {
  expect(toHtml(text)).not.toContain(tag);
});

test("what the renderer escaped stays literal", () => {
  expect(toHtml("\\*\\*not bold\\*\\*")).toBe("<p>**not bold**</p>\n");
});
