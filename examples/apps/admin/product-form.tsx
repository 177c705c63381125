import { session, type Signal } from "tandem";
import {
  Button,
  Checkbox,
  createForm,
  DateInput,
  Drawer,
  Form,
  FormError,
  NumberInput,
  Row,
  Select,
  SubmitButton,
  TextInput,
} from "tandem/ui";
import {
  isTaken,
  Product,
  saveProduct,
  type ProductValues,
} from "./products.ts";
import { CATEGORIES } from "./seed.ts";

const NEW: ProductValues = {
  sku: "",
  name: "",
  category: "Brakes",
  price: 0,
  stock: 0,
  active: true,
  added: new Date().toISOString().slice(0, 10),
};

/** A drawer with all of a product, or of a new one; `open` says whether it is there. */
export function ProductDrawer({
  open,
  product,
}: {
  open: Signal<boolean>;
  product: () => Product | undefined;
}) {
  return (
    <Drawer title="Product" open={open}>
      {() =>
        open.value && (
          <ProductForm product={product()} close={() => open.set(false)} />
        )
      }
    </Drawer>
  );
}

function ProductForm({
  product,
  close,
}: {
  product: Product | undefined;
  close: () => void;
}) {
  const form = createForm({
    schema: Product,
    initial: product ?? NEW,
    validate: ({ sku }) =>
      isTaken(sku, product?.id)
        ? { sku: "Another product has this number." }
        : undefined,
    onSubmit: (values) => {
      saveProduct(values, product?.id);
      session.notify(`${values.name} is saved.`, { kind: "success" });
      close();
    },
  });
  const { sku, name, category, price, stock, active, added } = form.fields;
  return (
    <Form form={form}>
      <TextInput
        label="Number"
        bind={sku}
        help="Two letters, a dash and four digits."
      />
      <TextInput label="Name" bind={name} />
      <Select label="Category" bind={category} options={CATEGORIES} />
      <NumberInput label="Price in €" bind={price} min={0} step={0.01} />
      <NumberInput label="In stock" bind={stock} min={0} step={1} />
      <DateInput label="Added" bind={added} />
      <Checkbox label="Shown in the shop" bind={active} />
      <FormError />
      <Row>
        <SubmitButton>Save</SubmitButton>
        <Button onClick={close}>Cancel</Button>
      </Row>
    </Form>
  );
}
