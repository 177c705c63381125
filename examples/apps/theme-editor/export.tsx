import { session, signal, type Signal } from "tandem";
import { BusyButton, Dialog, Stack, Tabs } from "tandem/ui";
import type { Draft } from "./draft.ts";

/** The theme as code for the app, or as CSS for its styles. */
export const Export = ({
  draft,
  open,
}: {
  draft: Draft;
  open: Signal<boolean>;
}) => (
  <Dialog title="Take it with you" size="large" open={open}>
    <Tabs
      label="As"
      tabs={[
        {
          name: "code",
          label: "setTheme",
          content: () => <Text text={() => draft.code} />,
        },
        {
          name: "css",
          label: "CSS",
          content: () => <Text text={() => draft.css} />,
        },
      ]}
    />
  </Dialog>
);

function Text({ text }: { text: () => string }) {
  const isCopied = signal(false);
  const copy = async () => {
    await session.setClipboard(text());
    isCopied.value = true;
  };
  return (
    <Stack gap="m" align="start">
      <pre class="editor-code" tabindex={0}>
        {text}
      </pre>
      <BusyButton
        tone="brand"
        icon={() => (isCopied.value ? "check-lg" : "copy")}
        task={copy}
      >
        {() => (isCopied.value ? "Copied" : "Copy")}
      </BusyButton>
    </Stack>
  );
}
