import { describe, expect, it } from "vitest";
import { mount } from "tandem/testing";
import themeEditor from "../../../examples/apps/theme-editor/app.tsx";
import { contrast } from "../../../examples/apps/theme-editor/colors.ts";
import { Draft } from "../../../examples/apps/theme-editor/draft.ts";
import { PRESETS } from "../../../examples/apps/theme-editor/presets.ts";

describe("the theme editor", () => {
  it("E260: a colour that is chosen is in the page's theme at once, and starting over takes it back", async () => {
    await using app = await mount(themeEditor);
    const style = () => app.screen.getByRole("main").ownerDocument.documentElement.getAttribute("style") ?? "";
    expect(style()).toBe("");
    await app.user.click(app.screen.getByRole("button", { name: "Forest" }));
    expect(style()).toContain("--tandem-accent: light-dark(#2f6b3c, #9bd3a5)");
    expect(style()).toContain("--tandem-radius: 0.75rem");
    await app.user.click(app.screen.getByRole("button", { name: "Start over" }));
    expect(style()).toBe("");
  });

  it("E261: what the theme makes hard to read is said", async () => {
    await using app = await mount(themeEditor);
    expect(app.screen.queryByText(/hard to read/)).toBeNull();
    await app.user.click(app.screen.getByRole("button", { name: "Dark" }));
    const dark = app.screen.getByLabelText<HTMLInputElement>("text, dark");
    dark.value = "#333333";
    dark.dispatchEvent(new dark.ownerDocument.defaultView!.Event("input", { bubbles: true }));
    await app.settle();
    expect(app.screen.getAllByText(/hard to read/)).toHaveLength(1);
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
    expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
  });

  it("E262: the theme is taken along as code and as CSS, with only what was changed", () => {
    const draft = new Draft();
    expect([draft.code, draft.css]).toEqual(["session.setTheme({});", ":root {\n}"]);
    draft.colors.accent.light.value = "#8a2f7e";
    draft.radius.value = 0;
    expect(draft.code).toBe('session.setTheme({\n  accent: "light-dark(#8a2f7e, #8ab4f8)",\n  radius: "0rem",\n});');
    expect(draft.css).toBe(":root {\n  --tandem-accent: light-dark(#8a2f7e, #8ab4f8);\n  --tandem-radius: 0rem;\n}");
  });

  it("E261: all themes to start from can be read, in the light and in the dark", () => {
    for (const preset of PRESETS) {
      const draft = new Draft();
      draft.use(preset);
      for (const theme of ["light", "dark"] as const)
        for (const name of ["text", "accent", "error", "success", "warning"] as const)
          expect(contrast(draft.colors[name][theme].peek(), draft.colors.surface[theme].peek())).toBeGreaterThan(4.5);
    }
  });
});
