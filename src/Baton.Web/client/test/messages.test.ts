import { expect, test } from "vitest";
import type { Message } from "../src/api/types";
import { latestOf, merge, mergePage, nothingYet, remove, threadsOf } from "../src/state/messages";

const message = (id: string, change: Partial<Message> = {}): Message => ({
  id, place: "sales", threadId: null, author: null, text: null, summary: id, card: { id }, locale: "en", version: 1, at: "2026-11-20T09:00:00Z", ...change,
});
const known = (...messages: Message[]) => merge(nothingYet, messages);
const roots = (...messages: Message[]) => threadsOf(known(...messages), "sales").map((t) => t.root.id);

test("an older version never replaces a newer one", () => {
  const after = merge(known(message("1", { version: 3 })), [message("1", { version: 2 })]);
  expect(after.byId.get("1")?.version).toBe(3);
});

test("a message that comes again unchanged keeps its identity, so that nothing is drawn again", () => {
  const before = known(message("1"));
  expect(merge(before, [message("1")]).byId.get("1")).toBe(before.byId.get("1"));
});

test("messages stand in the order of their time however they arrive", () => {
  expect(roots(message("3"), message("1"), message("2"))).toEqual(["1", "2", "3"]);
});

test("marketing's threads stand in the order of their last word", () => {
  const all = known(message("1"), message("2"), message("3", { threadId: "1" }));
  expect(threadsOf(all, "marketing").map((t) => t.root.id)).toEqual(["2", "1"]);
  expect(threadsOf(all, "sales").map((t) => t.root.id)).toEqual(["1", "2"]);
});

test("reading the newest page again does not forget that earlier ones were read", () => {
  const page = (earlier: string | null) => ({ threads: [], earlier });
  const first = mergePage(nothingYet, page("5"));
  expect(first.earlier).toBe("5");
  const second = mergePage(first, page(null), "5");
  expect(second.earlier).toBe(null);
  expect(mergePage(second, page("9")).earlier).toBe(null);
});

test("an answer that only its asker sees is no news and can be dismissed", () => {
  const all = known(message("1"), message("2", { asked: "/funnel mine" }));
  expect(latestOf(all)).toBe("1");
  expect([...remove(all, "2").byId.keys()]).toEqual(["1"]);
});
