import { expect, it } from "vitest";
import { Random } from "../support/random.ts";
import { attach, fetchRaw, openPage, run } from "../server/support.tsx";
import { ByteAttack } from "./fuzz/byte-attack.ts";
import { footholdIn } from "./fuzz/foothold.ts";
import { fuzzTarget } from "./fuzz/target.tsx";

/** `npm run fuzz` takes twenty times as many. */
const INPUTS = 800;
const AT_ONCE = 8;
/** Each input that has a session of its own may ask for it again and again. */
const LIMITS = { reattachesPerMinute: 1e6, maxUnclaimedPerAddress: 1e6 };

it("X2: hostile bytes (seed 7) bring down nothing, lead nowhere, and a bystander goes on", async () => {
  const { Screen, check } = fuzzTarget();
  const { port, entries } = await run(Screen, { limits: LIMITS });
  const [theirs, mine] = [await openPage(port), await openPage(port)];
  const foothold = footholdIn(port, theirs.text, theirs.cookie);
  const bystander = await attach(port, mine);
  expect((await bystander.next())[0]).toBe("welcome");
  const attack = new ByteAttack(new Random(7));
  const attackers = Array.from({ length: AT_ONCE }, async () => {
    for (let n = 0; n < INPUTS / AT_ONCE; n++) await attack.step(foothold);
  });
  await Promise.all(attackers);
  expect([...attack.violations, ...check()]).toEqual([]);
  expect(entries.filter(({ level }) => level === "error")).toEqual([]);
  expect(attack.byKind.size).toBe(8);
  expect([...attack.statuses.keys()]).toEqual(expect.arrayContaining(["101", "200", "400", "403", "404", "405"]));
  bystander.send(1, 0, footholdIn(port, mine.text, mine.cookie).ids[0], "click");
  expect((await bystander.next())[1]).toBe(1);
  expect((await fetchRaw(port, "/")).status).toBe(200);
});
