// @ts-nocheck -- the types of React are not worth a dependency here
/** The same table in React: keyed, memoised rows, and state changed by a reducer, all of it in the page. */
import { createElement as h, memo, useReducer } from "react";
import { createRoot } from "react-dom/client";
import { labelOf } from "./labels.ts";

let lastId = 0;
const makeRows = (count) => Array.from({ length: count }, () => ({ id: ++lastId, label: labelOf(lastId) }));

function reduce(state, { type, id }) {
  const { rows, selected } = state;
  switch (type) {
    case "run":
      return { rows: makeRows(1_000), selected: 0 };
    case "runlots":
      return { rows: makeRows(10_000), selected: 0 };
    case "add":
      return { rows: rows.concat(makeRows(1_000)), selected };
    case "update": {
      const changed = rows.slice();
      for (let i = 0; i < changed.length; i += 10) changed[i] = { ...changed[i], label: `${changed[i].label} !!!` };
      return { rows: changed, selected };
    }
    case "clear":
      return { rows: [], selected: 0 };
    case "swaprows": {
      const changed = rows.slice();
      [changed[1], changed[998]] = [changed[998], changed[1]];
      return { rows: changed, selected };
    }
    case "remove":
      return { rows: rows.filter((row) => row.id !== id), selected };
    case "select":
      return { rows, selected: id };
    default:
      return state;
  }
}

const Row = memo(({ row, selected, dispatch }) =>
  h(
    "tr",
    { className: selected ? "danger" : "" },
    h("td", { className: "col-md-1" }, row.id),
    h("td", { className: "col-md-4" }, h("a", { onClick: () => dispatch({ type: "select", id: row.id }) }, row.label)),
    h(
      "td",
      { className: "col-md-1" },
      h(
        "a",
        { onClick: () => dispatch({ type: "remove", id: row.id }) },
        h("span", { className: "glyphicon glyphicon-remove", "aria-hidden": "true" }),
      ),
    ),
    h("td", { className: "col-md-6" }),
  ),
);

const BUTTONS = {
  run: "Create 1,000 rows",
  runlots: "Create 10,000 rows",
  add: "Append 1,000 rows",
  update: "Update every 10th row",
  clear: "Clear",
  swaprows: "Swap rows",
};

function Table() {
  const [{ rows, selected }, dispatch] = useReducer(reduce, { rows: [], selected: 0 });
  return h(
    "main",
    null,
    Object.entries(BUTTONS).map(([id, text]) =>
      h("button", { key: id, id, onClick: () => dispatch({ type: id }) }, text),
    ),
    h(
      "table",
      { className: "table table-hover table-striped test-data" },
      h(
        "tbody",
        null,
        rows.map((row) => h(Row, { key: row.id, row, selected: row.id === selected, dispatch })),
      ),
    ),
  );
}

createRoot(document.getElementById("root")).render(h(Table));
