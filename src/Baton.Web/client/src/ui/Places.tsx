import type { Locale, Place, PlaceKind } from "../api/types";
import { useConsole } from "../state/context";
import type { Say } from "../texts";

interface Props {
  places: Place[];
  current: string;
  unread: ReadonlySet<string>;
  open(id: string): void;
  close(): void;
}

const kinds: readonly PlaceKind[] = ["sales", "marketing", "direct"];

/** What a place is called in a language: with Baton, direct messages have no other name. */
export const nameOf = (place: Place, locale: Locale, say: Say): string =>
  place.kind === "direct" ? say("appName") : locale === "ja" ? place.nameJa : place.name;

/** Every place, by kind; a drawer where the window is narrow. */
export function Places({ places, current, unread, open, close }: Props) {
  const { say } = useConsole();
  return (
    <>
      <nav class="places" id="places" aria-label={say("places")} onKeyDown={(e) => e.key === "Escape" && close()}>
        {kinds.map((kind) => {
          const mine = places.filter((p) => p.kind === kind);
          return mine.length > 0 && (
            <section key={kind}>
              <h2>{say(kind)}</h2>
              <ul>{mine.map((p) => <li key={p.id}><Entry place={p} here={p.id === current} unread={unread.has(p.id)} open={open} /></li>)}</ul>
            </section>
          );
        })}
      </nav>
      <div class="shade" onClick={close} />
    </>
  );
}

function Entry({ place, here, unread, open }: { place: Place; here: boolean; unread: boolean; open(id: string): void }) {
  const { say, locale } = useConsole();
  return (
    <button type="button" class={unread ? "place unread" : "place"} aria-current={here ? "page" : undefined} data-testid={`place-${place.id}`} onClick={() => open(place.id)}>
      <span class="sign" aria-hidden="true">{place.kind === "direct" ? "@" : "#"}</span>
      <span class="place-name">{nameOf(place, locale, say)}</span>
      {unread && <span class="dot"><span class="hidden">{say("unread")}</span></span>}
    </button>
  );
}
