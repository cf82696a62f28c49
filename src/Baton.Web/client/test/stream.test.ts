import { beforeEach, expect, test, vi } from "vitest";
import { openStream } from "../src/api/stream";

class FakeSource extends EventTarget {
  static CLOSED = 2;
  static all: FakeSource[] = [];
  readyState = 1;
  onerror: () => void = () => undefined;
  constructor(readonly url: string) {
    super();
    FakeSource.all.push(this);
  }
  close = (): void => void (this.readyState = FakeSource.CLOSED);
  fail(): void {
    this.readyState = FakeSource.CLOSED;
    this.onerror();
  }
}

const page = Object.assign(new EventTarget(), { hidden: false });
const on = { reload: vi.fn(), message: vi.fn(), state: vi.fn() };
const open = (): FakeSource[] => FakeSource.all.filter((s) => s.readyState !== FakeSource.CLOSED);
const hide = (hidden: boolean): void => {
  page.hidden = hidden;
  page.dispatchEvent(new Event("visibilitychange"));
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  vi.stubGlobal("document", page);
  vi.stubGlobal("EventSource", FakeSource);
  FakeSource.all = [];
  page.hidden = false;
});

test("once the server greets, the page is live and reads what it may have missed", () => {
  const stop = openStream("stream", on);
  open()[0]!.dispatchEvent(new Event("hello"));
  expect(on.state.mock.calls.flat()).toEqual(["connecting", "live"]);
  expect(on.reload).toHaveBeenCalledOnce();
  stop();
});

test("a refused connection is tried again after a while", () => {
  const stop = openStream("stream", on);
  open()[0]!.fail();
  expect(on.state).toHaveBeenLastCalledWith("lost");
  expect(open()).toHaveLength(0);
  vi.advanceTimersByTime(3000);
  expect(open()).toHaveLength(1);
  stop();
});

test("a tab in the background keeps no connection, and comes back when it is looked at", () => {
  const stop = openStream("stream", on);
  hide(true);
  expect(open()).toHaveLength(0);
  hide(false);
  expect(open()).toHaveLength(1);
  stop();
  hide(false);
  expect(open()).toHaveLength(0);
});
