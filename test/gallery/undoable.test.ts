import { expect, it } from "vitest";
import { undoable } from "../../gallery/examples/circle-drawer/undoable.ts";

it("G16: undoes and redoes step by step, and a new step forgets what was undone", () => {
  const text = undoable("");
  text.record("a");
  text.record("ab");
  text.undo();
  expect([text.now.value, text.canUndo.value, text.canRedo.value]).toEqual(["a", true, true]);
  text.redo();
  text.redo();
  expect([text.now.value, text.canRedo.value]).toEqual(["ab", false]);
  text.undo();
  text.record("ac");
  expect([text.now.value, text.canRedo.value]).toEqual(["ac", false]);
  text.undo();
  text.undo();
  text.undo();
  expect([text.now.value, text.canUndo.value]).toEqual(["", false]);
});
