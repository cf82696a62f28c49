// Who and where are in the address, so that two tabs can be two people and a reload changes nothing.

export const personInAddress = (): string | null => new URLSearchParams(location.search).get("as");

export const placeInAddress = (): string => decodeURIComponent(location.hash.slice(1));

export function rememberPerson(email: string): void {
  history.replaceState(null, "", `?${new URLSearchParams({ as: email })}${location.hash}`);
}

export function rememberPlace(id: string): void {
  history.replaceState(null, "", `${location.search}#${encodeURIComponent(id)}`);
}
