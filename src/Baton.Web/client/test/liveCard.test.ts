import { beforeEach, expect, test, vi } from "vitest";
import type { Json } from "../src/api/types";
import type { Answer } from "../src/cards/answer";
import type { CardAction } from "../src/cards/draw";
import { LiveCard, type CardState } from "../src/cards/liveCard";
import { RefreshQueue } from "../src/cards/refreshQueue";

const channelCard = (name: string): Json => ({ name, refresh: { action: { type: "Action.Execute", verb: "refresh", data: {} } } });

function stage(answer: (verb: string) => Answer | Promise<Answer>) {
  const host = Object.assign(new EventTarget(), { contains: () => false, replaceChildren: () => undefined, focus: () => undefined });
  const s = { shown: [] as unknown[], asked: [] as string[], toasts: [] as string[], failures: 0, inUse: false, state: {} as CardState, press: (_: CardAction): void => undefined };
  const live = new LiveCard("key", host as unknown as HTMLElement, new RefreshQueue(1, 0), {
    draw: (card, press) => {
      s.shown.push(card.name);
      s.press = press;
      return { element: {} as HTMLElement, inUse: () => s.inUse };
    },
    invoke: async ({ verb }, trigger) => (s.asked.push(`${verb} ${trigger}`), answer(verb)),
    toast: (text) => s.toasts.push(text),
    failed: () => (s.failures += 1),
    show: (state) => (s.state = state),
  });
  return { s, live, host, later: () => vi.advanceTimersByTimeAsync(1) };
}

const mine = (): Answer => ({ is: "card", card: channelCard("mine") });

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("document", { activeElement: null });
});

test("a card asks for its reader's own view once it comes into view, and once only", async () => {
  const { s, live, later } = stage(mine);
  live.update(channelCard("everybody's"));
  await later();
  expect(s.asked).toEqual([]);
  live.seen(true);
  live.seen(false);
  live.seen(true);
  await later();
  expect(s.asked).toEqual(["refresh automatic"]);
  expect(s.shown).toEqual(["everybody's", "mine"]);
});

test("an updated message asks again, and shows nobody else's buttons in between", async () => {
  const { s, live, later } = stage(mine);
  live.update(channelCard("v1"));
  live.seen(true);
  await later();
  live.update(channelCard("v2"));
  await later();
  expect(s.shown).toEqual(["v1", "mine", "mine"]);
});

test("what is being typed stays, with a note, until the form is left", async () => {
  const { s, live, host, later } = stage(mine);
  live.update({ name: "v1" });
  s.inUse = true;
  live.update({ name: "v2" });
  expect(s.shown).toEqual(["v1"]);
  expect(s.state.changed).toBe(true);
  s.inUse = false;
  host.dispatchEvent(new Event("click"));
  await later();
  expect(s.shown).toEqual(["v1", "v2"]);
  expect(s.state.changed).toBe(false);
});

test("the reader can give up what was typed", () => {
  const { s, live } = stage(mine);
  live.update({ name: "v1" });
  s.inUse = true;
  live.update({ name: "v2" });
  live.discard();
  expect(s.shown).toEqual(["v1", "v2"]);
});

test("a click shows the answered card and locks the card meanwhile", async () => {
  const { s, live, later } = stage(mine);
  live.update({ name: "v1" });
  s.press({ verb: "accept", data: {} });
  s.press({ verb: "accept", data: {} });
  expect(s.state.working).toBe(true);
  await later();
  expect(s.asked).toEqual(["accept manual"]);
  expect(s.shown).toEqual(["v1", "mine"]);
  expect(s.state.working).toBe(false);
});

test("a refused click is told, and the card then shows how things stand", async () => {
  const { s, live, later } = stage((verb) => (verb === "accept" ? { is: "told", text: "Aiko was faster." } : mine()));
  live.update(channelCard("v1"));
  s.inUse = true;
  s.press({ verb: "accept", data: {} });
  await later();
  expect(s.toasts).toEqual(["Aiko was faster."]);
  expect(s.shown).toEqual(["v1", "mine"]);
});

test("a form with a wrong answer stays open and says what is wrong", async () => {
  const { s, live, later } = stage(() => ({ is: "wrong", why: "Say why." }));
  live.update({ name: "v1" });
  s.press({ verb: "reject", data: {} });
  await later();
  expect(s.state.wrong).toBe("Say why.");
  expect(s.shown).toEqual(["v1"]);
});

test("a click that never arrived leaves the form as it is", async () => {
  const { s, live, later } = stage(() => Promise.reject(new Error("offline")));
  live.update({ name: "v1" });
  s.press({ verb: "reject", data: {} });
  await later();
  expect([s.failures, s.state.working, s.shown.length]).toEqual([1, false, 1]);
});

test("whoever had the keyboard on a button keeps it there when the card is drawn anew", async () => {
  const { s, live, host } = stage(mine);
  const button = (text: string) => ({ textContent: text, getClientRects: () => [{}], focus: vi.fn() });
  const [accept, reject] = [button("Accept"), button("Reject")];
  Object.assign(host, { contains: () => true, querySelectorAll: () => [accept, reject] });
  vi.stubGlobal("document", { activeElement: button("Reject") });
  live.update({ name: "first" });
  expect(s.shown).toEqual(["first"]);
  expect(reject.focus).toHaveBeenCalledOnce();
  expect(accept.focus).not.toHaveBeenCalled();
});
