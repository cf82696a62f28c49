import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Message, Place } from "../api/types";
import { complete, hintsFor, isForeignCommand } from "../state/commands";
import { useConsole } from "../state/context";
import { reasonOf } from "../state/reason";
import { Hints } from "./Hints";

interface Props {
  place: Place;
  threadId: string | null;
  placeholder: string;
  added(m: Message): void;
}

/** Where to write. What was not sent stays, under the key that makes sending it again harmless. */
export function Composer({ place, threadId, placeholder, added }: Props) {
  const { api, say, toast } = useConsole();
  const [text, setText] = useState("");
  const [sending, setSending] = useState(false);
  const [closed, setClosed] = useState(false);
  const [marked, setMarked] = useState(0);
  const key = useRef("");
  const box = useRef<HTMLTextAreaElement>(null);
  const list = useId();
  const hints = closed ? [] : hintsFor(text);
  const at = Math.min(marked, hints.length - 1);

  useLayoutEffect(() => grow(box.current!), [text]);

  const type = (value: string): void => {
    key.current = crypto.randomUUID();
    setText(value);
    setClosed(false);
    setMarked(0);
  };
  const pick = (i: number): void => {
    type(complete(hints[i]!));
    box.current?.focus();
  };
  const send = async (): Promise<void> => {
    const words = text.trim();
    if (words === "" || sending) return;
    if (place.kind !== "direct" && isForeignCommand(words)) return toast(say("foreignCommand"), "told");
    setSending(true);
    try {
      const said = await api.say(place.id, threadId, words, key.current);
      added(said.kind === "private" ? { ...said.message, asked: words } : said.message);
      setText("");
    } catch (why) {
      toast(say("notSent", { why: reasonOf(why, say) }), "bad");
    }
    setSending(false);
  };
  const pressed = (e: KeyboardEvent): void => {
    // While a Japanese word is being converted, Enter belongs to the input method.
    if (e.isComposing) return;
    const step = e.key === "ArrowDown" ? 1 : e.key === "ArrowUp" ? -1 : 0;
    if (hints.length > 0 && step !== 0) setMarked((at + step + hints.length) % hints.length);
    else if (hints.length > 0 && (e.key === "Tab" || e.key === "Enter") && !e.shiftKey && complete(hints[at]!).trim() !== text.trim()) pick(at);
    else if (hints.length > 0 && e.key === "Escape") setClosed(true);
    else if (e.key === "Enter" && !e.shiftKey) void send();
    else return;
    e.preventDefault();
  };

  return (
    <form class={threadId ? "composer in-thread" : "composer"} data-testid={threadId ? "reply" : "composer"} onSubmit={(e) => { e.preventDefault(); void send(); }}>
      {hints.length > 0 && <Hints id={list} hints={hints} at={at} mark={setMarked} pick={pick} />}
      <div class="composer-box">
        <textarea
          ref={box} rows={1} value={text} maxLength={4000} placeholder={placeholder} aria-label={placeholder} aria-describedby={`${list}-help`}
          aria-haspopup="listbox" aria-controls={hints.length > 0 ? list : undefined} aria-autocomplete="list"
          aria-activedescendant={hints.length > 0 ? `${list}-${at}` : undefined}
          onInput={(e) => type(e.currentTarget.value)} onKeyDown={pressed} onBlur={() => setClosed(true)}
        />
        <button type="submit" class="send" disabled={sending || text.trim() === ""} aria-label={say("send")}>
          <svg viewBox="0 0 20 20" aria-hidden="true"><path d="M3 10h12M10.5 5 15.5 10l-5 5" /></svg>
        </button>
      </div>
      <p class="composer-help" id={`${list}-help`}>{say("composerHelp")}</p>
    </form>
  );
}

function grow(box: HTMLTextAreaElement): void {
  box.style.height = "auto";
  box.style.height = `${box.scrollHeight}px`;
}
