import { app, Link, page, PageView, param, session, type PageProps, type ReadonlySignal, type Signal } from "tandem";
import { z } from "zod";
import { expectType, type Equal } from "./expect-type.ts";

// N12: parameters have the types that path and readers give them.
const order = page({
  path: "/orders/:id/:tab?",
  params: { id: param.integer, tab: param.oneOf("lines", "history") },
  query: { sort: param.oneOf("date", "total").default("date"), q: param.text, limit: z.coerce.number().default(20) },
  title: ({ params, query }) => {
    expectType<Equal<typeof params.id, number>>();
    expectType<Equal<typeof params.tab, "lines" | "history" | undefined>>();
    expectType<Equal<typeof query.sort, "date" | "total">>();
    expectType<Equal<typeof query.q, string | undefined>>();
    expectType<Equal<typeof query.limit, number>>();
    return `Order ${params.id}`;
  },
  guard: ({ params }) => (params.id > 0 ? undefined : "/"),
  component: ({ params, query }) => {
    expectType<Equal<typeof params.id, ReadonlySignal<number>>>();
    expectType<Equal<typeof params.tab, ReadonlySignal<"lines" | "history" | undefined>>>();
    expectType<Equal<typeof query.sort, Signal<"date" | "total">>>();
    return <Order {...params} />;
  },
});

// N12: a page below another has its parent's parameters, and adds its own.
const line = page({
  parent: order,
  path: "lines/:line",
  params: { line: param.integer },
  query: { raw: param.boolean },
  component: ({ params, query }) => {
    expectType<Equal<typeof params.id, ReadonlySignal<number>>>();
    expectType<Equal<typeof params.line, ReadonlySignal<number>>>();
    expectType<Equal<typeof query.q, Signal<string | undefined>>>();
    expectType<Equal<typeof query.raw, Signal<boolean | undefined>>>();
    return <p>{params.line}</p>;
  },
});

const files = page({ path: "/files/*path" });
const home = page({ path: "/", query: { welcome: param.boolean } });

// N12: addresses are made of what their paths need, and of nothing else.
order.url({ id: 3 });
order.url({ id: 3, tab: "lines" }, { query: { sort: "total" }, hash: "end" });
line.url({ id: 3, line: 1 });
files.url({ path: "a/b" });
home.url();
home.url({}, { query: { welcome: true } });
// @ts-expect-error the id is missing
order.url({});
// @ts-expect-error the id is a number
order.url({ id: "3" });
// @ts-expect-error there is no such tab
order.url({ id: 3, tab: "notes" });
// @ts-expect-error there is no such parameter of the query
order.url({ id: 3 }, { query: { page: 2 } });
// @ts-expect-error its own parameter and its parent's
line.url({ line: 1 });
// @ts-expect-error the path has no such parameter
page({ path: "/orders/:id", params: { name: param.text } });
// @ts-expect-error a redirection is a text
page({ path: "/", guard: () => 3 });

// N13: pages may link to each other and to themselves, and a component may name its page.
function Order({ id }: { id: ReadonlySignal<number> }) {
  return (
    <Link to={() => order.url({ id: id.value + 1 })}>
      <a href={line.url({ id: 1, line: 2 })}>Line</a>
    </Link>
  );
}
export function Line({ params }: PageProps<typeof line>) {
  expectType<Equal<typeof params.line, ReadonlySignal<number>>>();
  return <PageView />;
}
const a = page({ path: "/a", component: () => <a href={b.url()}>B</a> });
const b = page({ path: "/b", component: Below });
function Below() {
  return <a href={a.url()}>A</a>;
}

export default app(() => <PageView />, { pages: [home, order, line, files, a, b], notFound: () => <h1>Nothing</h1> });
// @ts-expect-error only what page() makes
app(() => <PageView />, { pages: [{ path: "/" }] });

// N20: where the session is can be read; `navigateTo` changes it.
expectType<Equal<typeof session.activePageUrl, ReadonlySignal<string>>>();
// @ts-expect-error it follows the page
session.activePageUrl.value = "/a";
// @ts-expect-error so does this
session.activePageInstances.value = [];
// @ts-expect-error and this is the server's to say
session.baseUrl = "/a";
