import { currentScope, Module, signal } from "tandem";

/** Written once: `bind="step"` and `scope.input("step")` are those of the module that it stands in. */
function Counter({ label }: { label: string }) {
  const scope = currentScope()!;
  const step = scope.input<number | null>("step");
  const count = signal(0);
  return (
    <section class="stack boxed" aria-label={label}>
      <h2>{label}</h2>
      <label>
        Step <input type="number" bind="step" value={1} />
      </label>
      <div class="line">
        <button onClick={() => (count.value += step.value ?? 0)}>Add</button>
        <output id={scope.ns("count")}>{count}</output>
      </div>
      <small>
        In this module the field is called <code>{scope.ns("step")}</code>.
      </small>
    </section>
  );
}

export default function Modules() {
  return (
    <div class="stack narrow">
      <Module id="apples">
        <Counter label="Apples" />
      </Module>
      <Module id="basket">
        <Module id="pears">
          <Counter label="Pears" />
        </Module>
      </Module>
    </div>
  );
}
