import type { CommandHint } from "../state/commands";
import { useConsole } from "../state/context";

/** The commands that fit what is typed; the mouse must not take the focus from the text. */
export function Hints({ id, hints, at, mark, pick }: { id: string; hints: CommandHint[]; at: number; mark(i: number): void; pick(i: number): void }) {
  const { say } = useConsole();
  return (
    <ul class="hints" id={id} role="listbox" aria-label={say("commands")} data-testid="hints">
      {hints.map((h, i) => (
        <li key={h.command} id={`${id}-${i}`} role="option" aria-selected={i === at} onMouseMove={() => mark(i)} onMouseDown={(e) => e.preventDefault()} onClick={() => pick(i)}>
          <code>/funnel {h.command} <span>{h.args}</span></code>
          <span>{say(h.what)}</span>
        </li>
      ))}
    </ul>
  );
}
