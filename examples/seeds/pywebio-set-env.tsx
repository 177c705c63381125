import { For, app, session, signal } from "tandem";

function SetEnv() {
  const title = signal("Awesome Tandem!!");
  const width = signal("60%");
  const isFollowing = signal(false);
  const lines = signal<readonly number[]>([]);

  const apply = () =>
    session.setEnv({
      title: title.value,
      outputMaxWidth: width.value,
      autoScrollBottom: isFollowing.value,
    });
  const print = () =>
    lines.update((all) => [...all, ...Array.from({ length: 40 }, nextLine)]);
  const nextLine = (_: unknown, index: number) =>
    lines.value.length + index + 1;

  return (
    <div class="stack">
      <h1>Settings of the page</h1>
      <form class="stack" onSubmit={apply}>
        <label>
          Title of the page <input bind={title} />
        </label>
        <label>
          Width of the page
          <select bind={width}>
            <option value="60%">60 %</option>
            <option value="100%">100 %</option>
            <option value="640px">640 pixels</option>
          </select>
        </label>
        <label class="check">
          <input type="checkbox" bind={isFollowing} /> Follow what is printed
        </label>
        <div class="line">
          <button>Apply</button>
          <button type="button" class="plain" onClick={print}>
            Print 40 lines
          </button>
        </div>
      </form>
      <ol aria-label="Printed">
        <For each={lines}>{(line) => <li>Line {line}</li>}</For>
      </ol>
    </div>
  );
}

export default app(SetEnv, { title: "Settings of the page" });
