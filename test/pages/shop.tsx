import { app, Link, page, PageView, param, session, signal, type AppOptions } from "tandem";

/** What happened, in the order in which it did. */
export interface Journal {
  readonly lines: string[];
}

/** A small shop with pages of every kind. `isMember` is what its guards go by. */
export function shop(options: AppOptions = {}) {
  const lines: string[] = [];
  const isMember = signal(false);
  const home = page({ path: "/", title: "Shop", component: () => <h1>Welcome</h1> });
  const orders = page({
    path: "/orders",
    title: "Orders",
    component: () => {
      const clicks = signal(0);
      return (
        <section>
          <h1>Orders</h1>
          <button onClick={() => clicks.value++}>Clicked {clicks}</button>
          <PageView fallback={<p>Choose an order</p>} />
        </section>
      );
    },
  });
  const order = page({
    parent: orders,
    path: "/:id",
    params: { id: param.integer },
    query: { sort: param.oneOf("date", "total").default("date"), q: param.text.default("") },
    title: ({ params }) => `Order ${params.id}`,
    component: ({ params, query }) => {
      lines.push("order built");
      const note = signal("");
      return (
        <article>
          <h2>Order {params.id}</h2>
          <input aria-label="Note" bind={note} />
          <p>by {query.sort}</p>
          <input aria-label="Find" bind={query.q} />
          <button onClick={() => query.sort.set("total")}>By total</button>
          <Link to={() => order.url({ id: params.id.value + 1 })}>Next</Link>
        </article>
      );
    },
  });
  const price = page({
    path: "/orders/:rate",
    params: { rate: param.number },
    component: ({ params }) => <h1>Rate {params.rate}</h1>,
  });
  const login = page({ path: "/login", title: "Log in", component: () => <h1>Log in</h1> });
  const members = page({
    path: "/members",
    guard: () => {
      lines.push("members asked");
      return isMember.peek() ? undefined : "/login";
    },
  });
  const profile = page({
    parent: members,
    path: "/profile",
    guard: () => void lines.push("profile asked"),
    component: () => <h1>Profile</h1>,
  });
  const old = page({ path: "/old/:id", redirect: ({ params }) => `/orders/${params.id}` });
  const broken = page({
    path: "/broken",
    guard: () => {
      throw new Error("no database");
    },
    component: () => <h1>Broken</h1>,
  });
  const left = page({ path: "/left", redirect: "/right" });
  const right = page({ path: "/right", redirect: "/left" });
  const files = page({ path: "/files/*path", component: ({ params }) => <h1>File {params.path}</h1> });

  function Shop() {
    return (
      <main>
        <nav>
          <Link to="/">Home</Link>
          <Link to="/orders">Orders</Link>
          <Link to={order.url({ id: 3 })}>Order 3</Link>
          <a href="/login">Plain</a>
        </nav>
        <output>{session.activePageUrl}</output>
        <PageView />
      </main>
    );
  }
  return {
    lines,
    isMember,
    pages: { home, orders, order, login, profile, files },
    app: app(Shop, {
      title: "The shop",
      pages: [home, orders, order, price, login, profile, old, broken, left, right, files],
      notFound: () => <h1>Nothing here</h1>,
      ...options,
    }),
  };
}
