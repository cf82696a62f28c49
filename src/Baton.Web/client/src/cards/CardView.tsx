import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Message } from "../api/types";
import { useConsole } from "../state/context";
import { reasonOf } from "../state/reason";
import { readAnswer } from "./answer";
import { draw } from "./draw";
import { LiveCard, type CardState } from "./liveCard";
import { RefreshQueue } from "./refreshQueue";

const queue = new RefreshQueue();
const calm: CardState = { working: false, changed: false, wrong: null };

/** A message's card, with what is going on with it. */
export function CardView({ message }: { message: Message }) {
  const { api, toast, say } = useConsole();
  const host = useRef<HTMLDivElement>(null);
  const live = useRef<LiveCard | null>(null);
  const [state, setState] = useState(calm);

  useLayoutEffect(() => {
    const failed = (why: unknown): void => toast(say("notDone", { why: reasonOf(why, say) }), "bad");
    live.current ??= new LiveCard(`${message.place}/${message.id}`, host.current!, queue, {
      draw,
      invoke: async (action, trigger) => readAnswer(await api.invoke(action, trigger)),
      toast: (text) => toast(text, "told"),
      failed,
      show: setState,
    });
    if (message.card) live.current.update(message.card);
  }, [message.card]);

  useEffect(() => {
    const observer = new IntersectionObserver(([entry]) => live.current?.seen(entry?.isIntersecting ?? false), { rootMargin: "80px" });
    observer.observe(host.current!);
    return () => observer.disconnect();
  }, []);

  return (
    <div class="card" data-testid="card" aria-busy={state.working}>
      <div ref={host} class="card-body" tabIndex={-1} inert={state.working} role="group" aria-label={message.summary ?? undefined} onClickCapture={showOpenForm} />
      {state.wrong && <p class="card-note bad" role="alert">{state.wrong}</p>}
      {state.changed && (
        <p class="card-note" role="status" data-testid="changed">
          <span>{say("changed")}</span>
          <button type="button" class="link" onClick={() => live.current?.discard()}>{say("showChange")}</button>
        </p>
      )}
      {state.working && <span class="card-working" role="status">{say("working")}</span>}
    </div>
  );
}

/** A form that opens below the edge of the list is brought into view, once the library has opened it. */
function showOpenForm(e: MouseEvent): void {
  const body = e.currentTarget as HTMLElement;
  if (!(e.target as Element).closest(".ac-pushButton")) return;
  requestAnimationFrame(() => {
    const form = [...body.querySelectorAll(".ac-adaptiveCard .ac-adaptiveCard")].find((f) => f.getClientRects().length > 0);
    form?.scrollIntoView({ block: "nearest" });
  });
}
