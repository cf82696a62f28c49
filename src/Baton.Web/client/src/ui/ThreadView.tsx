import { useState } from "preact/hooks";
import type { Message, Place } from "../api/types";
import { useConsole } from "../state/context";
import type { Thread } from "../state/messages";
import { Composer } from "./Composer";
import { MessageView } from "./MessageView";
import { shortTimeOf } from "./time";

interface Props {
  place: Place;
  thread: Thread;
  add(m: Message): void;
  drop(m: Message): void;
}

/** At most so many replies are open from the start. */
const openReplies = 4;

/** A message with the replies to it, which can be folded away. */
export function ThreadView({ place, thread, add, drop }: Props) {
  const { root, replies } = thread;
  const [chosen, setChosen] = useState<boolean>();
  const open = chosen ?? (replies.length > 0 && replies.length <= openReplies);
  const canReply = place.kind !== "direct" && !root.asked;
  return (
    <article class="thread" data-testid="thread">
      <MessageView message={root} drop={drop} />
      {(replies.length > 0 || canReply) && (
        <div class="thread-rest">
          <Toggle thread={thread} open={open} toggle={() => setChosen(!open)} />
          {open && (
            <div class="replies">
              {replies.map((m) => <MessageView key={m.id} message={m} drop={drop} />)}
              {canReply && <ReplyBox {...{ place, add }} threadId={root.id} />}
            </div>
          )}
        </div>
      )}
    </article>
  );
}

function Toggle({ thread, open, toggle }: { thread: Thread; open: boolean; toggle(): void }) {
  const { say, locale } = useConsole();
  const n = thread.replies.length;
  const last = thread.replies.at(-1);
  const text = n === 0 ? say(open ? "hideThread" : "startThread") : n === 1 ? say("reply") : say("replies", { n });
  return (
    <button type="button" class={n > 0 ? "toggle has-replies" : "toggle"} aria-expanded={open} onClick={toggle} data-testid="thread-toggle">
      <span class="chevron" aria-hidden="true" />{text}
      {last && <span class="toggle-last">{say("lastReply", { when: shortTimeOf(last.at, locale) })}</span>}
    </button>
  );
}

function ReplyBox({ place, threadId, add }: { place: Place; threadId: string; add(m: Message): void }) {
  const { say } = useConsole();
  return <Composer place={place} threadId={threadId} placeholder={say("replyTo")} added={add} />;
}
