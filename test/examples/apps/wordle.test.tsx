import { describe, expect, it } from "vitest";
import { mount } from "tandem/testing";
import wordle from "../../../examples/apps/wordle/app.tsx";
import { compare, Game } from "../../../examples/apps/wordle/game.ts";
import { ANSWERS, isWord, wordOfDay } from "../../../examples/apps/wordle/words.ts";

const type = (game: Game, word: string) => [...word, "Enter"].map((key) => game.press(key)).at(-1);

describe("wordle", () => {
  it("E440: a letter of the answer counts once, and first where it is right", () => {
    const marks = (guess: string, answer: string) =>
      compare(guess, answer)
        .map((mark) => mark[0])
        .join("");
    expect([
      marks("speed", "abide"),
      marks("speed", "erase"),
      marks("allee", "apple"),
      marks("apple", "apple"),
    ]).toEqual(["aaeae", "eaeea", "reaar", "rrrrr"]);
  });

  it("E440: takes words of the list, six at most, and no other key", () => {
    const game = new Game("crane", 1);
    expect(type(game, "cra")).toBe(false);
    expect(game.notice.peek()).toBe("Not enough letters.");
    for (const key of ["Backspace", "Backspace", "1", "é", "Tab", "", "<"]) game.press(key);
    expect(game.typed.peek()).toBe("c");
    expect([type(game, "xxxxx"), game.notice.peek()]).toEqual([false, "“cxxxx” is not in the list."]);
    for (let i = 0; i < 5; i++) game.press("Backspace");
    const ends = ["slate", "brain", "irate", "grace", "trace", "crate"].map((word) => type(game, word));
    expect(ends).toEqual([false, false, false, false, false, true]);
    expect([game.isWon.peek(), game.isOver.peek(), type(game, "crane")]).toEqual([false, true, false]);
    expect(game.share()).toMatch(/^Wordle 1 X\/6\n\n(?:[⬛🟨🟩]{5}\n?){6}$/u);
  });

  it("E441: the word of a day is the same for all, another the next day, and never in the page", async () => {
    const now = Date.UTC(2026, 0, 1);
    const { word } = wordOfDay(now);
    expect(wordOfDay(now + 80_000_000).word).toBe(word);
    expect(wordOfDay(now + 86_400_000).word).not.toBe(word);
    expect(new Set(ANSWERS.map((_, index) => wordOfDay(now + index * 86_400_000).word)).size).toBe(ANSWERS.length);
    expect(ANSWERS.every((each) => each.length === 5 && isWord(each))).toBe(true);
    await using app = await mount(wordle);
    await app.user.click(app.screen.getByRole("button", { name: "Q" }));
    expect(app.html() + JSON.stringify(app.frames)).not.toContain(word);
  });

  it("E442: is played by keys and by touch, tells how it went, and counts a day once", async () => {
    await using app = await mount(wordle);
    const { word } = wordOfDay(app.clock.now());
    app.screen.getByRole("region", { name: "The game" }).focus();
    await app.user.keyboard("slate{Enter}");
    app.screen.getByText(/^SLATE: \d right, \d elsewhere\.$/);
    for (const letter of word)
      await app.user.click(app.screen.getByRole("button", { name: new RegExp(`^${letter.toUpperCase()}( |$)`) }));
    await app.user.click(app.screen.getByRole("button", { name: "Enter" }));
    app.screen.getByText("Magnificent!");
    expect(app.screen.getByText("Copy to share").closest("button")!.dataset["copyText"]).toContain("2/6");
    const facts = () => [...app.document.querySelectorAll("dd")].map((fact) => fact.textContent);
    expect(facts()).toEqual(["1", "100 %", "1, at best 1"]);
    await app.user.click(app.screen.getByText("Practise with another word"));
    app.screen.getByText("Practice");
    app.screen.getByText("Guess the word.");
  });
});
