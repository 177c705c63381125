import { UserSettings } from "tandem";
import { GUESSES, type Game } from "./game.ts";

/** How the days went, kept by the person's browser. */
export class Statistics extends UserSettings {
  played = 0;
  won = 0;
  streak = 0;
  best = 0;
  /** The last day that was finished: it counts once. */
  lastDay = 0;
  /** How many were won with so many guesses. */
  counts: number[] = Array.from({ length: GUESSES }, () => 0);

  /** Counts a game of a day that is over. */
  count(game: Game): void {
    if (game.day === undefined || game.day <= this.lastDay) return;
    const isWon = game.isWon.peek();
    this.played++;
    this.won += isWon ? 1 : 0;
    this.streak = isWon
      ? (game.day === this.lastDay + 1 ? this.streak : 0) + 1
      : 0;
    this.best = Math.max(this.best, this.streak);
    this.lastDay = game.day;
    const guesses = game.guesses.peek().length;
    if (isWon)
      this.counts = this.counts.map((count, index) =>
        index === guesses - 1 ? count + 1 : count,
      );
  }
}
