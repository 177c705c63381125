import { session, signal, type ReadonlySignal } from "tandem";

export const SCHEMES = ["auto", "light", "dark"] as const;
export type Scheme = (typeof SCHEMES)[number];

/** Where this session is: which page of the gallery, in which colours. Each page is a session of its own. */
export interface Place {
  /** The page's path below the gallery's own, without slashes at its ends. */
  readonly path: string;
  readonly scheme: ReadonlySignal<Scheme>;
  setScheme(scheme: Scheme): void;
  /** The address of another page. The chosen colours travel in it, as there is nothing else to remember them. */
  linkTo(path: string): string;
}

export function findPlace(): Place {
  const { url, basePath } = session.request;
  const { pathname, searchParams } = new URL(url);
  const scheme = signal(SCHEMES.find((each) => each === searchParams.get("scheme")) ?? "auto");
  return {
    path: pathname.slice(basePath.length).replace(/^\/+|\/+$/g, ""),
    scheme,
    setScheme: (chosen) => void scheme.set(chosen),
    linkTo: (path) => `${basePath}/${path}${scheme.value === "auto" ? "" : `?scheme=${scheme.value}`}`,
  };
}
