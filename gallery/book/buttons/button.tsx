import { signal } from "tandem";
import { Button } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Button",
  widgets: ["Button"],
  states: {
    Normal: () => <Button>Save</Button>,
    Tones: () => (
      <p>
        <Button tone="brand">Save</Button> <Button tone="success">Approve</Button> <Button tone="warning">Hold</Button>{" "}
        <Button tone="danger">Delete</Button> <Button tone="neutral">Cancel</Button>
      </p>
    ),
    Appearances: () => (
      <p>
        <Button tone="brand" appearance="filled">
          Filled
        </Button>{" "}
        <Button tone="brand" appearance="outlined">
          Outlined
        </Button>{" "}
        <Button tone="brand" appearance="soft">
          Soft
        </Button>{" "}
        <Button tone="brand" appearance="plain">
          Plain
        </Button>
      </p>
    ),
    "With an icon": () => <Button icon="trash">Delete</Button>,
    Bound: () => {
      const count = signal(0);
      return [<Button onClick={() => count.value++}>Count</Button>, <p>{count} clicks</p>];
    },
    "Staying pressed": () => {
      const isBold = signal(true);
      return (
        <Button pressed={isBold} onClick={() => isBold.update((is) => !is)}>
          Bold
        </Button>
      );
    },
    Sizes: () => (
      <p>
        <Button size="small">Small</Button> <Button>Medium</Button> <Button size="large">Large</Button>
      </p>
    ),
    "Off for a reason": () => {
      const chosen = signal(0);
      return (
        <p>
          <Button onClick={() => chosen.value++}>Choose a file</Button>{" "}
          <Button
            tone="danger"
            disabledReason={() => (chosen.value === 0 ? "Choose a file first." : undefined)}
            onClick={() => chosen.set(0)}
          >
            Delete {chosen}
          </Button>
        </p>
      );
    },
    Disabled: () => (
      <p>
        <Button disabled>Save</Button>{" "}
        <Button tone="brand" disabled>
          Save
        </Button>
      </p>
    ),
  },
});
