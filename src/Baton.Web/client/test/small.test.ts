import { expect, test } from "vitest";
import { readAnswer } from "../src/cards/answer";
import { readMarks } from "../src/state/reading";
import { initialsOf } from "../src/ui/Avatar";

test("an invoke's answer is told apart by its inner status and type", () => {
  expect(readAnswer({ statusCode: 200, type: "application/vnd.microsoft.card.adaptive", value: { a: 1 } })).toEqual({ is: "card", card: { a: 1 } });
  expect(readAnswer({ statusCode: 200, type: "application/vnd.microsoft.activity.message", value: "No." })).toEqual({ is: "told", text: "No." });
  expect(readAnswer({ statusCode: 400, type: "application/vnd.microsoft.error", value: { message: "Bad." } })).toEqual({ is: "wrong", why: "Bad." });
});

test("how far somebody has read never goes back and belongs to that person", () => {
  const stored = new Map<string, string>();
  const storage = { getItem: (k: string) => stored.get(k) ?? null, setItem: (k: string, v: string) => void stored.set(k, v) };
  const sam = readMarks("sam", storage);
  sam.set("sales", "2");
  sam.set("sales", "1");
  expect(sam.get("sales")).toBe("2");
  expect(readMarks("rika", storage).get("sales")).toBe("");
});

test("initials are two letters of a Latin name and one character of any other", () => {
  expect([initialsOf("Maria da Silva"), initialsOf("sam"), initialsOf("田中 愛子"), initialsOf("")]).toEqual(["MD", "S", "田", "?"]);
});
