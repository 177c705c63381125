import { randomId } from "../../core/ids.ts";
import { checkRouteName } from "./route-name.ts";

/** Answers one request to a route; Web standard, any method, streaming both ways. */
export type RouteHandler = (request: Request) => Response | Promise<Response>;

/** A request to a session, once the server has found that session by its routes' key. */
export interface RoutedRequest {
  readonly request: Request;
  /** What follows the key, as sent: `name`, or `name/and/more`. */
  readonly path: string;
  /** The client whose page proved to send this; `undefined` where nothing was, or need be, proven. */
  readonly client: number | undefined;
}

/** Sends an answer. Resolves to whether all of it left; rejects with what made its body fail, the line then being cut. */
export type Deliver = (response: Response) => Promise<boolean>;

/** An answer of Tandem's own, and what follows once all of it has left. */
export interface RouteAnswer {
  readonly response: Response;
  sent?(): void;
}

/** The routes of Tandem's own by name, and what their work is called in reports. */
export const OWN_ROUTES: ReadonlyMap<string, string> = new Map([
  ["~d", "a download"],
  ["~u", "an upload"],
]);

/** What Tandem itself answers below a session's routes. */
export interface OwnRoute {
  answer(routed: RoutedRequest): RouteAnswer | Promise<RouteAnswer>;
}

/** What of a session can be asked for by URL: the app's routes, by name, and Tandem's own, by a `~` and a letter. */
export class SessionRoutes {
  /** The path that all of them are below. Nobody can guess it, and it is not made of the session's id. */
  readonly prefix: string;
  readonly #named = new Map<string, RouteHandler>();
  readonly #own = new Map<string, OwnRoute>();

  /** `open` makes a key known to the server, and answers the path below which it stands. */
  constructor(open: (key: string) => string) {
    this.prefix = open(randomId());
  }

  /** The path of the route `name`. */
  set(name: string, handler: RouteHandler | null): string {
    checkRouteName(name, handler);
    if (handler === null) this.#named.delete(name);
    else this.#named.set(name, handler);
    return this.prefix + name;
  }

  /** The path below which `route` answers. */
  setOwn(name: `~${string}`, route: OwnRoute): string {
    this.#own.set(name, route);
    return `${this.prefix}${name}/`;
  }

  async answer(routed: RoutedRequest): Promise<RouteAnswer> {
    const [name = ""] = routed.path.split("/", 1);
    const own = this.#own.get(name);
    if (own !== undefined) return own.answer({ ...routed, path: routed.path.slice(name.length + 1) });
    const handler = this.#named.get(name);
    if (handler === undefined) return { response: plainAnswer(404, "Not found") };
    const response: unknown = await handler(routed.request);
    if (response instanceof Response && response.type !== "error") return { response };
    throw new TypeError(`Expected the route "${name}" to answer with a Response, but it gave ${describe(response)}.`);
  }

  clear(): void {
    this.#named.clear();
    this.#own.clear();
  }
}

const describe = (value: unknown) => (value instanceof Response ? "Response.error()" : typeof value);

/** An answer of one line. */
export function plainAnswer(status: number, text: string, headers: Record<string, string> = {}): Response {
  return new Response(`${text}\n`, {
    status,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store", ...headers },
  });
}
