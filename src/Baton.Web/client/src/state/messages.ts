import type { Message, Page, PlaceKind } from "../api/types";

/** What this browser knows of one place. */
export interface PlaceMessages {
  byId: ReadonlyMap<string, Message>;
  /** What to ask for the page before; null when there is none, undefined before the first page came. */
  earlier: string | null | undefined;
}

export interface Thread {
  root: Message;
  replies: Message[];
}

export const nothingYet: PlaceMessages = { byId: new Map(), earlier: undefined };

/** Adds messages; of two with one id the higher version stays. */
export function merge(known: PlaceMessages, messages: readonly Message[]): PlaceMessages {
  const byId = new Map(known.byId);
  for (const m of messages) {
    const old = byId.get(m.id);
    if (!old || m.version > old.version || (m.version === old.version && !sameMessage(old, m))) byId.set(m.id, m);
  }
  return { ...known, byId };
}

// Equal messages keep their identity, so that a poll that brings nothing new redraws nothing.
const sameMessage = (a: Message, b: Message): boolean =>
  a.text === b.text && JSON.stringify(a.card) === JSON.stringify(b.card);

/** Adds a page: the newest one (no `before`) never moves the start of what is known already. */
export function mergePage(known: PlaceMessages, page: Page, before?: string): PlaceMessages {
  const merged = merge(known, page.threads.flatMap((t) => [t.root, ...t.replies]));
  const first = known.earlier === undefined || before !== undefined;
  return first ? { ...merged, earlier: page.earlier } : merged;
}

export function remove(known: PlaceMessages, id: string): PlaceMessages {
  const byId = new Map(known.byId);
  byId.delete(id);
  return { ...known, byId };
}

/** Threads as they are shown: in marketing by their last word, elsewhere by their first. */
export function threadsOf(known: PlaceMessages, kind: PlaceKind): Thread[] {
  const all = [...known.byId.values()].sort((a, b) => order(a.id, b.id));
  const threads = new Map<string, Thread>();
  for (const m of all) if (!m.threadId) threads.set(m.id, { root: m, replies: [] });
  for (const m of all) if (m.threadId) threads.get(m.threadId)?.replies.push(m);
  const list = [...threads.values()];
  return kind === "marketing" ? list.sort((a, b) => order(lastOf(a).id, lastOf(b).id)) : list;
}

export const lastOf = (t: Thread): Message => t.replies.at(-1) ?? t.root;

/** The newest id in a place that counts as news. */
export const latestOf = (known: PlaceMessages): string | null =>
  [...known.byId.values()].filter((m) => !m.asked).reduce<string | null>((max, m) => (max && max > m.id ? max : m.id), null);

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
