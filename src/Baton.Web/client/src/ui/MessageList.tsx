import { useState } from "preact/hooks";
import type { Message, Place } from "../api/types";
import { useConsole } from "../state/context";
import { lastOf, type Thread } from "../state/messages";
import type { TextKey } from "../texts";
import { Logo } from "./Avatar";
import { ThreadView } from "./ThreadView";
import { dayOf, sameDay } from "./time";
import { useStickToBottom } from "./useStickToBottom";

interface Props {
  place: Place;
  threads: Thread[];
  earlier: string | null | undefined;
  /** How often the reader has written here. */
  written: number;
  add(m: Message): void;
  drop(m: Message): void;
  loadEarlier(): Promise<void>;
}

/** The messages of a place, oldest on top, by day. */
export function MessageList({ place, threads, earlier, written, add, drop, loadEarlier }: Props) {
  const { say, locale } = useConsole();
  const [loading, setLoading] = useState(false);
  const newest = threads.at(-1) && lastOf(threads.at(-1)!).id;
  const { box, inner, below, toBottom } = useStickToBottom(newest, threads[0]?.root.id, written);
  const more = async (): Promise<void> => {
    setLoading(true);
    await loadEarlier();
    setLoading(false);
  };
  return (
    <div class="list-frame">
      <section class="list" ref={box} aria-label={say("messages")} tabIndex={0} data-testid="messages">
        <div ref={inner}>
          {earlier === undefined && <p class="quiet" role="status">{say("loading")}</p>}
          {earlier && <button type="button" class="more" disabled={loading} onClick={more}>{say("earlier")}</button>}
          {earlier === null && threads.length === 0 && <Quiet text={say(`empty${kindName(place)}` as TextKey)} />}
          {threads.map((t, i) => {
            const day = lastOf(t).at;
            const before = threads[i - 1];
            return [
              (!before || !sameDay(lastOf(before).at, day)) && <h3 class="day" key={`day-${t.root.id}`}><span>{dayOf(day, locale, say)}</span></h3>,
              <ThreadView key={t.root.id} {...{ place, add, drop }} thread={t} />,
            ];
          })}
        </div>
      </section>
      {below && <button type="button" class="below" onClick={toBottom}>{say("newBelow")} <span aria-hidden="true">↓</span></button>}
    </div>
  );
}

function Quiet({ text }: { text: string }) {
  const { say } = useConsole();
  return <div class="empty"><Logo /><h3>{say("emptyTitle")}</h3><p>{text}</p></div>;
}

const kindName = (place: Place): string => place.kind[0]!.toUpperCase() + place.kind.slice(1);
