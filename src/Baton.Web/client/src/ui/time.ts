import type { Locale } from "../api/types";
import type { Say } from "../texts";

const tag = (locale: Locale): string => (locale === "ja" ? "ja-JP" : "en-US");
const dayMs = 86_400_000;

export const sameDay = (a: string, b: string): boolean => new Date(a).toDateString() === new Date(b).toDateString();

export const timeOf = (at: string, locale: Locale): string =>
  new Date(at).toLocaleTimeString(tag(locale), { hour: "numeric", minute: "2-digit" });

export const fullTimeOf = (at: string, locale: Locale): string =>
  new Date(at).toLocaleString(tag(locale), { dateStyle: "full", timeStyle: "short" });

export function dayOf(at: string, locale: Locale, say: Say, now = new Date()): string {
  if (sameDay(at, now.toISOString())) return say("today");
  if (sameDay(at, new Date(now.getTime() - dayMs).toISOString())) return say("yesterday");
  return new Date(at).toLocaleDateString(tag(locale), { weekday: "long", day: "numeric", month: "long" });
}

/** A time today, a date before. */
export const shortTimeOf = (at: string, locale: Locale, now = new Date()): string =>
  sameDay(at, now.toISOString()) ? timeOf(at, locale) : new Date(at).toLocaleDateString(tag(locale), { day: "numeric", month: "short" });
