import { computed, currentSession, onCleanup, signal } from "tandem";
import {
  Button,
  DataTable,
  Metric,
  type DataTableProps,
  type RowKey,
} from "tandem/ui";
import { here, may } from "./accounts.ts";
import { ProductDrawer } from "./product-form.tsx";
import {
  deleteProducts,
  findProduct,
  products,
  saveCells,
  totals,
  type Product,
} from "./products.ts";
import { CATEGORIES } from "./seed.ts";

const euros = new Intl.NumberFormat("en", {
  style: "currency",
  currency: "EUR",
});
const wholeEuros = new Intl.NumberFormat("en", {
  style: "currency",
  currency: "EUR",
  maximumFractionDigits: 0,
});

/** Columns that can be edited by those who may; the server asks again who does. */
const columns = (editable: boolean): DataTableProps<Product>["columns"] => [
  {
    key: "sku",
    title: "Number",
    width: 120,
    pinned: "start",
    editable,
    required: true,
    pattern: /[A-Z]{2}-\d{4}/,
  },
  { key: "name", editable, required: true, maxLength: 60, width: 240 },
  {
    key: "category",
    type: "select",
    options: CATEGORIES,
    editable,
    required: true,
    width: 140,
  },
  {
    key: "price",
    type: "number",
    editable,
    required: true,
    min: 0,
    max: 100_000,
    width: 140,
    format: euros.format,
  },
  {
    key: "stock",
    title: "In stock",
    type: "number",
    editable,
    required: true,
    min: 0,
    step: 1,
    width: 140,
    look: (stock) => (stock < 5 ? { class: "low-stock" } : undefined),
  },
  {
    key: "active",
    title: "In the shop",
    type: "boolean",
    editable,
    width: 130,
  },
  { key: "added", type: "date", editable, required: true, width: 150 },
];

/** Everything that is sold: looked up, changed in place or in a form, added and deleted. */
export function ProductsPage() {
  const canEdit = may(here(), "edit");
  const selected = signal<readonly RowKey[]>([]);
  const editing = signal<Product | undefined>(undefined);
  const isOpen = signal(false);
  const edit = (product: Product | undefined) => {
    editing.value = product;
    isOpen.value = true;
  };
  return (
    <>
      <Figures />
      <DataTable
        virtual
        label="Products"
        rows={products}
        columns={columns(canEdit)}
        height="max(24rem, 100dvh - 20rem)"
        selection="rows"
        selected={selected}
        filters
        flash
        columnMenu
        exportName="products.csv"
        {...(canEdit ? { onEdits: saveCells, onDelete: deleteProducts } : {})}
        tools={
          canEdit && (
            <>
              <Button
                size="small"
                tone="brand"
                appearance="filled"
                icon="plus-lg"
                onClick={() => edit(undefined)}
              >
                New product
              </Button>
              <Button
                size="small"
                icon="pencil"
                disabled={() => selected.value.length !== 1}
                onClick={() => edit(findProduct(selected.peek()[0]!))}
              >
                Edit
              </Button>
            </>
          )
        }
      />
      <ProductDrawer open={isOpen} product={() => editing.peek()} />
    </>
  );
}

/** They follow what anybody changes. */
function Figures() {
  const changes = signal(0);
  const session = currentSession();
  onCleanup(products.listen(() => session.run(() => changes.value++)));
  const figures = computed(() => (changes.value, totals()));
  return (
    <div class="figures">
      <Metric
        label="Products"
        value={() => figures.value.products.toLocaleString("en")}
      />
      <Metric
        label="Worth of the stock"
        value={() => wholeEuros.format(figures.value.value)}
      />
      <Metric
        label="Low on stock"
        value={() => figures.value.low}
        note="fewer than five, and in the shop"
      />
    </div>
  );
}
