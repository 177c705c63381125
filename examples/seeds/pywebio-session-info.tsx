import { Show, session } from "tandem";

export default function SessionInfo() {
  // What carries the connection is known once there is one.
  const isConnected = () => session.state.value.kind === "connected";

  return (
    <pre class="scroll" tabindex={0} role="region" aria-label="Session info">
      <Show when={isConnected} fallback="Connecting…">
        {() => JSON.stringify(session.info, null, 2)}
      </Show>
    </pre>
  );
}
