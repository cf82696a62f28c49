import type { InvokeAnswer, Json, Me, Page, Place, Said } from "./types";

/** What the server refused, in its own words. */
export class Refused extends Error {}

/** Every call of one person. Links are relative to the page, which ends with a slash. */
export class ConsoleApi {
  constructor(readonly as: string) {}

  static people = (): Promise<Me> => call("api/me");

  places = (): Promise<Place[]> => call(this.url("places"));

  messages = (place: string, before?: string): Promise<Page> =>
    call(this.url(`places/${encodeURIComponent(place)}/messages`, before ? { before } : {}));

  say = (place: string, threadId: string | null, text: string, id: string): Promise<Said> =>
    post(this.url("say"), { place, threadId, text, id });

  invoke = (action: { verb: string; data: Json }, trigger: "manual" | "automatic"): Promise<InvokeAnswer> =>
    post(this.url("invoke"), { action: { type: "Action.Execute", ...action }, trigger });

  streamUrl = (): string => this.url("stream");

  private url(path: string, query: Record<string, string> = {}): string {
    return `api/${path}?${new URLSearchParams({ as: this.as, ...query })}`;
  }
}

const post = <T>(url: string, body: unknown): Promise<T> =>
  call(url, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

async function call<T>(url: string, init?: RequestInit): Promise<T> {
  const response = await fetch(url, init);
  if (response.ok) return (await response.json()) as T;
  const problem = (await response.json().catch(() => ({}))) as { detail?: string };
  throw new Refused(problem.detail ?? `${response.status} ${response.statusText}`);
}
