import type { InvokeAnswer, Json } from "../api/types";

/** An invoke's answer, told apart by its inner status and type. */
export type Answer = { is: "card"; card: Json } | { is: "told"; text: string } | { is: "wrong"; why: string };

export function readAnswer(answer: InvokeAnswer): Answer {
  if (answer.statusCode === 200 && answer.type.endsWith(".card.adaptive")) return { is: "card", card: answer.value as Json };
  if (answer.statusCode === 200) return { is: "told", text: String(answer.value) };
  return { is: "wrong", why: (answer.value as { message?: string } | null)?.message ?? String(answer.statusCode) };
}
