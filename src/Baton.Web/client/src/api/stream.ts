import type { Message } from "./types";

export type Connection = "connecting" | "live" | "lost";

export interface StreamHandlers {
  /** The connection stands, or events were lost: read again what is shown. */
  reload(): void;
  message(message: Message, added: boolean): void;
  state(connection: Connection): void;
}

const retryMs = 3000;

/**
 * Listens for live updates until the answer is called. The browser reconnects by itself; a refused connection is tried again here.
 * A tab in the background lets go: browsers open six connections to one server in all, and a seventh tab would wait for ever.
 */
export function openStream(url: string, on: StreamHandlers): () => void {
  let source: EventSource | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;

  const open = (): void => {
    source = new EventSource(url);
    source.addEventListener("hello", () => {
      on.state("live");
      on.reload();
    });
    source.addEventListener("reload", () => on.reload());
    source.addEventListener("added", (e) => on.message(messageOf(e), true));
    source.addEventListener("updated", (e) => on.message(messageOf(e), false));
    source.onerror = () => {
      on.state("lost");
      if (source?.readyState === EventSource.CLOSED) retry = setTimeout(open, retryMs);
    };
  };

  const close = (): void => {
    clearTimeout(retry);
    source?.close();
    source = undefined;
  };

  const attend = (): void => {
    close();
    if (document.hidden) return;
    on.state("connecting");
    open();
  };

  document.addEventListener("visibilitychange", attend);
  attend();
  return () => {
    document.removeEventListener("visibilitychange", attend);
    close();
  };
}

const messageOf = (e: MessageEvent<string>): Message => (JSON.parse(e.data) as { message: Message }).message;
