import { describe, expect, it } from "vitest";
import { signal } from "tandem";
import { mount } from "tandem/testing";
import chatRoom from "../../../examples/apps/chat-room/app.tsx";
import { openRoom, roomName, rooms } from "../../../examples/apps/chat-room/rooms.ts";

const rename = async (app: Awaited<ReturnType<typeof mount>>, name: string) => {
  await app.user.clear(app.screen.getByLabelText(/You are/));
  await app.user.type(app.screen.getByLabelText(/You are/), name);
};
const say = async (app: Awaited<ReturnType<typeof mount>>, text: string) => {
  await app.user.type(app.screen.getByLabelText("Message"), text);
  await app.user.click(app.screen.getByRole("button", { name: "Send" }));
};

describe("the chat rooms", () => {
  it("E430: those in a room see what anybody says, who is there, and who goes", async () => {
    await using ada = await mount(chatRoom, { url: "/one" });
    const bo = await mount(chatRoom, { url: "/one" });
    await rename(ada, "Ada");
    await rename(bo, "Bo");
    await say(ada, "Hello there");
    await bo.settle();
    expect(bo.screen.getByText("Hello there").closest("li")!.textContent).toContain("Ada");
    expect(ada.screen.getByLabelText("Here now").children).toHaveLength(2);
    bo.screen.getByRole("img", { name: "Ada" });
    await bo.close();
    await ada.settle();
    ada.screen.getByText("Bo has left.");
    expect(ada.screen.getByLabelText("Here now").children).toHaveLength(1);
  });

  it("E431: says who is writing, and that they are not soon after they stop", async () => {
    await using ada = await mount(chatRoom, { url: "/two" });
    await using bo = await mount(chatRoom, { url: "/two" });
    await rename(ada, "Ada");
    await ada.user.type(ada.screen.getByLabelText("Message"), "Hel");
    await bo.settle();
    bo.screen.getByText("Ada is writing…");
    expect(ada.screen.queryByText(/writing/)).toBeNull();
    await ada.clock.advance(5_000);
    await bo.settle();
    expect(bo.screen.queryByText(/writing/)).toBeNull();
  });

  it("E432: a room has an address, and is made by going there; what is said in it stays in it", async () => {
    await using ada = await mount(chatRoom);
    await ada.user.type(ada.screen.getByLabelText(/New room/), "Coffee & Cake");
    await ada.user.click(ada.screen.getByRole("button", { name: "Open it" }));
    expect(ada.url).toBe("http://localhost/coffee-cake");
    await say(ada, "Two sugars");
    await ada.user.click(ada.screen.getByText("# lobby"));
    expect(ada.screen.queryByText("Two sugars")).toBeNull();
    await ada.back();
    ada.screen.getByText("Two sugars");
  });

  it("E433: names and rooms are what they may be, whatever is sent; there are not too many of them", async () => {
    expect([" Ünïcode  Room! ", "../../etc", "<script>", "x".repeat(99)].map(roomName)).toEqual([
      "ünïcode-room",
      "etc",
      "script",
      "x".repeat(24),
    ]);
    expect(openRoom("  ")).toBeUndefined();
    for (let i = 0; i < 100; i++) openRoom(`many-${i}`)?.enter({ name: signal("Eve"), isTyping: signal(false) }, 0);
    expect(rooms.peek().length).toBe(50);
    expect(openRoom("one-too-many")).toBeUndefined();
    const room = openRoom("lobby")!;
    expect([room.say("Eve", " \n ", 0), room.say("Eve", "y".repeat(5_000), 0)]).toEqual([false, true]);
    expect(room.messages.peek().at(-1)!.text.length).toBe(1_000);
  });
});
