import { session } from "tandem";
import {
  Card,
  createForm,
  Form,
  FormError,
  PasswordInput,
  SubmitButton,
  TextInput,
} from "tandem/ui";
import { z } from "zod";
import { COOKIE, logIn } from "./accounts.ts";
import { TRY_OUT } from "./seed.ts";

const Login = z.object({
  name: z.string().min(1, "Who are you?").max(100, "That is too long."),
  password: z
    .string()
    .min(1, "Your password, please.")
    .max(1_000, "That is too long."),
});

/** Asks who is there. */
export function SignIn() {
  const form = createForm({
    schema: Login,
    initial: { name: "", password: "" },
    onSubmit: async ({ name, password }) => enter(await logIn(name, password)),
  });
  return (
    <main class="sign-in">
      <Card title="Bell & Sons" level={1}>
        <p class="tandem-muted">Sign in to the stock room.</p>
        <Form form={form}>
          <TextInput
            label="Name"
            bind={form.fields.name}
            autocomplete="username"
          />
          <PasswordInput
            label="Password"
            bind={form.fields.password}
            autocomplete="current-password"
          />
          <FormError />
          <SubmitButton>Sign in</SubmitButton>
        </Form>
        <p class="tandem-muted">
          To try it:{" "}
          {TRY_OUT.map(({ id, password, role }, at) => (
            <>
              {at > 0 && ", "}
              <code>{id}</code>/<code>{password}</code> ({role})
            </>
          ))}
          .
        </p>
      </Card>
    </main>
  );
}

/** Whether a page of this site led there; a browser that does not say so is too old to. */
export const isFromHere = (headers: Headers): boolean =>
  (headers.get("sec-fetch-site") ?? "same-origin") === "same-origin";

/**
 * Takes the browser by way of an HTTP answer, as only that can set a cookie which no script can read. Nobody can sign
 * somebody else in by a link: browsers say where they were led from.
 */
function enter(secret: string): void {
  const { basePath, url } = session.request;
  const isSecure = new URL(url).protocol === "https:";
  const cookie = `${COOKIE}=${secret}; Path=${basePath || "/"}; HttpOnly; SameSite=Lax${isSecure ? "; Secure" : ""}`;
  const path = session.dynamicRoute("enter", ({ headers }) => {
    if (!isFromHere(headers)) return new Response(null, { status: 403 });
    session.dynamicRoute("enter", null);
    return new Response(null, {
      status: 303,
      headers: { Location: `${basePath}/`, "Set-Cookie": cookie },
    });
  });
  session.runJs("location.replace(path)", { path });
}
