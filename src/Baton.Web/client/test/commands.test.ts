import { expect, test } from "vitest";
import { complete, hintsFor, isForeignCommand } from "../src/state/commands";

const offered = (typed: string): string[] => hintsFor(typed).map((h) => complete(h).trim());

test("a slash offers the commands, a word after it narrows them", () => {
  expect(offered("/")).toContain("/funnel queue");
  expect(offered("/fun")).toContain("/funnel help");
  expect(offered("/funnel re")).toEqual(["/funnel reasons", "/funnel resume"]);
});

test("full-width letters of a Japanese keyboard are understood", () => {
  expect(offered("／ｆｕｎｎｅｌ mi")).toEqual(["/funnel mine"]);
});

test("nothing is offered for other words, other commands and arguments", () => {
  for (const typed of ["", "hello", "/other", "/funnel mine", "/funnel lead x", "/\nx"]) expect(offered(typed), typed).toEqual([]);
});

test("a slash that is not ours is told apart from one that is", () => {
  expect(["/funel mine", "/funnels", "/help"].map(isForeignCommand)).toEqual([true, true, true]);
  expect(["/funnel", "/FUNNEL mine", "／ｆｕｎｎｅｌ", "a/b"].map(isForeignCommand)).toEqual([false, false, false, false]);
});
