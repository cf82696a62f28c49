import { expect, test } from "vitest";
import { commandHints } from "../src/state/commands";
import { allTexts, nearest, textsOf } from "../src/texts";

const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

test("both languages have the same keys, none empty, with the same placeholders", () => {
  expect(Object.keys(allTexts.ja).sort()).toEqual(Object.keys(allTexts.en).sort());
  for (const [key, text] of Object.entries(allTexts.en)) {
    const other = allTexts.ja[key as keyof typeof allTexts.en];
    expect(other.trim(), key).not.toBe("");
    expect(placeholders(other), key).toEqual(placeholders(text));
  }
});

test("placeholders are filled in, and what is filled in is not read again", () => {
  expect(textsOf("en")("newMessage", { who: "{what}", what: "hello" })).toBe("New message from {what}: hello");
});

test("a locale finds its language, and any other finds English", () => {
  expect([nearest("ja-JP"), nearest("ja"), nearest("fr"), nearest(undefined)]).toEqual(["ja", "ja", "en", "en"]);
});

test("every command that is offered says what it does", () => {
  for (const hint of commandHints) expect(allTexts.en[hint.what]).toBeTruthy();
});
