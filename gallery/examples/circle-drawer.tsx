import { For, computed, ref, signal, type MouseEvent } from "tandem";
import { undoable } from "./circle-drawer/undoable.ts";

interface Circle {
  id: number;
  x: number;
  y: number;
  diameter: number;
}

export default function CircleDrawer() {
  const circles = undoable<readonly Circle[]>([]);
  const chosenId = signal(0);
  const diameter = signal(40);
  const isAdjusting = signal(false);
  const dialog = ref<"dialog">();

  const chosen = computed(() =>
    circles.now.value.find((circle) => circle.id === chosenId.value),
  );
  /** While the dialog is open, the chosen circle shows what the slider says. */
  const shownDiameter = (circle: Circle) =>
    isAdjusting.value && circle.id === chosenId.value
      ? diameter.value
      : circle.diameter;

  const point = ({ x, y }: MouseEvent) =>
    (chosenId.value = nearest(circles.now.value, x, y)?.id ?? 0);
  const add = (x: number, y: number) => {
    const circle = { id: nextId(circles.now.value), x, y, diameter: 40 };
    circles.record([...circles.now.value, circle]);
    chosenId.value = circle.id;
  };
  const adjust = () => {
    if (!chosen.value) return;
    diameter.value = chosen.value.diameter;
    isAdjusting.value = true;
    dialog.call("showModal");
  };
  /** However often the slider moved, undoing takes it back in one step. */
  const finish = () => {
    isAdjusting.value = false;
    const resize = (each: Circle) =>
      each.id === chosenId.value ? { ...each, diameter: diameter.value } : each;
    if (chosen.value?.diameter !== diameter.value)
      circles.record(circles.now.value.map(resize));
  };

  return (
    <div class="stack">
      <div class="line" role="group" aria-label="Drawing">
        <button onClick={circles.undo} disabled={() => !circles.canUndo.value}>
          Undo
        </button>
        <button onClick={circles.redo} disabled={() => !circles.canRedo.value}>
          Redo
        </button>
        <button onClick={() => add(...freeSpot(circles.now.value.length))}>
          Add
        </button>
        <button onClick={adjust} disabled={() => !chosen.value}>
          Adjust…
        </button>
      </div>
      <svg
        class="drawing"
        role="group"
        aria-label="Canvas: click to add a circle"
        onClick={({ x, y }) => add(x, y)}
        onPointerMove={{ handler: point, throttle: 40 }}
        onContextMenu={{
          handler: (event) => (point(event), adjust()),
          preventDefault: true,
        }}
      >
        <For each={circles.now} key={(circle) => circle.id}>
          {(circle) => (
            <circle
              class={{ chosen: () => circle.value.id === chosenId.value }}
              cx={() => circle.value.x}
              cy={() => circle.value.y}
              r={() => shownDiameter(circle.value) / 2}
              role="img"
              aria-label={() =>
                `Circle ${circle.value.id}, ${shownDiameter(circle.value)} wide`
              }
              tabindex={0}
              onFocus={() => (chosenId.value = circle.value.id)}
            />
          )}
        </For>
      </svg>
      <dialog ref={dialog} onClose={finish} aria-label="Adjust the diameter">
        <form method="dialog" class="stack">
          <label>
            Diameter of the circle at{" "}
            {() => `${chosen.value?.x ?? 0}, ${chosen.value?.y ?? 0}`}
            <input type="range" bind={diameter} min={8} max={200} />
          </label>
          <button>Done</button>
        </form>
      </dialog>
    </div>
  );
}

/** The circle under the pointer whose middle is closest. */
function nearest(
  circles: readonly Circle[],
  x: number,
  y: number,
): Circle | undefined {
  const distance = (circle: Circle) => Math.hypot(circle.x - x, circle.y - y);
  const under = circles.filter(
    (circle) => distance(circle) <= circle.diameter / 2,
  );
  return under.sort((a, b) => distance(a) - distance(b))[0];
}

const nextId = (circles: readonly Circle[]) =>
  Math.max(0, ...circles.map((circle) => circle.id)) + 1;

/** For those who add without a pointer: along a diagonal, over and over. */
const freeSpot = (count: number): [x: number, y: number] => [
  40 + ((count * 50) % 250),
  40 + ((count * 40) % 200),
];
