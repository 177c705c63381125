/** Nothing here may compile. */
import type { Command } from "../../src/view/commands-type.ts";
import type { KeyEvent } from "../../src/view/events/control-events.ts";
import type { MouseEvent } from "../../src/view/events/mouse-events.ts";
import type { Child } from "../../src/view/node.ts";
import type { Signal } from "../../src/reactive/signal.ts";

declare const text: Signal<string>;
declare const flag: Signal<boolean>;
declare const amount: Signal<number>;
declare const chosen: Signal<string[]>;
declare const command: Command;
declare const date: Signal<Date>;

// J1: unknown and misspelt
export const unknownProps = [
  // @ts-expect-error no such prop
  <div colour="red" />,
  // @ts-expect-error misspelt
  <div clas="a" />,
  // @ts-expect-error React's name
  <div className="a" />,
  // @ts-expect-error React's name
  <label htmlFor="a" />,
  // @ts-expect-error React's name
  <p tabIndex={0} />,
  // @ts-expect-error not on this element
  <p href="/" />,
  // @ts-expect-error not on this element
  <a disabled />,
  // @ts-expect-error SVG spells it viewBox
  <svg viewbox="0 0 1 1" />,
  // @ts-expect-error not on a circle
  <circle rx={1} />,
  // @ts-expect-error no such element
  <dvi />,
  // @ts-expect-error misspelt event
  <p onClik={() => 1} />,
];

// J2: wrong values
export const wrongValues = [
  // @ts-expect-error a number where text is expected
  <p id={5} />,
  // @ts-expect-error a live number where text is expected
  <p title={amount} />,
  // @ts-expect-error a function returning a number where text is expected
  <p title={() => 5} />,
  // @ts-expect-error text where a boolean is expected
  <button disabled="disabled" />,
  // @ts-expect-error not a known direction
  <p dir="up" />,
  // @ts-expect-error not a number
  <td colspan="two" />,
  // @ts-expect-error not a button type
  <button type="clear" />,
  // @ts-expect-error not an aria-sort
  <th aria-sort="up" />,
  // @ts-expect-error a class that is a number
  <p class={5} />,
  // @ts-expect-error a class that is text
  <p class={{ on: "yes" }} />,
  // @ts-expect-error no such CSS property
  <p style={{ colour: "red" }} />,
  // @ts-expect-error CSS spells it font-size
  <p style={{ fontSize: 12 }} />,
  // @ts-expect-error a CSS value that is a date
  <p style={{ color: new Date() }} />,
  // @ts-expect-error not JSON
  <p prop:thing={() => new Date()} />,
  // @ts-expect-error no ref
  <p ref={{ current: null }} />,
];

// J4: what cannot be shown
export const wrongChildren = [
  // @ts-expect-error a date
  <p>{new Date()}</p>,
  // @ts-expect-error a plain object
  <p>{{ a: 1 }}</p>,
  // @ts-expect-error a promise
  <p>{Promise.resolve("x")}</p>,
  // @ts-expect-error a map
  <p>{new Map<string, string>()}</p>,
  // @ts-expect-error a live date
  <p>{date}</p>,
  // @ts-expect-error a function returning a date
  <p>{() => new Date()}</p>,
  // @ts-expect-error a function with a parameter
  <p>{(name: string) => name}</p>,
  // @ts-expect-error a symbol
  <p>{Symbol("x")}</p>,
  // @ts-expect-error in a list
  <p>{[new Date()]}</p>,
  // prettier-ignore
  // @ts-expect-error beside text
  <p>now: {new Date()}</p>,
  // @ts-expect-error a date in a custom element
  <my-box>{new Date()}</my-box>,
  // @ts-expect-error elements in a style
  <style>{<b />}</style>,
];

// J5: no content
export const voidElements = [
  // @ts-expect-error void
  <br>x</br>,
  // @ts-expect-error void
  <img>x</img>,
  // @ts-expect-error void
  <input>x</input>,
  // @ts-expect-error void
  <hr>{text}</hr>,
  // @ts-expect-error its text is its value
  <textarea>x</textarea>,
];

