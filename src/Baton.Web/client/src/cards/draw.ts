import { AdaptiveCard, ExecuteAction, GlobalRegistry, OpenUrlAction, Strings, Table, Versions, type Action } from "adaptivecards";
import type { Json } from "../api/types";
import { nearest, textsOf } from "../texts";
import { hostConfig } from "./hostConfig";
import { toHtml } from "./markdown";
import { initialValues, isFormInUse } from "./openForm";

export interface CardAction {
  verb: string;
  data: Json;
}

// The library registers tables as a side effect of a module that a bundler leaves out when nobody names it.
GlobalRegistry.defaultElements.register("Table", Table, Versions.v1_5);

Strings.defaults.overflowButtonText = () => "…";
Strings.defaults.overflowButtonTooltip = () => textsOf(nearest(document.documentElement.lang))("moreOptions");

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = toHtml(text);
  result.didProcess = true;
};

/** A card on screen. */
export interface Drawing {
  element: HTMLElement;
  /** Whether somebody is filling in a form of it. */
  inUse(): boolean;
}

/** Reads a card and makes its element; presses of Action.Execute buttons go to `press`. */
export function draw(json: Json, press: (action: CardAction) => void): Drawing {
  const card = new AdaptiveCard();
  card.hostConfig = hostConfig;
  card.onExecuteAction = (action: Action) => {
    if (action instanceof ExecuteAction) press({ verb: action.verb, data: (action.data ?? {}) as Json });
    if (action instanceof OpenUrlAction && action.url) window.open(action.url, "_blank", "noopener");
  };
  card.parse(json);
  // The library checks the language with a global expression that remembers where it stopped, and so refuses it every other time.
  if (typeof json.lang === "string") card.lang = json.lang;
  const element = card.render() ?? document.createElement("div");
  // The buttons inside are what the keyboard stops at.
  element.removeAttribute("tabindex");
  element.lang = card.lang ?? "";
  for (const table of element.querySelectorAll<HTMLElement>("[role=table]")) {
    // The style sheet lines up the columns of all rows; how many there are only the rows know.
    table.style.setProperty("--columns", String(table.querySelector("[role=row]")?.childElementCount ?? 1));
  }
  const initial = initialValues(card);
  return { element, inUse: () => isFormInUse(card, initial) };
}
