import { describe, expect, it } from "vitest";
import { session, type User } from "tandem";
import { mount } from "tandem/testing";

function Who() {
  return (
    <button onClick={(event) => session.setTitle(JSON.stringify(event.client.user))}>
      {JSON.stringify(session.user)} in {() => session.info.timezone}, {session.info.userLanguage}
    </button>
  );
}

describe("who is at a mounted app", () => {
  it("K36: is who the test says, in the zone it says", async () => {
    const user = { id: "ada" } as User;
    const request = { headers: { "accept-language": "de-AT, en;q=0.5" } };
    await using app = await mount(Who, { user, request, timezone: "Europe/Vienna", connected: false });
    expect(app.screen.getByRole("button").textContent).toBe('{"id":"ada"} in UTC, de-AT');
    app.network.resume();
    await app.settle();
    expect(app.screen.getByRole("button").textContent).toBe('{"id":"ada"} in Europe/Vienna, de-AT');
    await app.user.click(app.screen.getByRole("button"));
    expect(app.document.title).toBe('{"id":"ada"}');
  });

  it("K36: is nobody, somewhere, unless the test says so", async () => {
    await using app = await mount(Who);
    expect(app.screen.getByRole("button").textContent).toBe(" in UTC, en-US");
  });
});