// J7, J8, J9: wrong handlers
export const handlers = [
  // @ts-expect-error text
  <p onClick="alert(1)" />,
  // @ts-expect-error HTML's name, and text
  <p onclick="alert(1)" />,
  // @ts-expect-error the result of a call
  <p onClick={amount.update((n) => n + 1)} />,
  // @ts-expect-error another event
  <p onClick={(event: KeyEvent) => event.key} />,
  // @ts-expect-error another event
  <input onKeyDown={(event: MouseEvent) => event.x} />,
  // @ts-expect-error two arguments
  <p onClick={(event: MouseEvent, more: string) => [event, more]} />,
  // @ts-expect-error a click has no key
  <p onClick={(event) => event.key} />,
  // @ts-expect-error no DOM
  <p onClick={(event) => event.target} />,
  // @ts-expect-error events say it beforehand, with an option
  <p onSubmit={(event) => event.preventDefault()} />,
  // @ts-expect-error a click has no keys
  <p onClick={{ handler: () => 1, keys: ["a"] }} />,
  // @ts-expect-error misspelt option
  <p onClick={{ handler: () => 1, preventdefault: true }} />,
  // @ts-expect-error options without a handler
  <p onClick={{ preventDefault: true }} />,
  // @ts-expect-error two handlers
  <p onClick={[() => 1, () => 2]} />,
  // @ts-expect-error two handlers around a command
  <p onClick={[() => 1, command, () => 2]} />,
  // @ts-expect-error anything is no command
  <p onClick={[{ toggle: "#menu" }]} />,
];

// A22: wrong first values, and an id besides the name
export const badNamed = [
  // @ts-expect-error a number field holds a number at first
  <input type="number" bind="amount" value={true} />,
  // @ts-expect-error a checkbox is on or off at first
  <input type="checkbox" bind="agreed" checked="yes" />,
  // @ts-expect-error the name is the id
  <input bind="first" id="other" />,
  // @ts-expect-error a file is no value
  <input type="file" bind="upload" />,
  // @ts-expect-error details are open or not
  <details bind="more" open={1} />,
];

// J11, J12: wrong binding
export const controls = [
  // @ts-expect-error a text input binds text
  <input bind={amount} />,
  // @ts-expect-error a text input binds text
  <input type="email" bind={flag} />,
  // @ts-expect-error a number input binds a number
  <input type="number" bind={text} />,
  // @ts-expect-error a checkbox binds a boolean
  <input type="checkbox" bind={text} />,
  // @ts-expect-error a date input binds text
  <input type="date" bind={date} />,
  // @ts-expect-error a radio binds text
  <input type="radio" value="a" bind={flag} />,
  // @ts-expect-error a radio needs its value
  <input type="radio" bind={text} />,
  // @ts-expect-error a radio needs its value
  <input type="radio" name="a" />,
  // @ts-expect-error a select binds one value
  <select bind={chosen} />,
  // @ts-expect-error a multiple select binds a list
  <select multiple bind={text} />,
  // @ts-expect-error details bind a boolean
  <details bind={text} />,
  // @ts-expect-error only a signal that can be written
  <input bind={() => "x"} />,
  // @ts-expect-error bound and given a value
  <input bind={text} value="x" />,
  // @ts-expect-error bound and given a state
  <input type="checkbox" bind={flag} checked />,
  // @ts-expect-error bound and given a value
  <textarea bind={text} value="x" />,
  // @ts-expect-error bound and given a state
  <dialog bind={flag} open />,
  // @ts-expect-error files are not bound
  <input type="file" bind={text} />,
  // @ts-expect-error a number in a text input
  <input value={5} />,
  // @ts-expect-error a checkbox has no placeholder
  <input type="checkbox" placeholder="x" />,
  // @ts-expect-error no such type
  <input type="txet" />,
  // @ts-expect-error not a control
  <p bind={text} />,
  // @ts-expect-error not the platform's control
  <my-box bind={text} />,
];

// J13: dangerous or out of place
export const denied = [
  // @ts-expect-error scripts
  <script>1</script>,
  // @ts-expect-error where links lead
  <base href="/" />,
  // @ts-expect-error markup in text
  <iframe srcdoc="<p>" />,
  // @ts-expect-error markup in text
  <p innerHTML="<b>" />,
  // @ts-expect-error React's name
  <p dangerouslySetInnerHTML={{ __html: "<b>" }} />,
  // @ts-expect-error the server writes it
  <body />,
  // @ts-expect-error its content is not on the screen
  <template />,
];

function Card(props: { title: string; children?: Child }): Child {
  return props.title;
}
const Dated = () => new Date();
const Later = async () => "x";

// J16: wrong props, and what cannot be shown
export const components = [
  // @ts-expect-error missing prop
  <Card />,
  // @ts-expect-error wrong value
  <Card title={1} />,
  // @ts-expect-error unknown prop
  <Card title="a" colour="red" />,
  // @ts-expect-error a date within
  <Card title="a">{new Date()}</Card>,
  // @ts-expect-error shows a date
  <Dated />,
  // @ts-expect-error an async component
  <Later />,
];
