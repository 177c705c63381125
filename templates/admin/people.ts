import { arraySource } from "tandem/ui";

export const TEAMS = ["Frames", "Wheels", "Shop"] as const;

export interface Person {
  id: number;
  name: string;
  email: string;
  team: (typeof TEAMS)[number];
}

/** Outside of components: one for all sessions, each of which sees what another changes. Put your database here. */
export const people = arraySource<Person>([
  { id: 1, name: "Ada Lovelace", email: "ada@bikes.example", team: "Frames" },
  { id: 2, name: "Karl Drais", email: "karl@bikes.example", team: "Wheels" },
  { id: 3, name: "Annie Londonderry", email: "annie@bikes.example", team: "Shop" },
]);

let lastId = 3;

export const add = (person: Omit<Person, "id">): void => people.insert({ id: ++lastId, ...person });

export const isTaken = (email: string): boolean => people.all.some((person) => person.email === email);
