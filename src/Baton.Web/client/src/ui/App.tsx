import { useEffect, useMemo, useState } from "preact/hooks";
import { ConsoleApi } from "../api/client";
import type { Locale, Person } from "../api/types";
import { personInAddress, rememberPerson } from "../state/location";
import { reasonOf } from "../state/reason";
import { nearest, textsOf } from "../texts";
import { Workspace } from "./Workspace";

/** Finds out who can be chosen, then shows the console as that person. */
export function App() {
  const [people, setPeople] = useState<Person[] | undefined>();
  const [problem, setProblem] = useState<string>();
  const [email, setEmail] = useState(personInAddress());
  const [chosen, setChosen] = useState<Locale>();
  const me = people?.find((p) => p.email === email) ?? people?.[0];
  const locale = chosen ?? nearest(me?.locale ?? navigator.language);
  const say = useMemo(() => textsOf(locale), [locale]);
  const api = useMemo(() => me && new ConsoleApi(me.email), [me?.email]);

  useEffect(() => {
    ConsoleApi.people().then(
      (answer) => setPeople(answer.people),
      (why: unknown) => setProblem(reasonOf(why, say)),
    );
  }, []);
  useEffect(() => void (document.documentElement.lang = locale), [locale]);
  useEffect(() => void (me && rememberPerson(me.email)), [me?.email]);

  if (problem !== undefined) return <p class="whole" role="alert">{say("notLoaded", { why: problem })}</p>;
  if (!people) return <p class="whole" role="status">{say("loading")}</p>;
  if (!me || !api) return <p class="whole" role="alert">{say("noPeople")}</p>;

  const become = (next: string): void => {
    setEmail(next);
    setChosen(undefined);
  };
  return <Workspace key={me.email} {...{ api, me, people, locale, say, become }} choose={setChosen} />;
}
