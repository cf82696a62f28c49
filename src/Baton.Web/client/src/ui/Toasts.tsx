import { useConsole } from "../state/context";
import type { Toast } from "../state/useToasts";

/** Refusals and failures, said where everybody looks. */
export function Toasts({ toasts, dismiss }: { toasts: Toast[]; dismiss(id: number): void }) {
  const { say } = useConsole();
  return (
    <div class="toasts" role="status" aria-live="assertive">
      {toasts.map((t) => (
        <p key={t.id} class={`toast ${t.kind}`} data-testid="toast">
          <span>{t.text}</span>
          <button type="button" class="icon" aria-label={say("dismiss")} onClick={() => dismiss(t.id)}>
            <svg viewBox="0 0 20 20" aria-hidden="true"><path d="m5 5 10 10M15 5 5 15" /></svg>
          </button>
        </p>
      ))}
    </div>
  );
}
