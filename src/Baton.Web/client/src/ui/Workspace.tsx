import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import type { ConsoleApi } from "../api/client";
import type { Locale, Message, Person } from "../api/types";
import { Context } from "../state/context";
import { placeInAddress, rememberPlace } from "../state/location";
import { readMarks } from "../state/reading";
import { reasonOf } from "../state/reason";
import { useMessages } from "../state/useMessages";
import { useToasts } from "../state/useToasts";
import type { Say } from "../texts";
import { Channel } from "./Channel";
import { nameOf, Places } from "./Places";
import { Toasts } from "./Toasts";
import { TopBar } from "./TopBar";

export interface WorkspaceProps {
  api: ConsoleApi;
  me: Person;
  people: Person[];
  locale: Locale;
  say: Say;
  become(email: string): void;
  choose(locale: Locale): void;
}

/** The console as one person sees it. */
export function Workspace({ api, me, people, locale, say, become, choose }: WorkspaceProps) {
  const [wanted, setWanted] = useState(placeInAddress());
  const [drawer, setDrawer] = useState(false);
  const [news, setNews] = useState("");
  const { toasts, toast, dismiss } = useToasts();
  const marks = useMemo(() => readMarks(me.email, localStorage), [me.email]);
  const onNew = useCallback((m: Message) => {
    const who = m.author?.name ?? say("appName");
    if (m.author?.email !== me.email) setNews(say("newMessage", { who, what: m.summary ?? m.text ?? "" }));
  }, [say]);
  const onError = useCallback((why: unknown) => toast(say("notLoaded", { why: reasonOf(why, say) }), "bad"), [say]);
  const store = useMessages(api, wanted, onNew, onError);
  const place = store.places.find((p) => p.id === wanted);
  const context = useMemo(() => ({ api, me, locale, say, toast }), [api, me, locale, say, toast]);

  useEffect(() => {
    const first = store.places[0];
    if (first && !place) setWanted(first.id);
  }, [store.places, place]);
  useEffect(() => void (place && rememberPlace(place.id)), [place?.id]);
  useEffect(() => void (store.latest && marks.set(wanted, store.latest)), [wanted, store.latest]);

  const unread = new Set(store.places.filter((p) => p.id !== wanted && p.latest && p.latest > marks.get(p.id)).map((p) => p.id));
  const title = `${unread.size > 0 ? "• " : ""}${place && place.kind !== "direct" ? `${nameOf(place, locale, say)} – ` : ""}${say("appName")}`;
  useEffect(() => void (document.title = title), [title]);
  const open = (id: string): void => {
    setWanted(id);
    setDrawer(false);
  };
  return (
    <Context.Provider value={context}>
      <a class="skip" href="#main" onClick={focusMain}>{say("skip")}</a>
      <div class={drawer ? "frame drawer-open" : "frame"}>
        <TopBar {...{ people, become, choose }} connection={store.connection} unread={unread.size} drawer={drawer} toggle={() => setDrawer(!drawer)} />
        <Places places={store.places} current={wanted} unread={unread} open={open} close={() => setDrawer(false)} />
        {place && <Channel key={place.id} place={place} known={store.here} add={store.add} drop={store.drop} loadEarlier={store.loadEarlier} />}
      </div>
      <Toasts toasts={toasts} dismiss={dismiss} />
      <div class="hidden" aria-live="polite" data-testid="news">{news}</div>
    </Context.Provider>
  );
}

// The address' fragment names the place, so the skip link moves the focus by itself.
function focusMain(e: Event): void {
  e.preventDefault();
  document.getElementById("main")?.focus();
}
