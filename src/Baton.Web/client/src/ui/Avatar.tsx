/** Baton's own sign. */
export const Logo = () => (
  <svg class="logo" viewBox="0 0 36 36" aria-hidden="true">
    <rect width="36" height="36" rx="9" class="logo-ground" />
    <path d="M10.5 25.5 25.5 10.5" stroke="#fff" stroke-width="6" stroke-linecap="round" />
    <path d="m13.6 19.2 3.2 3.2" stroke="#ffb84d" stroke-width="6" />
  </svg>
);

const tints = 6;

/** A person's initials on a colour of their own. */
export function Initials({ name }: { name: string }) {
  const tint = [...name].reduce((sum, c) => sum + c.codePointAt(0)!, 0) % tints;
  return <span class={`initials tint-${tint}`} aria-hidden="true">{initialsOf(name)}</span>;
}

/** Two initials of a Latin name, the first character of any other. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const latin = /^[\p{Script=Latin}]/u.test(name);
  return (latin ? words.slice(0, 2).map((w) => [...w][0] ?? "").join("") : ([...name][0] ?? "?")).toUpperCase();
}
