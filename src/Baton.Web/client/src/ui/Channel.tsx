import { useState } from "preact/hooks";
import type { Message, Place } from "../api/types";
import { useConsole } from "../state/context";
import { threadsOf, type PlaceMessages } from "../state/messages";
import type { TextKey } from "../texts";
import { Composer } from "./Composer";
import { MessageList } from "./MessageList";
import { nameOf } from "./Places";

interface Props {
  place: Place;
  known: PlaceMessages;
  add(m: Message): void;
  drop(m: Message): void;
  loadEarlier(): Promise<void>;
}

/** One place: what it is for, its messages, and where to write. */
export function Channel({ place, known, add, drop, loadEarlier }: Props) {
  const { say, locale } = useConsole();
  const [written, setWritten] = useState(0);
  const added = (m: Message): void => {
    add(m);
    setWritten(written + 1);
  };
  const name = nameOf(place, locale, say);
  const placeholder = place.kind === "direct" ? say("writeDirect") : say("write", { place: `#${name}` });
  return (
    <main class="channel" id="main" tabIndex={-1} data-testid="channel">
      <div class="channel-head">
        <h2><span aria-hidden="true">{place.kind === "direct" ? "@" : "#"}</span> {name}</h2>
        <p>{say(`${place.kind}About` as TextKey)}</p>
      </div>
      <MessageList place={place} threads={threadsOf(known, place.kind)} earlier={known.earlier} {...{ written, add, drop, loadEarlier }} />
      <Composer place={place} threadId={null} placeholder={placeholder} added={added} />
    </main>
  );
}
