import { ErrorBoundary, For, UserFacingError, effect, signal } from "tandem";
import { toldErrors } from "../told-errors.ts";

/** Things go wrong here on purpose. The session goes on: keep counting. */
export default function Errors() {
  const count = signal(0);
  const told = toldErrors();

  const fail = () => {
    count.value++;
    throw new UserFacingError("The handler failed, after it had counted.");
  };
  /** Two effects that undo each other are stopped; the error names them. */
  const loop = () => {
    const tick = signal(false);
    const tock = signal(false);
    effect(() => void (tock.value = !tick.value), {
      name: "tick follows tock",
    });
    effect(() => void (tick.value = tock.value), { name: "tock follows tick" });
  };

  return (
    <div class="stack">
      <div class="line">
        <output aria-label="Count">{count}</output>
        <button onClick={() => count.value++}>Count</button>
        <button onClick={fail}>Fail in a handler</button>
        <button onClick={loop}>Loop for ever</button>
      </div>
      <ErrorBoundary
        fallback={(error, reset) => (
          <p role="alert" class="boxed line">
            {(error as Error).message}
            <button onClick={() => (count.value++, reset())}>
              Count and try again
            </button>
          </p>
        )}
      >
        <Fussy count={count} />
      </ErrorBoundary>
      <section aria-label="What onError was told">
        <p class="quiet">The app's own onError was told:</p>
        <ol class="deeds">
          <For each={told}>{(line) => <li>{line}</li>}</For>
        </ol>
      </section>
    </div>
  );
}

/** A part of the screen that cannot show multiples of three. */
function Fussy(props: { count: { readonly value: number } }) {
  const show = () => {
    const count = props.count.value;
    if (count > 0 && count % 3 === 0)
      throw new Error(`This part cannot show ${count}.`);
    return `This part shows ${count}.`;
  };
  return <p class="boxed">{show}</p>;
}
