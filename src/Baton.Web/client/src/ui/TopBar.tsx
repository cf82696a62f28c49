import type { Connection } from "../api/stream";
import type { Locale, Person } from "../api/types";
import { useConsole } from "../state/context";
import { Logo } from "./Avatar";

interface Props {
  people: Person[];
  connection: Connection;
  unread: number;
  drawer: boolean;
  toggle(): void;
  become(email: string): void;
  choose(locale: Locale): void;
}

const languages: readonly [Locale, string][] = [["en", "EN"], ["ja", "日本語"]];

/** Brand, connection, who you are, language. */
export function TopBar({ people, connection, unread, drawer, toggle, become, choose }: Props) {
  const { me, say, locale } = useConsole();
  const label = say(drawer ? "closePlaces" : "openPlaces") + (unread > 0 ? ` (${unread} ${say("unread")})` : "");
  return (
    <header class="top">
      <button type="button" class="icon menu" aria-label={label} aria-expanded={drawer} aria-controls="places" onClick={toggle} data-testid="menu">
        <svg viewBox="0 0 20 20" aria-hidden="true"><path d="M3 5.5h14M3 10h14M3 14.5h14" /></svg>
        {unread > 0 && <span class="dot" />}
      </button>
      <h1 class="brand"><Logo /><span>{say("appName")}</span></h1>
      <span class={`connection ${connection}`} role="status" data-testid="connection" data-state={connection}>
        <span class="lamp" aria-hidden="true" /><span class="connection-text">{say(connection)}</span>
      </span>
      <label class="me">
        <span class="me-label">{say("you")}</span>
        <select data-testid="me" value={me.email} onChange={(e) => become(e.currentTarget.value)}>
          {people.map((p) => <option key={p.email} value={p.email}>{p.name}</option>)}
        </select>
      </label>
      <div class="language" role="group" aria-label={say("language")} data-testid="language">
        {languages.map(([code, name]) => (
          <button key={code} type="button" lang={code} aria-pressed={locale === code} onClick={() => choose(code)}>{name}</button>
        ))}
      </div>
    </header>
  );
}
