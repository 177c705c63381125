import { signal } from "../../src/reactive/signal.ts";
import { Await } from "../../src/view/flow/await.ts";
import { ErrorBoundary } from "../../src/view/flow/error-boundary.ts";
import { For } from "../../src/view/flow/for.ts";
import { Portal } from "../../src/view/flow/portal.ts";
import { Show } from "../../src/view/flow/show.ts";
import { Match, Switch } from "../../src/view/flow/switch.ts";

interface Person {
  id: number;
  name: string;
}
const people = signal<Person[]>([]);
const idOf = (person: Person) => person.id;
const user = signal<Person | null>(null);
const isOpen = signal(false);

// J16: the framework's own components
export const good = (
  <>
    <For each={people}>{(person, index) => [person.name, index]}</For>
    <For each={() => people.value} key={(person) => person.id}>
      {(person) => <li>{() => person.value.name}</li>}
    </For>
    <Show when={isOpen} fallback="closed">
      open
    </Show>
    <Switch fallback="none">
      <Match when={isOpen}>open</Match>
    </Switch>
    <Await value={Promise.resolve(1)}>{(number) => number.toFixed(1)}</Await>
    <ErrorBoundary fallback={() => "failed"}>{() => user.value?.name}</ErrorBoundary>
    <Portal>
      <dialog bind={isOpen}>Hello</dialog>
    </Portal>
  </>
);

// J16: and their wrong use
export const bad = [
  // @ts-expect-error no list
  <For>{(person: Person) => person.name}</For>,
  // @ts-expect-error not a list
  <For each={user}>{(person) => person}</For>,
  // @ts-expect-error rows are made by a function
  <For each={people}>row</For>,
  // @ts-expect-error a person has no age
  <For each={people}>{(person) => person.age}</For>,
  // @ts-expect-error with a key, rows get a signal
  <For each={people} key={idOf} children={(person) => person.name} />,
  // @ts-expect-error a row that cannot be shown
  <For each={people}>{(person) => person}</For>,
  // @ts-expect-error no condition
  <Show>open</Show>,
  // @ts-expect-error misspelt
  <Show when={isOpen} fallbak="closed">
    open
  </Show>,
  // @ts-expect-error a date
  <Show when={isOpen}>{new Date()}</Show>,
  // @ts-expect-error not a promise
  <Await value={1}>{(number: number) => number}</Await>,
];
