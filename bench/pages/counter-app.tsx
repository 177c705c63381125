import { signal } from "tandem";

/** The counter of the README. */
export default function Counter() {
  const count = signal(0);
  return (
    <main>
      <h1>Counter</h1>
      <p>You clicked {count} times.</p>
      <button onClick={() => count.value++}>Click me</button>
    </main>
  );
}
