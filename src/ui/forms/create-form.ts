import type { StandardSchemaV1 } from "@standard-schema/spec";
import { TandemError } from "../../core/errors.ts";
import { kindOf } from "../../core/kind-of.ts";
import type { Checks } from "./form-checks.ts";
import { FormOf } from "./form.ts";
import type { FormOptions } from "./form-options.ts";
import type { FormSchema, InitialValues } from "./form-types.ts";
import { isPlain } from "../base/plain-values.ts";

type InputOf<Schema extends FormSchema> = StandardSchemaV1.InferInput<Schema>;
type OutputOf<Schema extends FormSchema> = StandardSchemaV1.InferOutput<Schema>;

/**
 * Makes a form whose values a schema describes, checks and types.
 *
 * @example
 * ```tsx
 * import { createForm, Form, FormError, SubmitButton, TextInput } from "tandem/ui";
 * import { z } from "zod";
 *
 * const Person = z.object({ name: z.string().min(2, "At least two letters."), email: z.email() });
 *
 * export default function NewPerson({ save }: { save: (person: z.infer<typeof Person>) => Promise<void> }) {
 *   const form = createForm({ schema: Person, initial: { name: "", email: "" }, onSubmit: save });
 *   return (
 *     <Form form={form}>
 *       <TextInput label="Name" bind={form.fields.name} />
 *       <TextInput label="E-mail" type="email" bind={form.fields.email} />
 *       <FormError />
 *       <SubmitButton>Save</SubmitButton>
 *     </Form>
 *   );
 * }
 * ```
 *
 * `schema` is any Standard Schema: of zod, valibot, arktype, or by hand; async ones are waited for. Without one, the
 * values have the types of `initial`. All is checked on the server, when a field is left and before `onSubmit`, and
 * what is wrong is said beside the field that its path names. Call it in a component, for it lasts as long as that.
 */
export function createForm<Schema extends FormSchema, const Initial>(
  options: FormOptions<InputOf<Schema>, OutputOf<Schema>> & {
    schema: Schema;
    initial: Initial & InitialValues<InputOf<Schema>>;
  },
): FormOf<InputOf<Schema>, OutputOf<Schema>, Initial>;
export function createForm<Values extends object>(
  options: FormOptions<Values, Values> & { schema?: undefined; initial: Values },
): FormOf<Values>;
export function createForm(
  options: FormOptions<unknown, unknown> & { schema?: FormSchema | undefined; initial: unknown },
): FormOf<unknown> {
  const { schema, initial, ...rest } = options;
  if (!isPlain(initial))
    throw badForm(`initial: … to be an object with a value for each field, but got ${kindOf(initial)}`);
  if (schema !== undefined && typeof schema["~standard"]?.validate !== "function") {
    throw badForm(`schema: … to be a Standard Schema, as those of zod are, but got ${kindOf(schema)}`);
  }
  return new FormOf<unknown>(initial, { schema, validate: rest.validate as Checks["validate"] }, rest);
}

const badForm = (expected: string) =>
  new TandemError("ui/bad-form", `Expected ${expected}. Write createForm({ schema, initial: { name: "" } }).`);
