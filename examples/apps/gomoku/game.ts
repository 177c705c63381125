import { computed, signal, type ReadonlySignal, type Signal } from "tandem";

export const SIZE = 15;
const IN_A_ROW = 5;

export type Stone = "black" | "white";
export const other = (stone: Stone): Stone =>
  stone === "black" ? "white" : "black";

/** Somebody at a table, for as long as a page of theirs shows it. */
export interface Person {
  readonly name: Signal<string>;
}

const DIRECTIONS = [
  [1, 0],
  [0, 1],
  [1, 1],
  [1, -1],
] as const;

/** A table for two, and any number who watch. */
export class Table {
  readonly id: string;
  readonly stones: Signal<readonly (Stone | undefined)[]> = signal(
    new Array<Stone | undefined>(SIZE * SIZE).fill(undefined),
  );
  readonly moves = signal<readonly number[]>([]);
  readonly seats: Readonly<Record<Stone, Signal<Person | undefined>>> = {
    black: signal(),
    white: signal(),
  };
  readonly people: Signal<readonly Person[]> = signal([]);
  readonly score: Readonly<Record<Stone, Signal<number>>> = {
    black: signal(0),
    white: signal(0),
  };
  /** Whose turn it is. */
  readonly turn = computed<Stone>(() =>
    this.moves.value.length % 2 === 0 ? "black" : "white",
  );
  /** The five that won. */
  readonly line: ReadonlySignal<readonly number[] | undefined> = computed(() =>
    this.#lineOf(this.moves.value.at(-1)),
  );
  readonly winner = computed(() =>
    this.line.value === undefined ? undefined : other(this.turn.value),
  );
  readonly isDrawn = computed(
    () =>
      this.winner.value === undefined &&
      this.moves.value.length === SIZE * SIZE,
  );
  readonly isOver = computed(
    () => this.winner.value !== undefined || this.isDrawn.value,
  );
  /** Who wants to play again. */
  readonly wishes: Signal<readonly Person[]> = signal([]);

  constructor(id: string) {
    this.id = id;
  }

  /** Comes to the table: to a seat if one is free. Answers what goes again. */
  join(person: Person): () => void {
    this.people.update((all) => [...all, person]);
    const free = (["black", "white"] as const).find(
      (stone) => this.seats[stone].peek() === undefined,
    );
    if (free !== undefined) this.sit(person, free);
    return () => {
      this.stand(person);
      this.people.update((all) => all.filter((each) => each !== person));
    };
  }

  /** Takes a seat that is free; nobody sits on both. */
  sit(person: Person, stone: Stone): boolean {
    if (
      this.seats[stone].peek() !== undefined ||
      this.stoneOf(person) !== undefined
    )
      return false;
    this.seats[stone].value = person;
    return true;
  }

  /** Leaves the seat to whoever wants it. The game stays as it is. */
  stand(person: Person): void {
    const stone = this.stoneOf(person);
    if (stone !== undefined) this.seats[stone].value = undefined;
    this.wishes.update((all) => all.filter((each) => each !== person));
  }

  stoneOf(person: Person): Stone | undefined {
    return (["black", "white"] as const).find(
      (stone) => this.seats[stone].value === person,
    );
  }

  /** Puts a stone where it may be put: by who sits there, in turn, on a free point, while both are there. */
  play(person: Person, point: number): boolean {
    const stone = this.stoneOf(person);
    if (stone === undefined || stone !== this.turn.peek() || this.isOver.peek())
      return false;
    if (this.seats[other(stone)].peek() === undefined) return false;
    if (
      !Number.isInteger(point) ||
      point < 0 ||
      point >= SIZE * SIZE ||
      this.stones.peek()[point] !== undefined
    )
      return false;
    this.stones.update((all) =>
      all.map((each, at) => (at === point ? stone : each)),
    );
    this.moves.update((all) => [...all, point]);
    const winner = this.winner.peek();
    if (winner !== undefined) this.score[winner].value++;
    return true;
  }

  /** Wants to play again; once both do, they change sides and begin. */
  again(person: Person): void {
    if (
      !this.isOver.peek() ||
      this.stoneOf(person) === undefined ||
      this.wishes.peek().includes(person)
    )
      return;
    this.wishes.update((all) => [...all, person]);
    if (this.wishes.peek().length < 2) return;
    const { black, white } = this.seats;
    [black.value, white.value] = [white.peek(), black.peek()];
    [this.score.black.value, this.score.white.value] = [
      this.score.white.peek(),
      this.score.black.peek(),
    ];
    this.stones.value = new Array<Stone | undefined>(SIZE * SIZE).fill(
      undefined,
    );
    this.moves.value = [];
    this.wishes.value = [];
  }

  #lineOf(point: number | undefined): readonly number[] | undefined {
    if (point === undefined) return undefined;
    const lines = DIRECTIONS.map(([dx, dy]) => [
      ...this.#run(point, -dx, -dy).reverse(),
      point,
      ...this.#run(point, dx, dy),
    ]);
    return lines.find(({ length }) => length >= IN_A_ROW);
  }

  /** The points of the same colour from a point on, in a direction. */
  #run(point: number, dx: number, dy: number): number[] {
    const stones = this.stones.value;
    const found: number[] = [];
    let [x, y] = [(point % SIZE) + dx, Math.floor(point / SIZE) + dy];
    while (
      x >= 0 &&
      x < SIZE &&
      y >= 0 &&
      y < SIZE &&
      stones[y * SIZE + x] === stones[point]
    ) {
      found.push(y * SIZE + x);
      x += dx;
      y += dy;
    }
    return found;
  }
}
