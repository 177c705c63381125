import { app, signal } from "tandem";
import {
  Checkbox,
  ColorInput,
  DateInput,
  DateRangeInput,
  DateTimeInput,
  MonthInput,
  NumberInput,
  PasswordInput,
  RangeSlider,
  Rating,
  SearchInput,
  Slider,
  SwitchInput,
  TextInput,
  Textarea,
  TimeInput,
  WeekInput,
} from "tandem/ui";
function Look() {
  const grid = {
    display: "grid",
    "grid-template-columns": "repeat(auto-fit, minmax(min(16rem, 100%), 1fr))",
    gap: "1.25rem",
  } as const;
  return (
    <main>
      <h1>Inputs</h1>
      <div style={grid}>
        <TextInput label="Name" value="Ada Lovelace" help="As in your passport." required />
        <TextInput label="Empty" placeholder="Anything" clearable maxLength={40} showCount />
        <TextInput
          label="Clearable"
          value="Some text"
          clearable
          maxLength={40}
          showCount
          help="Forty at most, which is a lot."
        />
        <TextInput label="Price" value="12" prefix="€" suffix="net" />
        <TextInput label="Wrong" value="ab" error="This is taken." />
        <TextInput label="Disabled" value="ab" disabled />
        <TextInput label="Read only" value="ab" readonly />
        <TextInput label="Small" value="ab" size="small" clearable />
        <TextInput label="Large" value="ab" size="large" clearable />
        <SearchInput label="Search" placeholder="Find a town" />
        <SearchInput label="Search filled" value="Oslo" />
        <PasswordInput label="Password" />
        <NumberInput label="Weight" value={1.5} suffix="kg" min={0} />
        <Textarea label="Note" value={"One\nTwo"} showCount maxLength={100} />
        <Textarea label="Grows" autoGrow rows={2} maxRows={5} value={"a\nb\nc\nd\ne\nf\ng"} />
        <div>
          <Checkbox label="I agree" required />
          <Checkbox label="Checked, with help" value={true} help="For good." />
          <Checkbox label="Mixed" indeterminate />
          <Checkbox label="Read only" value={true} readonly />
          <Checkbox label="Disabled" value={true} disabled />
          <Checkbox label="Wrong" error="Please check this." />
        </div>
        <div>
          <SwitchInput label="Off" />
          <SwitchInput label="On" value={true} help="Rings at seven." />
          <SwitchInput label="Disabled" value={true} disabled />
        </div>
        <Slider label="Volume" value={40} marks={[0, 25, 50, 75, 100]} format={(v) => `${v} %`} />
        <Slider label="Plain" value={5} max={10} help="From nothing to ten." />
        <Slider label="Disabled" value={50} disabled />
        <Slider label="Read only" value={50} readonly />
        <RangeSlider
          label="Price"
          value={{ from: 40, to: 120 }}
          max={200}
          step={10}
          format={(v) => `${v} €`}
          marks={[0, 100, 200]}
        />
        <RangeSlider label="All" />
        <DateInput label="Date" value="2026-11-26" />
        <TimeInput label="Time" value="09:30" />
        <DateTimeInput label="Date and time" value="2026-11-26T09:30" />
        <MonthInput label="Month" value="2026-11" />
        <WeekInput label="Week" value="2026-W48" />
        <DateRangeInput
          label="Stay"
          value={{ from: "2026-11-26", to: "2026-11-30" }}
          fromLabel="Arrival"
          toLabel="Departure"
        />
        <DateRangeInput label="Wrong" error="Please choose both dates." />
        <ColorInput label="Ink" value="#1f5fbf" swatches={["#1f5fbf", "#b3261e", "#1b7f3b", "#000000", "#ffffff"]} />
        <ColorInput label="Disabled" disabled swatches={["#b3261e"]} />
        <Rating label="Rating" value={3} />
        <Rating label="Half" value={3.5} half />
        <Rating label="None" required />
        <Rating label="Read only" value={4} readonly />
        <Rating label="Disabled" value={2} disabled size="large" />
        <TextInput label="Beside" labelBeside value="x" help="Below" />
      </div>
    </main>
  );
}
export default app(Look, { title: "Look", lang: "en" });
