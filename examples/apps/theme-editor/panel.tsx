import { For, session, type ThemeChoice } from "tandem";
import {
  Button,
  ButtonGroup,
  ColorInput,
  Icon,
  Row,
  Slider,
  Stack,
} from "tandem/ui";
import { COLOR_NAMES, contrast, type ColorName } from "./colors.ts";
import type { Draft } from "./draft.ts";
import { FONTS, PRESETS, type Preset } from "./presets.ts";

/** All that can be set. */
export const Panel = ({ draft }: { draft: Draft }) => (
  <Stack gap="xl" class="editor-panel">
    <ThemeButtons />
    <Stack gap="s">
      <h2>Start from</h2>
      <Row gap="s">
        <For each={PRESETS}>
          {(preset) => <PresetButton preset={preset} draft={draft} />}
        </For>
      </Row>
    </Stack>
    <Stack gap="s">
      <h2>Colours</h2>
      <div class="editor-colors">
        <span /> <small>Light</small> <small>Dark</small>
        {COLOR_NAMES.map((name) => (
          <ColorRow name={name} draft={draft} />
        ))}
      </div>
      <Readable draft={draft} />
    </Stack>
    <Stack gap="m">
      <h2>Shape</h2>
      <Slider
        label="Corners"
        bind={draft.radius}
        min={0}
        max={20}
        format={(value) => `${value} px`}
      />
      <Slider
        label="Density"
        bind={draft.density}
        min={0.8}
        max={1.2}
        step={0.05}
        format={(value) => `${Math.round(value * 100)} %`}
      />
    </Stack>
    <Stack gap="s">
      <h2>Letters</h2>
      <Row gap="xs">
        {Object.keys(FONTS).map((font) => (
          <Button
            size="small"
            pressed={() => draft.font.value === font}
            onClick={() => draft.font.set(font)}
          >
            {font}
          </Button>
        ))}
      </Row>
    </Stack>
  </Stack>
);

const CHOICES: Readonly<Record<ThemeChoice, string>> = {
  light: "Light",
  dark: "Dark",
  auto: "As the system",
};

const ThemeButtons = () => (
  <ButtonGroup label="Theme">
    {(Object.keys(CHOICES) as ThemeChoice[]).map((choice) => (
      <Button
        size="small"
        pressed={() => session.theme.value === choice}
        onClick={() => session.setTheme(choice)}
      >
        {CHOICES[choice]}
      </Button>
    ))}
  </ButtonGroup>
);

const PresetButton = ({ preset, draft }: { preset: Preset; draft: Draft }) => {
  const { accent } = preset.colors ?? {};
  return (
    <Button size="small" onClick={() => draft.use(preset)}>
      <span
        class="editor-dot"
        style={{
          background: accent
            ? `light-dark(${accent.light}, ${accent.dark})`
            : "light-dark(#1f5fbf, #8ab4f8)",
        }}
      />
      {preset.name}
    </Button>
  );
};

const ColorRow = ({ name, draft }: { name: ColorName; draft: Draft }) => {
  const { light, dark } = draft.colors[name];
  return [
    <span class="editor-color-name">{name}</span>,
    <ColorInput label={`${name}, light`} hideLabel hideText bind={light} />,
    <ColorInput label={`${name}, dark`} hideLabel hideText bind={dark} />,
  ];
};

/** Whether people can read it: 4.5 : 1 is what WCAG asks for. */
const Readable = ({ draft }: { draft: Draft }) => (
  <ul class="editor-readable">
    {(["text", "accent", "error"] as const).map((name) =>
      (["light", "dark"] as const).map((theme) => {
        const ratio = () =>
          contrast(
            draft.colors[name][theme].value,
            draft.colors.surface[theme].value,
          );
        const isFine = () => ratio() >= 4.5;
        return (
          <li>
            <Icon
              name={() =>
                isFine() ? "check-circle-fill" : "exclamation-triangle-fill"
              }
              class={[
                { "editor-fine": isFine, "editor-poor": () => !isFine() },
              ]}
            />{" "}
            <span class="editor-color-name">{name}</span> on surface, {theme}:{" "}
            {() => ratio().toFixed(1)}
            {() => (isFine() ? "" : ", hard to read")}
          </li>
        );
      }),
    )}
  </ul>
);
