import { TandemError } from "../core/errors.ts";
import { kindOf } from "../core/kind-of.ts";
import { rejectUnknownOptions } from "../core/options.ts";
import type { Signal, ReadonlySignal } from "../reactive/signal.ts";
import type { PageOption } from "../session/navigation/router.ts";
import type { Child } from "../view/node.ts";
import { readText, toParam, type Param, type ParamReader, type PathValue, type QueryValue } from "./param.ts";
import { Pattern, type PathTexts } from "./pattern.ts";
import type { OptionalNames, RequiredNames } from "./path-types.ts";
import { SiteMap } from "./site-map.ts";

/** Values of parameters, by name. */
export type Values = Readonly<Record<string, unknown>>;
type Readers = Readonly<Record<string, ParamReader>>;

/** The parameters of a path, by the readers of those that have one. */
export type PathParams<Path extends string, Given extends Readers> = {
  readonly [Name in RequiredNames<Path>]: PathValue<Given[Name]>;
} & { readonly [Name in OptionalNames<Path>]?: PathValue<Given[Name]> };

/** The parameters of a query. */
export type QueryParams<Given extends Readers> = { readonly [Name in keyof Given]: QueryValue<Given[Name]> };

/** A page with what its URL holds at present: what guards, titles and metadata get. */
export interface PagePlace<Params, Query> {
  readonly params: Params;
  readonly query: Query;
  readonly url: URL;
}

/** As {@link PagePlace}, while it is asked whether to go there. */
export interface GuardContext<Params, Query> extends PagePlace<Params, Query> {
  /** The page's address in the app, as `navigateTo` takes it: to come back to later. */
  readonly address: string;
  /** Aborted when another navigation begins meanwhile. */
  readonly signal: AbortSignal;
}

/** What a page's component gets. It runs once; what its URL holds are signals, and those of the query can be written. */
export interface PageComponentProps<Params, Query> {
  readonly params: { readonly [Name in keyof Params]-?: ReadonlySignal<Params[Name]> };
  readonly query: { readonly [Name in keyof Query]: Signal<Query[Name]> };
}

/** What a page says of itself to search engines and previews, by the name of the `<meta>`. */
export interface PageMeta {
  description?: string;
  robots?: string;
  /** The one URL of a page that has several. */
  canonical?: string;
  [name: `og:${string}` | `twitter:${string}` | `article:${string}`]: string;
}

type Told<Place, Value> = Value | ((place: Place) => Value);

export interface PageOptions<
  Path extends string,
  PathReaders extends Readers,
  QueryReaders extends Readers,
  Parent extends AnyPage | undefined,
  Params = Simple<ParamsOf<Parent> & PathParams<Path, PathReaders>>,
  Query = Simple<QueryOf<Parent> & QueryParams<QueryReaders>>,
> {
  /** `"/orders/:id"`; below a parent, what follows the parent's own path. */
  path: Path;
  /** The page in whose `<PageView/>` this one is shown. */
  parent?: Parent;
  /** How parts of the path are read; text unless told. */
  params?: PathReaders & NoOthers<PathReaders, RequiredNames<Path> | OptionalNames<Path>>;
  /** The parameters of the query, and how they are read. */
  query?: QueryReaders;
  /** What is shown; without it, the page below. Of what it returns nothing is asked here, so that pages may link to each other. */
  component?: (props: PageComponentProps<Params, Query>) => void;
  /** The title while it is the innermost page that has one; what it reads is followed. */
  title?: Told<PagePlace<Params, Query>, string>;
  /** Metadata; inner pages add to those of outer ones, and have the last word. What it reads is followed. */
  meta?: Told<PagePlace<Params, Query>, PageMeta>;
  /** Asked before the page is shown, and at every change of the URL: a URL sends there instead. May wait. */
  guard?: (context: GuardContext<Params, Query>) => Redirection | PromiseLike<Redirection>;
  /** Always sends to this URL. */
  redirect?: Told<PagePlace<Params, Query>, string>;
}

// `void`: a guard may also return nothing.
// oxlint-disable-next-line no-invalid-void-type
type Redirection = string | undefined | void;

/** Refuses what is named otherwise. */
type NoOthers<Given, Names extends string> = { readonly [Name in Exclude<keyof Given, Names>]: never };

/** A flat object type, easier to read in messages. */
type Simple<T> = { [Name in keyof T]: T[Name] };

/** The rest of a URL, besides its path. */
export interface UrlRest<Query> {
  query?: Partial<Query>;
  hash?: string;
}

type UrlArguments<Params, Query> =
  Record<never, never> extends Params
    ? [params?: Params, rest?: UrlRest<Query>]
    : [params: Params, rest?: UrlRest<Query>];

declare const TYPES: unique symbol;

/** A page of any kind. */
export interface AnyPage extends PageOption {
  readonly [TYPES]: { params: unknown; query: unknown };
}

type ParamsOf<P> = P extends AnyPage ? P[typeof TYPES]["params"] : unknown;
type QueryOf<P> = P extends AnyPage ? P[typeof TYPES]["query"] : unknown;

/** The props of a page's component, for one that stands elsewhere: `PageProps<typeof order>`. */
export type PageProps<P extends AnyPage> = PageComponentProps<P[typeof TYPES]["params"], P[typeof TYPES]["query"]>;

/** A page of an app. */
export interface Page<Params = Record<never, never>, Query = Record<never, never>> extends AnyPage {
  readonly [TYPES]: { params: Params; query: Query };
  /** The page's address in the app, for links and `navigateTo`. Throws for a value that cannot stand in a path. */
  url(...parts: UrlArguments<Params, Query>): string;
}

type AnyOptions = PageOptions<string, Readers, Readers, AnyPage | undefined, Values, Values>;

