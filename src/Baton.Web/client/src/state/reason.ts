import { Refused } from "../api/client";
import type { Say } from "../texts";

/** Why a call failed, for people: the server's own words, or that it was not reached. */
export const reasonOf = (why: unknown, say: Say): string => (why instanceof Refused ? why.message : say("unreachable"));
