import type { AdaptiveCard } from "adaptivecards";

/** Whether somebody is filling in a form of the card, or reads it: one that a button opened must not close under the pointer. */
export function isFormInUse(card: AdaptiveCard, initial: ReadonlyMap<string, string>): boolean {
  return card.getAllInputs(true).some((input) => {
    const element = input.renderedElement;
    if (!element?.isConnected || element.getClientRects().length === 0) return false;
    const wasOpened = element.closest(".ac-adaptiveCard .ac-adaptiveCard") !== null;
    return wasOpened || valueOf(input.value) !== (initial.get(input.id ?? "") ?? "") || element.contains(document.activeElement);
  });
}

/** The values that the card's inputs came with. */
export const initialValues = (card: AdaptiveCard): Map<string, string> =>
  new Map(card.getAllInputs(true).map((input) => [input.id ?? "", valueOf(input.value)]));

const valueOf = (value: unknown): string => (value === undefined || value === null ? "" : String(value));
