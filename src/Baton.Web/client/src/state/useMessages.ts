import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { ConsoleApi } from "../api/client";
import { openStream, type Connection } from "../api/stream";
import type { Message, Place } from "../api/types";
import { latestOf, merge, mergePage, nothingYet, remove, type PlaceMessages } from "./messages";

const pollMs = 30_000;

/**
 * Places and messages of one person, live. The stream tells what this server process did; a light poll, and reading again after every
 * reconnect, bring what another replica did or what was missed.
 */
export function useMessages(api: ConsoleApi, current: string, onNew: (m: Message) => void, onError: (why: unknown) => void) {
  const [places, setPlaces] = useState<Place[]>([]);
  const [known, setKnown] = useState<ReadonlyMap<string, PlaceMessages>>(new Map());
  const [connection, setConnection] = useState<Connection>("connecting");
  const now = useRef({ current, known, onNew, onError });
  now.current = { current, known, onNew, onError };

  const change = useCallback((place: string, how: (p: PlaceMessages) => PlaceMessages) => {
    setKnown((all) => new Map(all).set(place, how(all.get(place) ?? nothingYet)));
  }, []);

  const load = useCallback(async (place: string, before?: string) => {
    if (place === "") return;
    const page = await api.messages(place, before);
    change(place, (p) => mergePage(p, page, before));
  }, [api]);

  const read = useCallback(async () => {
    setPlaces(await api.places());
    await load(now.current.current);
  }, [api]);

  useEffect(() => {
    const tryRead = (): void => void read().catch((why: unknown) => now.current.onError(why));
    const close = openStream(api.streamUrl(), {
      reload: tryRead,
      state: setConnection,
      message: (m, added) => {
        const isNew = added && !now.current.known.get(m.place)?.byId.has(m.id);
        change(m.place, (p) => merge(p, [m]));
        setPlaces((all) => all.map((p) => (added && p.id === m.place && m.id > (p.latest ?? "") ? { ...p, latest: m.id } : p)));
        if (isNew) now.current.onNew(m);
      },
    });
    const poll = setInterval(() => !document.hidden && void read().catch(() => undefined), pollMs);
    tryRead();
    return () => {
      close();
      clearInterval(poll);
    };
  }, [api]);

  useEffect(() => {
    load(current).catch((why: unknown) => now.current.onError(why));
  }, [api, current]);

  const here = known.get(current) ?? nothingYet;
  return {
    places,
    here,
    connection,
    latest: latestOf(here),
    add: (m: Message) => change(m.place, (p) => merge(p, [m])),
    drop: (m: Message) => change(m.place, (p) => remove(p, m.id)),
    loadEarlier: () => load(current, here.earlier ?? undefined).catch((why: unknown) => now.current.onError(why)),
  };
}
