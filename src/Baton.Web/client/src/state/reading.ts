// How far each person has read each place, in this browser only: a hint, not a record.

export interface ReadMarks {
  get(place: string): string;
  set(place: string, id: string): void;
}

export function readMarks(person: string, storage: Pick<Storage, "getItem" | "setItem">): ReadMarks {
  const key = (place: string): string => `baton.read.${person}.${place}`;
  return {
    get: (place) => storage.getItem(key(place)) ?? "",
    set: (place, id) => {
      if (id > (storage.getItem(key(place)) ?? "")) storage.setItem(key(place), id);
    },
  };
}
