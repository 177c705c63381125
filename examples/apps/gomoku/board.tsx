import { ref, selector, signal } from "tandem";
import { SIZE, type Person, type Table } from "./game.ts";

const COLUMNS = "ABCDEFGHIJKLMNO";
/** Points that are marked on a board of wood. */
const STARS = new Set([48, 52, 56, 108, 112, 116, 168, 172, 176]);
const ARROWS: Readonly<Record<string, readonly [dx: number, dy: number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** The board: a button on each point, of which one can be reached with Tab; arrows go from there. */
export function Board({ table, self }: { table: Table; self: Person }) {
  const points = Array.from({ length: SIZE * SIZE }, () => ref<"button">());
  const cursor = signal(Math.floor((SIZE * SIZE) / 2));
  const isCursor = selector(cursor);
  const isLast = selector(() => table.moves.value.at(-1));
  const canPlay = () =>
    table.stoneOf(self) === table.turn.value && !table.isOver.value;
  const move = (key: string) => {
    const [dx, dy] = ARROWS[key] ?? [0, 0];
    const x = Math.min(SIZE - 1, Math.max(0, (cursor.peek() % SIZE) + dx));
    const y = Math.min(
      SIZE - 1,
      Math.max(0, Math.floor(cursor.peek() / SIZE) + dy),
    );
    cursor.value = y * SIZE + x;
    points[cursor.peek()]!.focus();
  };
  const play = (point: number) => {
    cursor.value = point;
    table.play(self, point);
  };
  return (
    <div
      class={() => [
        "gomoku-board",
        canPlay() && "gomoku-playable",
        canPlay() && `gomoku-next-${table.turn.value}`,
      ]}
      role="group"
      aria-label="Board"
      onKeyDown={{
        keys: Object.keys(ARROWS),
        preventDefault: true,
        handler: ({ key }) => move(key),
      }}
    >
      {points.map((element, point) => (
        <button
          ref={element}
          class={() => [
            "point",
            STARS.has(point) && "point-star",
            table.stones.value[point] !== undefined &&
              `stone stone-${table.stones.value[point]}`,
            isLast(point) && "stone-last",
            table.line.value?.includes(point) && "stone-won",
          ]}
          tabindex={() => (isCursor(point) ? 0 : -1)}
          aria-label={() =>
            `${COLUMNS[point % SIZE]}${SIZE - Math.floor(point / SIZE)} ${table.stones.value[point] ?? ""}`.trim()
          }
          onClick={() => play(point)}
        />
      ))}
    </div>
  );
}
