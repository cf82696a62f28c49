import { AdaptiveCard, ExecuteAction, type Action } from "adaptivecards";
import type { Json } from "../api/types";
import { hostConfig } from "./hostConfig";
import { toHtml } from "./markdown";

export interface CardAction {
  verb: string;
  data: Json;
}

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = toHtml(text);
  result.didProcess = true;
};

/** Reads a card and makes its element; presses of Action.Execute buttons go to `press`. */
export function draw(json: Json, press: (action: CardAction) => void): { card: AdaptiveCard; element: HTMLElement } {
  const card = new AdaptiveCard();
  card.hostConfig = hostConfig;
  card.onExecuteAction = (action: Action) => {
    if (action instanceof ExecuteAction) press({ verb: action.verb, data: (action.data ?? {}) as Json });
  };
  card.parse(json);
  const element = card.render() ?? document.createElement("div");
  // The message around it is what the keyboard and screen readers stop at.
  element.removeAttribute("tabindex");
  element.lang = typeof json.lang === "string" ? json.lang : "";
  return { card, element };
}

/** What the card asks to be sent to become the reader's own view; null when it is the same for everybody. */
export function refreshOf(json: Json): CardAction | null {
  const action = (json.refresh as { action?: { type?: string; verb?: string; data?: Json } } | undefined)?.action;
  return action?.type === "Action.Execute" && action.verb ? { verb: action.verb, data: action.data ?? {} } : null;
}
