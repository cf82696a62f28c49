import type { TextKey } from "../texts";

/** A command that the composer offers; `what` names the text that says what it does. */
export interface CommandHint {
  command: string;
  args: string;
  what: TextKey;
}

const hint = (command: string, args: string, what: TextKey): CommandHint => ({ command, args, what });

export const commandHints: readonly CommandHint[] = [
  hint("", "[period] [by source|rep]", "hint_funnel"),
  hint("queue", "[@rep|pool]", "hint_queue"),
  hint("mine", "", "hint_mine"),
  hint("lead", "<id|email|company>", "hint_lead"),
  hint("sla", "[period]", "hint_sla"),
  hint("help", "", "hint_help"),
  hint("reasons", "[period]", "hint_reasons"),
  hint("velocity", "[period]", "hint_velocity"),
  hint("assign", "<lead> @rep", "hint_assign"),
  hint("pause", "<lead> [why]", "hint_pause"),
  hint("resume", "<lead> [why]", "hint_resume"),
  hint("away", "@rep until <date>", "hint_away"),
  hint("back", "@rep", "hint_back"),
  hint("suggest", "<company> <why>", "hint_suggest"),
  hint("rules", "[calibration|test <lead>]", "hint_rules"),
  hint("digest preview", "", "hint_digest"),
  hint("audit", "", "hint_audit"),
  hint("export", "[period]", "hint_export"),
  hint("dashboard", "", "hint_dashboard"),
  hint("settings", "", "hint_settings"),
];

const most = 6;

/** What fits what is typed so far; empty as soon as arguments are being written. */
export function hintsFor(typed: string): CommandHint[] {
  const text = typed.normalize("NFKC").toLowerCase();
  if (!text.startsWith("/") || text.includes("\n")) return [];
  const space = text.indexOf(" ");
  if (space < 0) return "/funnel".startsWith(text) ? commandHints.slice(0, most) : [];
  const word = text.slice(space + 1);
  if (text.slice(0, space) !== "/funnel") return [];
  return commandHints.filter((h) => h.command.startsWith(word) && h.command !== word).slice(word === "" ? 1 : 0, most + 1);
}

/** The text after a hint was chosen. */
export const complete = (h: CommandHint): string => (h.command ? `/funnel ${h.command} ` : "/funnel ");

/** A slash that is not ours: the person is told, instead of everybody reading it. */
export const isForeignCommand = (text: string): boolean => /^\/(?!funnel(\s|$))/i.test(text.normalize("NFKC"));
