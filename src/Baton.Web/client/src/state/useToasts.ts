import { useCallback, useState } from "preact/hooks";
import type { ToastKind } from "./context";

export interface Toast {
  id: number;
  text: string;
  kind: ToastKind;
}

const shownMs = 9000;
let last = 0;

/** Short words that go away by themselves or when dismissed. */
export function useToasts() {
  const [toasts, setToasts] = useState<Toast[]>([]);
  const dismiss = useCallback((id: number) => setToasts((all) => all.filter((t) => t.id !== id)), []);
  const toast = useCallback((text: string, kind: ToastKind) => {
    const id = ++last;
    setToasts((all) => [...all.filter((t) => t.text !== text).slice(-2), { id, text, kind }]);
    setTimeout(() => dismiss(id), shownMs);
  }, []);
  return { toasts, toast, dismiss };
}
