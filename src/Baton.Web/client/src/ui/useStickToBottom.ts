import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

const nearPx = 80;

/**
 * Keeps a list at its end while the reader is there, also when cards grow; else says that something new is below.
 * When older messages are put on top, what is being read stays where it is. Whoever has just written is taken to the end: the answer is there.
 */
export function useStickToBottom(newest: string | undefined, oldest: string | undefined, written: number) {
  const box = useRef<HTMLElement>(null);
  const inner = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const last = useRef({ height: 0, newest, oldest, written });
  const [below, setBelow] = useState(false);

  const toBottom = (): void => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
    setBelow(false);
  };

  useEffect(() => {
    const list = box.current!;
    const scrolled = (): void => {
      atEnd.current = list.scrollHeight - list.scrollTop - list.clientHeight < nearPx;
      if (atEnd.current) setBelow(false);
    };
    const grown = new ResizeObserver(() => {
      // Not while somebody works inside: a form that opens must not scroll away from under the pointer.
      if (atEnd.current && !list.contains(document.activeElement)) toBottom();
    });
    list.addEventListener("scroll", scrolled, { passive: true });
    grown.observe(inner.current!);
    return () => {
      list.removeEventListener("scroll", scrolled);
      grown.disconnect();
    };
  }, []);

  useLayoutEffect(() => {
    const list = box.current!;
    const before = last.current;
    if (written !== before.written) toBottom();
    else if (before.oldest && oldest && oldest < before.oldest && before.newest === newest) list.scrollTop += list.scrollHeight - before.height;
    else if (newest !== before.newest) {
      if (atEnd.current || !before.newest) toBottom();
      else setBelow(true);
    }
    last.current = { height: list.scrollHeight, newest, oldest, written };
  });

  return { box, inner, below, toBottom };
}
