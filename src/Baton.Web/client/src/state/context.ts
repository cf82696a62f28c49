import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { ConsoleApi } from "../api/client";
import type { Locale, Person } from "../api/types";
import type { Say } from "../texts";

export type ToastKind = "told" | "bad";

/** What every part of the page may use. */
export interface ConsoleContext {
  api: ConsoleApi;
  me: Person;
  locale: Locale;
  say: Say;
  toast(text: string, kind: ToastKind): void;
}

export const Context = createContext<ConsoleContext | null>(null);

export function useConsole(): ConsoleContext {
  const context = useContext(Context);
  if (!context) throw new Error("A part of the page stands outside of the console.");
  return context;
}
