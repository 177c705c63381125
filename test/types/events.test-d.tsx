import type { EVENT_TYPES } from "../../src/protocol/event-kinds.ts";
import type { EventHandlerProp, EventProps, KeyHandlerProp } from "../../src/view/jsx/event-props.ts";
import type { EventOfKind } from "../../src/view/events/plain-event.ts";
import { expectType, type Equal } from "./expect-type.ts";

type Words<Text extends string, Found = never> = Text extends `${infer Word} ${infer Rest}`
  ? Words<Rest, Found | Word>
  : Found | Text;

/** Every listed DOM event with the type of its handler prop. */
type Listed = {
  [Kind in keyof typeof EVENT_TYPES as Words<(typeof EVENT_TYPES)[Kind]>]: NonNullable<
    Kind extends "key" ? KeyHandlerProp : EventHandlerProp<EventOfKind[Kind]>
  >;
};

/** Every handler prop by the DOM event that it means. */
type Propped = { [Name in keyof EventProps as EventName<Name>]-?: NonNullable<EventProps[Name]> };
type EventName<Prop> = Prop extends `on:${string}` ? never : Prop extends `on${infer Event}` ? Lowercase<Event> : never;

// J17: the props and the kinds of the protocol list the same events, with the same types
expectType<Equal<keyof Listed, keyof Propped>>();
expectType<Equal<Differing, never>>();

type Differing = {
  [Event in keyof Listed]: Equal<Listed[Event], Propped[Event]> extends true ? never : Event;
}[keyof Listed];
