import { signal } from "tandem";
import { Button, DataTable, type RowKey } from "tandem/ui";
import { entry } from "../entry.ts";

const BIKES = [
  { id: 1, model: "Roadster", price: 1_250, kind: "city" },
  { id: 2, model: "Clubman", price: 2_100, kind: "road" },
  { id: 3, model: "Shopper", price: 640, kind: "city" },
];

const MANY = Array.from({ length: 1_000 }, (_, id) => ({ id, square: id * id }));

export default entry({
  from: import.meta.url,
  title: "Data table",
  widgets: ["DataTable"],
  isWide: true,
  states: {
    Normal: () => (
      <DataTable
        label="Bikes"
        rows={BIKES}
        columns={[{ key: "model" }, { key: "price", type: "number" }, { key: "kind" }]}
      />
    ),
    "Edited, filtered, chosen from": () => {
      const bikes = signal(BIKES);
      const selected = signal<readonly RowKey[]>([]);
      return [
        <DataTable
          label="Bikes in the shop"
          rows={bikes}
          filters
          selection="rows"
          selected={selected}
          columns={[
            { key: "model", editable: true, required: true, maxLength: 40 },
            { key: "price", type: "number", editable: true, min: 0, format: (price) => `€ ${price}` },
            { key: "kind", type: "select", options: ["city", "road"], editable: true, required: true },
          ]}
        />,
        <p>{() => `${selected.value.length} chosen`}</p>,
      ];
    },
    Virtual: () => {
      const noted = signal<readonly number[]>([]);
      return [
        <DataTable
          label="Numbers"
          rows={MANY}
          virtual
          height="16rem"
          columns={[
            { key: "id", type: "number" },
            { key: "square", type: "number" },
            {
              id: "note",
              title: "Note",
              render: (row) => (
                <Button size="small" onClick={() => noted.update((all) => [...all, row.value.square])}>
                  Note {() => row.value.square}
                </Button>
              ),
            },
          ]}
        />,
        <p>{() => `Noted: ${noted.value.join(", ") || "none"}`}</p>,
      ];
    },
    Empty: () => (
      <DataTable label="Nothing" rows={[] as typeof BIKES} columns={[{ key: "model" }]} empty="No bikes yet." />
    ),
    Disabled: () => (
      <DataTable label="Bikes, fixed" rows={BIKES} disabled columns={[{ key: "model", editable: true }]} />
    ),
  },
});
