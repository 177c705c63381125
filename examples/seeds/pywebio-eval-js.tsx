import { ClientError, For, session, signal } from "tandem";

const EXPRESSIONS = {
  "An expression": "window.location.href",
  "A function’s result": `(function(){
    var a = 1;
    a += b;
    return a;
})()`,
  "A promise": `new Promise(resolve => {
    setTimeout(() => {
        resolve('Returned inside callback.');
    }, 2000);
});`,
  "Something that fails": "document.nothing.here",
};

export default function EvalJs() {
  return (
    <div class="stack">
      <For each={Object.entries(EXPRESSIONS)}>
        {([title, expression]) => (
          <Evaluation title={title} expression={expression} />
        )}
      </For>
    </div>
  );
}

function Evaluation(props: { title: string; expression: string }) {
  const result = signal("not evaluated yet");

  const evaluate = async () => {
    result.value = "…";
    try {
      const value = await session.evalJs(props.expression, { b: 100 });
      result.value = JSON.stringify(value);
    } catch (error) {
      if (!(error instanceof ClientError)) throw error;
      result.value = `${error.clientName}: ${error.message}`;
    }
  };

  return (
    <section class="stack" aria-label={props.title}>
      <h3>{props.title}</h3>
      <pre class="scroll">{props.expression}</pre>
      <div class="line">
        <button onClick={evaluate} aria-label={`Evaluate: ${props.title}`}>
          Evaluate
        </button>
        <code role="status">{result}</code>
      </div>
    </section>
  );
}
