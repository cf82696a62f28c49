import type { Json } from "../api/types";
import type { CardAction } from "./draw";

/** What the card asks to be sent to become the reader's own view; null when it is the same for everybody. */
export function refreshOf(json: Json): CardAction | null {
  const action = (json.refresh as { action?: { type?: string; verb?: string; data?: Json } } | undefined)?.action;
  return action?.type === "Action.Execute" && action.verb ? { verb: action.verb, data: action.data ?? {} } : null;
}
