import { app, signal } from "tandem";
import { mount } from "tandem/testing";

// J29: the built package compiles in a project that checks libraries too, with the strictest options.
const clicks = signal(0);
const Counter = () => <button onClick={() => clicks.value++}>Clicked {clicks} times</button>;

export default app(Counter, { title: "Counter" });
export const mounted = mount(Counter);
