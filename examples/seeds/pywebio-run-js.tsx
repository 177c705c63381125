import { session, signal } from "tandem";

export default function RunJs() {
  const [a, b] = [signal(1), signal(2)];

  const log = () =>
    session.runJs("console.log(a + b)", { a: a.value, b: b.value });

  const turn = () =>
    session.runJs(
      "document.getElementById(id).animate({ rotate: ['0turn', '1turn'] }, 600)",
      { id: "wheel" },
    );

  return (
    <div class="stack narrow">
      <div class="line">
        <label>
          a <input type="number" bind={a} />
        </label>
        <label>
          b <input type="number" bind={b} />
        </label>
        <button onClick={log}>Log a + b to the browser’s console</button>
      </div>
      <div class="line">
        <button onClick={turn}>Turn the wheel</button>
        <svg
          id="wheel"
          viewBox="0 0 32 32"
          width="48"
          fill="none"
          stroke="currentColor"
          stroke-width="2"
          role="img"
          aria-label="A wheel"
        >
          <circle cx="16" cy="16" r="14" />
          <path d="M16 2v28M2 16h28" />
        </svg>
      </div>
    </div>
  );
}
