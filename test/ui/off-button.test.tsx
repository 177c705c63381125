import { describe, expect, it } from "vitest";
import { command, signal } from "tandem";
import { Button, createForm, Form, IconButton, SubmitButton } from "tandem/ui";
import { enter } from "./inputs/support.ts";

describe("a button that is off for a reason", () => {
  it("U179: says so, and calls nothing, whatever a page sends, until there is none", () => {
    const reason = signal<string | undefined>("Nothing is chosen.");
    for (const build of [
      (onClick: () => unknown) => (
        <Button disabledReason={reason} onClick={onClick}>
          Delete
        </Button>
      ),
      (onClick: () => unknown) => (
        <Button disabledReason={reason} onClick={[command.toggle(), { handler: onClick, stopPropagation: true }]}>
          Delete
        </Button>
      ),
      (onClick: () => unknown) => (
        <IconButton icon="trash" label="Delete" disabledReason={() => reason.value} onClick={{ handler: onClick }} />
      ),
    ]) {
      let clicks = 0;
      reason.set("Nothing is chosen.");
      const { test, control, run } = enter(() => build(() => clicks++));
      expect(test.html).toMatch(/<button[^>]* aria-disabled="true"[^>]*>/);
      expect(test.html).toMatch(/role="tooltip"[^>]*>(<!--\d+-->)?Nothing is chosen\./);
      const id = /role="tooltip"[^>]* id="([^"]+)"/.exec(test.html)?.[1];
      expect(test.html).toContain(`aria-describedby="${id}"`);
      control("button").says("click");
      expect(clicks).toBe(0);
      run(() => reason.set(undefined));
      expect(test.html).not.toMatch(/aria-disabled|data-off|aria-describedby|Nothing/);
      control("button").says("click");
      expect(clicks).toBe(1);
    }
  });

  it("U179: keeps what else describes it", () => {
    const { test } = enter(() => (
      <Button disabledReason="Not now." aria-describedby="more">
        Go
      </Button>
    ));
    expect(test.html).toMatch(/aria-describedby="more tandem-reason-\w+"/);
  });

  it("U179: a form is not submitted by it, whatever a page sends", () => {
    const reason = signal<string | undefined>("Nothing has changed.");
    let submitted = 0;
    const { test, client, run } = enter(() => {
      const form = createForm({ initial: { name: "Ada" }, onSubmit: () => void submitted++ });
      return (
        <Form form={form}>
          <SubmitButton disabledReason={reason}>Save</SubmitButton>
        </Form>
      );
    });
    const name = /<button[^>]* name="([^"]+)"/.exec(test.html)?.[1];
    const submit = () => client.event(test.idOf("form"), "submit", { f: [], by: `${name}=` });
    expect(test.html).toMatch(/<button[^>]* aria-disabled="true"[^>]* type="submit"/);
    submit();
    expect(submitted).toBe(0);
    run(() => reason.set(undefined));
    submit();
    expect(submitted).toBe(1);
  });
});
