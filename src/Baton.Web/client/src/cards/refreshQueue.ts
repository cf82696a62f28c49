/** Asks for people's own views of cards: each card once however often it asks, few at a time, after a moment in which more may come. */
export class RefreshQueue {
  private readonly waiting = new Map<string, () => Promise<void>>();
  private running = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly most = 3,
    private readonly gatherMs = 80,
  ) {}

  /** Runs `ask` later; a newer `ask` for the same card takes the place of one that still waits. */
  add(card: string, ask: () => Promise<void>): void {
    this.waiting.set(card, ask);
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.pump();
    }, this.gatherMs);
  }

  private pump(): void {
    for (const [card, ask] of this.waiting) {
      if (this.running >= this.most) return;
      this.waiting.delete(card);
      this.running += 1;
      void ask()
        .catch(() => undefined)
        .finally(() => {
          this.running -= 1;
          this.pump();
        });
    }
  }
}
