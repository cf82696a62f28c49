// Mirrors what the server answers (ConsoleViews.cs).

export type Locale = "en" | "ja";
export type Json = Record<string, unknown>;

export interface Person {
  email: string;
  name: string;
  roles: string[];
  locale: string;
  timeZone: string;
}

export interface Me {
  me: Person | null;
  people: Person[];
}

export type PlaceKind = "sales" | "marketing" | "direct";

export interface Place {
  id: string;
  kind: PlaceKind;
  name: string;
  nameJa: string;
  locale: string;
  latest: string | null;
}

export interface Message {
  id: string;
  place: string;
  threadId: string | null;
  author: { email: string; name: string } | null;
  text: string | null;
  summary: string | null;
  card: Json | null;
  locale: string;
  version: number;
  at: string;
  /** Only in this browser: the answer to a command that nobody else sees, with the command. */
  asked?: string;
}

export interface Page {
  threads: { root: Message; replies: Message[] }[];
  earlier: string | null;
}

export interface Said {
  kind: "stored" | "private";
  message: Message;
}

export interface InvokeAnswer {
  statusCode: number;
  type: string;
  value: unknown;
}
