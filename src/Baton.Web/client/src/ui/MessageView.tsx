import type { Message } from "../api/types";
import { CardView } from "../cards/CardView";
import { useConsole } from "../state/context";
import { Initials, Logo } from "./Avatar";
import { fullTimeOf, timeOf } from "./time";

/** Who said what, when. */
export function MessageView({ message, drop }: { message: Message; drop(m: Message): void }) {
  const { say, locale } = useConsole();
  const { author, asked } = message;
  return (
    <div class={asked === undefined ? "message" : "message private"} data-testid="message" data-id={message.id}>
      <span class="avatar">{author ? <Initials name={author.name} /> : <Logo />}</span>
      <div class="said">
        <p class="by">
          <b>{author?.name ?? say("appName")}</b>
          {!author && <span class="badge">{say("app")}</span>}
          <time dateTime={message.at} title={fullTimeOf(message.at, locale)}>{timeOf(message.at, locale)}</time>
        </p>
        {asked !== undefined && (
          <p class="only-you">
            <svg viewBox="0 0 20 20" aria-hidden="true"><path d="M2.5 10S5.5 5 10 5s7.5 5 7.5 5-3 5-7.5 5-7.5-5-7.5-5Z" /><circle cx="10" cy="10" r="2" /></svg>
            <span>{say("private")} · {say("asked", { what: asked })}</span>
            <button type="button" class="link" onClick={() => drop(message)}>{say("dismiss")}</button>
          </p>
        )}
        {message.text !== null && <p class="text" lang={message.locale}>{message.text}</p>}
        {message.card && <CardView message={message} />}
      </div>
    </div>
  );
}
