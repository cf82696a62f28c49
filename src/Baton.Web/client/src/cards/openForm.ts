import type { AdaptiveCard } from "adaptivecards";

/** Whether somebody is filling in a form of the card: it is open, and holds other values than it came with, or the keyboard is in it. */
export function isFormInUse(card: AdaptiveCard, initial: ReadonlyMap<string, string>): boolean {
  return card.getAllInputs(true).some((input) => {
    const element = input.renderedElement;
    if (!element?.isConnected || element.getClientRects().length === 0) return false;
    return valueOf(input.value) !== (initial.get(input.id ?? "") ?? "") || element.contains(document.activeElement);
  });
}

/** The values that the card's inputs came with. */
export const initialValues = (card: AdaptiveCard): Map<string, string> =>
  new Map(card.getAllInputs(true).map((input) => [input.id ?? "", valueOf(input.value)]));

const valueOf = (value: unknown): string => (value === undefined || value === null ? "" : String(value));
