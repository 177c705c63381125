import { app, signal } from "tandem";

function Counter() {
  const clicks = signal(0);
  return (
    <main>
      <h1>Clicked {clicks} times</h1>
      <button onClick={() => clicks.value++}>Click</button>
    </main>
  );
}

export default app(Counter, { title: "Counter", lang: "en" });
