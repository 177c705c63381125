import { expect, it } from "vitest";
import { mount } from "tandem/testing";
import bmi from "../../examples/seeds/pywebio-bmi.tsx";
import { answering, shownIn } from "../flow/support.tsx";

it("E59: the body mass index is asked for, worked out and named, as often as one likes", async () => {
  await using app = await mount(bmi);
  const { type, press, complaints } = answering(app);
  const answer = async (height: string, weight: string) => {
    await type("Your height", height);
    await type("Your weight", weight);
    await press("Continue");
  };
  await answer("1.80", "81");
  expect(complaints()).toEqual(["Please choose 50 or more."]);
  await app.user.clear(app.screen.getByLabelText(/height/));
  await type("Your height", "180{Enter}");
  expect(shownIn(app).at(-1)).toBe("180 cm and 81 kg: your index is 25.0, which counts as overweight.");
  await press("Yes");
  await answer("180", "60");
  expect(shownIn(app).at(-1)).toContain("which counts as normal.");
  await press("No");
  expect([shownIn(app).at(-1), app.session.state.peek().kind]).toEqual(["Good-bye.", "ended"]);
});
