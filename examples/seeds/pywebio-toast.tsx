import { For, session, signal, type NoticeKind } from "tandem";

const KINDS: readonly NoticeKind[] = ["info", "success", "warning", "error"];

export default function Toast() {
  const files = signal(["notes.txt", "plan.md", "photo.jpg"]);
  const stays = signal(false);

  const remove = (name: string) => {
    const before = files.peek();
    files.value = before.filter((other) => other !== name);
    session.notify(
      <span>
        Deleted <b>{name}</b>.
      </span>,
      { action: { label: "Undo", onClick: () => void (files.value = before) } },
    );
  };

  return (
    <div class="stack narrow">
      <div class="line" role="group" aria-label="Show a notice">
        {KINDS.map((kind) => (
          <button
            onClick={() => {
              const duration = stays.value ? 0 : 5_000;
              session.notify(`This is a notice: ${kind}.`, { kind, duration });
            }}
          >
            {kind}
          </button>
        ))}
        <label>
          <input type="checkbox" bind={stays} /> until dismissed
        </label>
      </div>
      <ul aria-label="Files">
        <For each={files}>
          {(name) => (
            <li class="line">
              {name}
              <button class="plain" onClick={() => remove(name)}>
                Delete {name}
              </button>
            </li>
          )}
        </For>
      </ul>
    </div>
  );
}
