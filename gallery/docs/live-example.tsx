import { Await, ErrorBoundary, Module, Show, signal, type Component } from "tandem";
import { Button, Code, ErrorState, Spinner } from "tandem/ui";
import { exampleComponent } from "./example-module.ts";

export interface LiveExampleProps {
  code: string;
  /** Keeps the names of its controls apart from those of other examples. */
  id: string;
  /** Whether it runs by itself, or when somebody asks. */
  runs: boolean;
}

/** An example of the documentation, and below it what it does, in this very session. */
export function LiveExample({ code, id, runs }: LiveExampleProps) {
  const isRunning = signal(runs);
  return (
    <div class="docs-example">
      <Code code={code.trimEnd()} language="tsx" label="Example" />
      <section class="docs-live" aria-label="The example, running">
        <Show when={isRunning} fallback={<RunButton onRun={() => isRunning.set(true)} />}>
          <Await value={() => exampleComponent(code)} fallback={<Building />}>
            {(component) => <Shown id={id} component={component} />}
          </Await>
        </Show>
      </section>
    </div>
  );
}

const Building = () => (
  <div class="docs-building">
    <Spinner label="The example is being built" />
  </div>
);

const RunButton = ({ onRun }: { onRun: () => void }) => (
  <Button size="small" icon="play" onClick={onRun}>
    Run it here
  </Button>
);

function Shown({ id, component }: { id: string; component: Component | undefined }) {
  if (component === undefined) return <p class="docs-quiet">It needs an app of its own: its pages, or its files.</p>;
  const Example = component;
  return (
    <ErrorBoundary fallback={(error, retry) => <ErrorState title="It failed" error={error} retry={retry} />}>
      <Module id={id}>
        <Example />
      </Module>
    </ErrorBoundary>
  );
}
