import { signal } from "tandem";
import {
  Accordion,
  Breadcrumb,
  BusyButton,
  Button,
  ButtonGroup,
  Card,
  Checkbox,
  DateInput,
  Grid,
  Menu,
  NumberInput,
  Rating,
  Row,
  Slider,
  Stack,
  Stepper,
  SwitchInput,
  Tabs,
  TextInput,
  Tooltip,
} from "tandem/ui";

/** A page such as people work with all day, to see the theme on. */
export function Sample() {
  const step = signal(1);
  return (
    <Stack gap="xl">
      <Stack gap="s">
        <Breadcrumb
          items={[
            { label: "Shop" },
            { label: "Orders" },
            { label: "Order 12" },
          ]}
        />
        <Row justify="between">
          <h1 class="editor-title">Order 12</h1>
          <Actions />
        </Row>
      </Stack>
      <Stepper
        label="Order"
        current={step}
        steps={[{ label: "Cart" }, { label: "Address" }, { label: "Payment" }]}
      />
      <Grid columns={2} minWidth="20rem">
        <Customer />
        <Delivery />
      </Grid>
      <Buttons />
      <Tabs
        label="More"
        tabs={[
          { name: "items", label: "Items", icon: "box", content: Items },
          { name: "notes", label: "Notes", icon: "chat", content: Notes },
          {
            name: "audit",
            label: "Audit",
            icon: "lock",
            disabled: true,
            content: Notes,
          },
        ]}
      />
    </Stack>
  );
}

const Actions = () => (
  <Row>
    <Menu
      label="More"
      appearance="plain"
      items={[
        { label: "Duplicate", icon: "copy" },
        { label: "Print", icon: "printer", shortcut: "Ctrl P" },
        "line",
        { label: "Delete", icon: "trash", tone: "danger" },
      ]}
    />
    <Button>Cancel</Button>
    <Tooltip text="The customer gets a mail">
      <Button tone="brand" icon="check-lg">
        Confirm
      </Button>
    </Tooltip>
  </Row>
);

const Customer = () => (
  <Card title="Customer" icon="person" level={2}>
    <Stack>
      <TextInput label="Name" value="Ada Lovelace" required />
      <TextInput
        label="E-mail"
        value="ada@"
        error="An address has something after the @."
      />
      <TextInput label="Customer number" value="4711" readonly />
      <Checkbox label="Send news" value={true} />
    </Stack>
  </Card>
);

const Delivery = () => (
  <Card title="Delivery" icon="truck" level={2}>
    <Stack>
      <DateInput label="Day" value="2026-11-30" />
      <NumberInput label="Parcels" value={2} min={1} max={9} />
      <Slider label="Insured" value={60} format={(value) => `${value} %`} />
      <SwitchInput label="Leave it with the neighbours" value={true} />
    </Stack>
  </Card>
);

const Buttons = () => (
  <Card title="Buttons" level={2}>
    <Stack gap="m">
      <Row>
        <Button tone="brand">Brand</Button>
        <Button tone="success">Success</Button>
        <Button tone="warning">Warning</Button>
        <Button tone="danger">Danger</Button>
        <Button disabled>Disabled</Button>
      </Row>
      <Row>
        <Button tone="brand" appearance="soft">
          Soft
        </Button>
        <Button tone="danger" appearance="outlined">
          Outlined
        </Button>
        <Button appearance="plain">Plain</Button>
        <ButtonGroup label="Period">
          <Button>Day</Button>
          <Button pressed>Week</Button>
          <Button>Month</Button>
        </ButtonGroup>
        <BusyButton
          cancellable
          task={({ signal: aborted }) =>
            new Promise<void>((resolve) =>
              aborted.addEventListener("abort", () => resolve()),
            )
          }
        >
          Import
        </BusyButton>
        <Rating label="Satisfaction" hideLabel value={4} />
      </Row>
    </Stack>
  </Card>
);

const Items = () => (
  <Accordion
    sections={[
      {
        title: "Three bells",
        content: "Brass, with a clear tone.",
        open: true,
      },
      { title: "One basket", content: "Wicker, for the front." },
    ]}
  />
);

const Notes = () => (
  <p class="tandem-muted">Nobody has written anything yet.</p>
);
