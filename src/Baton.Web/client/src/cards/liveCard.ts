import type { Json } from "../api/types";
import type { Answer } from "./answer";
import type { CardAction, Drawing } from "./draw";
import { refreshOf } from "./refreshOf";
import type { RefreshQueue } from "./refreshQueue";

export interface CardPorts {
  draw(card: Json, press: (action: CardAction) => void): Drawing;
  invoke(action: CardAction, trigger: "manual" | "automatic"): Promise<Answer>;
  /** Refused, or not understood: said where everybody looks. */
  toast(text: string): void;
  failed(why: unknown): void;
  show(state: CardState): void;
}

export interface CardState {
  /** A click is on its way. */
  working: boolean;
  /** A newer card waits because a form is being filled in. */
  changed: boolean;
  /** What is wrong with the form that was sent. */
  wrong: string | null;
}

/** One card on screen: the reader's own view where there is one, kept up to date, never from under somebody's typing. */
export class LiveCard {
  private drawn: Drawing | undefined;
  private message: Json | undefined;
  private waiting: Json | undefined;
  private visible = false;
  private stale = false;
  private state: CardState = { working: false, changed: false, wrong: null };

  constructor(
    private readonly key: string,
    private readonly host: HTMLElement,
    private readonly queue: RefreshQueue,
    private readonly ports: CardPorts,
  ) {
    // After the library has handled the event, a form may have been closed or left as it was. It lets no click bubble, so listen on the way down.
    const maybeFree = (): void => void setTimeout(() => this.settle());
    host.addEventListener("click", maybeFree, true);
    host.addEventListener("focusout", maybeFree);
  }

  /** The message holds this card now. */
  update(card: Json): void {
    this.message = card;
    this.stale = refreshOf(card) !== null;
    if (!this.stale || !this.drawn) this.offer(card);
    if (this.visible) this.refresh();
  }

  /** It came into view, or left it. */
  seen(visible: boolean): void {
    this.visible = visible;
    if (visible) this.refresh();
  }

  /** The reader gives up what was typed and wants the newer card. */
  discard(): void {
    if (this.waiting) this.replace(this.waiting);
  }

  private refresh(): void {
    if (!this.stale || !this.message) return;
    this.stale = false;
    this.queue.add(this.key, () => this.ask());
  }

  private async ask(force = false): Promise<void> {
    const card = this.message;
    const action = card && refreshOf(card);
    if (!card || !action) return;
    let own = card;
    try {
      const answer = await this.ports.invoke(action, "automatic");
      if (answer.is === "card") own = answer.card;
    } catch {
      // Nobody asked for this call; the channel's card is right too, and the connection's state is on screen.
    }
    if (card !== this.message) return;
    if (force) this.replace(own);
    else this.offer(own);
  }

  private offer(card: Json): void {
    if (!this.busy()) return this.replace(card);
    this.waiting = card;
    this.set({ changed: !this.state.working });
  }

  private settle(): void {
    if (this.waiting && !this.busy()) this.replace(this.waiting);
  }

  private busy(): boolean {
    return this.state.working || this.drawn?.inUse() === true;
  }

  private replace(card: Json): void {
    const held = this.host.contains(document.activeElement) ? document.activeElement : null;
    this.drawn = this.ports.draw(card, (action) => void this.press(action));
    this.host.replaceChildren(this.drawn.element);
    this.waiting = undefined;
    this.set({ changed: false, wrong: null });
    if (held) (this.buttonLike(held) ?? this.host).focus({ preventScroll: true });
  }

  // Whoever had the keyboard on a button has it on the same button of the new card, where there is one.
  private buttonLike(held: Element): HTMLElement | undefined {
    return [...this.host.querySelectorAll<HTMLElement>("button")].find((b) => b.textContent === held.textContent && b.getClientRects().length > 0);
  }

  private async press(action: CardAction): Promise<void> {
    if (this.state.working) return;
    this.set({ working: true, wrong: null });
    try {
      const answer = await this.ports.invoke(action, "manual");
      this.set({ working: false });
      if (answer.is === "card") this.replace(answer.card);
      else if (answer.is === "wrong") this.set({ wrong: answer.why, changed: this.waiting !== undefined });
      else {
        this.ports.toast(answer.text);
        await this.ask(true);
      }
    } catch (why) {
      this.set({ working: false });
      this.ports.failed(why);
    }
  }

  private set(change: Partial<CardState>): void {
    this.state = { ...this.state, ...change };
    this.ports.show(this.state);
  }
}
