import { beforeEach, expect, test, vi } from "vitest";
import { RefreshQueue } from "../src/cards/refreshQueue";

beforeEach(() => void vi.useFakeTimers());

test("at most so many cards are asked for at once, and the rest follow", async () => {
  const queue = new RefreshQueue(2, 10);
  const finish: (() => void)[] = [];
  const asked: number[] = [];
  for (let i = 0; i < 3; i++) queue.add(`card-${i}`, () => (asked.push(i), new Promise((done) => finish.push(done))));
  expect(asked).toEqual([]);
  await vi.advanceTimersByTimeAsync(10);
  expect(asked).toEqual([0, 1]);
  finish[0]!();
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toEqual([0, 1, 2]);
});

test("a card that asks again before its turn is asked for once, the newest way", async () => {
  const queue = new RefreshQueue(1, 10);
  const asked: string[] = [];
  queue.add("card", async () => void asked.push("old"));
  queue.add("card", async () => void asked.push("new"));
  await vi.advanceTimersByTimeAsync(10);
  expect(asked).toEqual(["new"]);
});

test("a failure does not stop the others", async () => {
  const queue = new RefreshQueue(1, 10);
  const asked: string[] = [];
  queue.add("a", () => Promise.reject(new Error("away")));
  queue.add("b", async () => void asked.push("b"));
  await vi.advanceTimersByTimeAsync(10);
  expect(asked).toEqual(["b"]);
});