const OPTION_NAMES: readonly (keyof AnyOptions)[] = [
  "path",
  "parent",
  "params",
  "query",
  "component",
  "title",
  "meta",
  "guard",
  "redirect",
];

/** A page with all that it has from its parents. */
export class PageNode implements Page<Values, Values> {
  declare readonly [TYPES]: { params: Values; query: Values };
  readonly path: string;
  readonly options: AnyOptions;
  readonly pattern: Pattern;
  /** From the outermost parent to the page itself. */
  readonly chain: readonly PageNode[];
  readonly params: ReadonlyMap<string, Param<unknown, unknown>>;
  readonly query: ReadonlyMap<string, Param<unknown, unknown>>;

  constructor(options: AnyOptions) {
    const parent = options.parent as PageNode | undefined;
    this.options = options;
    this.chain = [...(parent?.chain ?? []), this];
    this.path = joinPaths(parent?.path ?? "", options.path);
    this.pattern = new Pattern(this.path);
    const readers = { ...options.params };
    this.params = new Map(
      this.pattern.names.map((name) => [name, parent?.params.get(name) ?? toParam(ownValue(readers, name))] as const),
    );
    this.#refuseStray(readers, parent);
    const query = Object.entries(options.query ?? {}).map(([name, reader]) => [name, toParam(reader)] as const);
    this.query = new Map([...(parent?.query ?? []), ...query]);
  }

  get component(): ((props: PageComponentProps<Values, Values>) => Child) | undefined {
    return this.options.component as ((props: PageComponentProps<Values, Values>) => Child) | undefined;
  }

  url(params: Values = {}, { query = {}, hash = "" }: UrlRest<Values> = {}): string {
    const texts = new Map<string, string>();
    for (const [name, reader] of this.params) {
      const value = ownValue(params, name);
      if (value !== undefined) texts.set(name, reader.write(value));
    }
    return this.pattern.fill(texts) + this.#queryText(query) + (hash === "" ? "" : `#${encodeURIComponent(hash)}`);
  }

  #queryText(query: Partial<Values>): string {
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) search.set(name, (this.query.get(name) ?? toParam(undefined)).write(value));
    }
    return search.size === 0 ? "" : `?${String(search)}`;
  }

  /** The values of the path's parameters; `undefined` if one cannot be read. */
  readParams(texts: PathTexts): Values | undefined {
    const values: Record<string, unknown> = {};
    for (const [name, reader] of this.params) {
      const text = texts.get(name);
      if (text === undefined) continue;
      values[name] = reader.read(text);
      if (values[name] === undefined) return undefined;
    }
    return values;
  }

  readQuery({ searchParams }: URL): Values {
    const values: Record<string, unknown> = {};
    for (const [name, reader] of this.query) values[name] = readText(reader, searchParams.get(name));
    return values;
  }

  mapOf(pages: readonly PageOption[], notFound: unknown): SiteMap {
    return new SiteMap(pages as readonly PageNode[], notFound as (() => Child) | undefined);
  }

  #refuseStray(readers: Readers, parent: PageNode | undefined): void {
    for (const name of Object.keys(readers)) {
      if (this.params.has(name) && parent?.params.has(name) !== true) continue;
      throw new TandemError(
        "pages/bad-param",
        `Expected params of "${this.path}" to be named in its own path, but got "${name}". Write :${name} where it stands.`,
      );
    }
  }
}

/** A parameter may have the name of something that every object has. */
const ownValue = <T>(values: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(values, name) ? values[name] : undefined;

function joinPaths(parent: string, path: string): string {
  const below = path === "" || path.startsWith("/") ? path : `/${path}`;
  return (parent === "/" ? "" : parent) + (below === "/" && parent !== "" ? "" : below) || "/";
}

/**
 * Makes a page of the app: what is shown at its path, in the `<PageView/>` of its parent or of the app.
 *
 * @example
 * ```tsx
 * import { app, page, PageView, param } from "tandem";
 *
 * const home = page({ path: "/", title: "Shop", component: () => <a href={order.url({ id: 3 })}>Order 3</a> });
 * const order = page({
 *   path: "/orders/:id",
 *   params: { id: param.integer },
 *   title: ({ params }) => `Order ${params.id}`,
 *   component: ({ params }) => <h1>Order {params.id}</h1>,
 * });
 *
 * const Shop = () => <main><PageView /></main>;
 * export default app(Shop, { pages: [home, order], notFound: () => <h1>Nothing here</h1> });
 * ```
 *
 * Throws a `TandemError` for a path or option that makes no sense. From Rio's `ComponentPage` and `Redirect`.
 */
export function page<
  const Path extends string,
  PathReaders extends Readers = Record<never, never>,
  QueryReaders extends Readers = Record<never, never>,
  Parent extends AnyPage | undefined = undefined,
>(
  options: PageOptions<Path, PathReaders, QueryReaders, Parent>,
): Page<Simple<ParamsOf<Parent> & PathParams<Path, PathReaders>>, Simple<QueryOf<Parent> & QueryParams<QueryReaders>>> {
  rejectUnknownOptions("page()", options, OPTION_NAMES);
  checkPage(options);
  return new PageNode(options as unknown as AnyOptions) as never;
}

function checkPage({ path, component }: { path: unknown; component?: unknown }): void {
  if (typeof path !== "string") {
    throw new TandemError(
      "pages/bad-path",
      `Expected the path of a page to be text, but got ${typeof path}. Give "/orders/:id".`,
    );
  }
  if (component === undefined || typeof component === "function") return;
  const got = kindOf(component);
  throw new TandemError(
    "pages/bad-component",
    `Expected the component of the page "${path}" to be a function, but got ${got}. Give it the function itself: Order, not <Order/>.`,
  );
}
