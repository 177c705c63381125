import { expect, it } from "vitest";
import { mount } from "tandem/testing";
import wizard from "../../../examples/apps/wizard/app.tsx";
import { answering } from "../../flow/support.tsx";

/** A person who makes a claim. */
async function claimant() {
  const app = await mount(wizard, { clock: new Date("2026-11-26T12:00:00Z") });
  const page = answering(app);
  const next = async () => {
    await page.press("Continue");
    await app.clock.advance(1_000);
  };
  const check = async (label: string) => {
    await app.user.click(app.screen.getByLabelText(new RegExp(`^${label}`)));
    await app.settle();
  };
  const set = async (label: RegExp, value: string) => {
    const input = app.screen.getByLabelText<HTMLInputElement>(label);
    input.value = value;
    input.dispatchEvent(new app.window.Event("input", { bubbles: true }));
    await app.settle();
  };
  return { app, ...page, next, check, set, [Symbol.asyncDispose]: () => app.close() };
}

type Claimant = Awaited<ReturnType<typeof claimant>>;

async function fillPolicy({ type, next }: Claimant) {
  await type("Policy number", "tb-1001");
  await type("E-mail", "ada@sea.example");
  await next();
}

async function fillIncident({ type, check, set, next }: Claimant, what: string) {
  await check(what);
  await set(/When/, "2026-11-20");
  await type("Where", "Bergen");
  await type("In your own words", "It was there, and then it was not.");
  await next();
}

const facts = ({ app }: Claimant) =>
  Object.fromEntries(
    [...app.document.querySelectorAll("dl > div")].map((pair) => [
      pair.querySelector("dt")!.textContent,
      pair.querySelector("dd")!.textContent,
    ]),
  );

it("E300: a policy is looked up, and the day must be within it", async () => {
  await using person = await claimant();
  const { type, next, complaints, set, check, app } = person;
  await type("Policy number", "TB-9");
  await next();
  expect(complaints()).toEqual(["Two letters and four digits, as in TB-1001.", "Please fill this in."]);
  await type("Policy number", "999");
  await type("E-mail", "ada@sea.example");
  await next();
  expect(complaints()).toEqual(["There is no policy of that number."]);
  await app.user.clear(app.screen.getByLabelText(/Policy number/));
  await type("Policy number", "TB-1002");
  await next();
  await check("It was stolen");
  await set(/When/, "2025-01-01");
  await type("Where", "Bergen");
  await type("In your own words", "It was there, and then it was not.");
  await next();
  expect(complaints()).toEqual(["Your policy is valid from 2025-06-15 to 2029-06-14."]);
  await set(/When/, "2026-11-27");
  await next();
  expect(complaints()).toHaveLength(1);
});

it("E301: each kind of incident has questions of its own", async () => {
  for (const [what, question] of [
    ["It was stolen", /How was it locked/],
    ["It was damaged", /What will the repair cost/],
    ["Somebody was hurt", /A doctor has seen it/],
  ] as const) {
    await using person = await claimant();
    await fillPolicy(person);
    await fillIncident(person, what);
    person.app.screen.getByLabelText(question);
    person.app.expectInStep();
  }
});

it("E301: a doctor is asked for where one was seen", async () => {
  await using person = await claimant();
  await fillPolicy(person);
  await fillIncident(person, "Somebody was hurt");
  await person.check("Somebody else");
  expect(person.app.screen.queryByLabelText(/Name of the doctor/)).toBe(null);
  await person.app.user.click(person.app.screen.getByRole("switch"));
  await person.app.settle();
  await person.next();
  expect(person.complaints()).toEqual(["Please fill this in."]);
  await person.type("Name of the doctor", "Dr. Who");
  await person.next();
  expect(facts(person)).toMatchObject({ Hurt: "Somebody else", Doctor: "Dr. Who" });
});

it("E302, E303: a claim is reviewed, changed, sent and kept", async () => {
  await using person = await claimant();
  const { app, press, type, next, check } = person;
  await fillPolicy(person);
  await fillIncident(person, "It was damaged");
  await check("Frame");
  await type("What will the repair cost", "1200");
  app.screen.getByText(/Over 1,000 €/);
  const photo = new app.window.File([PNG], "frame.png", { type: "image/png" });
  await app.user.upload(app.document.querySelector<HTMLInputElement>("input[type=file]")!, photo);
  await app.waitFor(() => app.screen.getByText("1 file has arrived."));
  await press("Back");
  expect(app.screen.getByLabelText<HTMLInputElement>(/It was damaged/).checked).toBe(true);
  await next();
  expect(app.screen.getByLabelText<HTMLInputElement>(/repair cost/).value).toBe("1200");
  app.screen.getByText("frame.png");
  await next();
  expect(facts(person)).toMatchObject({
    Number: "TB-1001",
    Holder: "Ada Pedersen",
    Damaged: "Frame",
    Photos: "1 attached",
  });
  await press("Change: Incident");
  await app.user.clear(app.screen.getByLabelText(/Where/));
  await type("Where", "Oslo");
  await next();
  await next();
  expect(facts(person)).toMatchObject({ Place: "Oslo", "Repair costs": "1200 €" });
  await press("Send the claim");
  app.screen.getByText("Sending…");
  await app.clock.advance(1_000);
  const [number] = /C-\d+/.exec(app.document.body.textContent!)!;
  await press("Download a copy");
  await app.waitFor(() => expect(app.downloads).toHaveLength(1));
  expect([app.downloads[0]!.name, await app.downloads[0]!.text()]).toEqual([
    `claim-${number}.txt`,
    expect.stringContaining("  Place: Oslo\n"),
  ]);
  await press("That is all");
  app.screen.getByText(/This conversation has ended/);
  expect(app.session.state.peek().kind).toBe("ended");
});

it("E304: a claim that is cancelled asks whether it should be, and is gone", async () => {
  await using person = await claimant();
  const { app, press } = person;
  await fillPolicy(person);
  await press("Cancel");
  await press("Go on with it");
  app.screen.getByText("The incident");
  await press("Cancel");
  await press("Cancel the claim");
  app.screen.getByText("This claim was cancelled");
  expect(app.screen.queryByText("The incident")).toBe(null);
  expect(app.session.state.peek().kind).toBe("ended");
});

/** A picture of one pixel. */
const PNG = Uint8Array.from(
  atob("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="),
  (character) => character.charCodeAt(0),
);
