/** What the server put into the page for the runtime. */
export interface PageConfig {
  /** The signed ticket that attaches this page to its session. */
  ticket: string;
  /** Path of the socket. */
  socket: string;
  /** What stands in the names of the scripts that are loaded when needed. */
  v?: string;
  dev?: true;
}

export function readPageConfig(document: Document): PageConfig {
  const script = document.getElementById("tandem-config");
  if (!script) throw new Error("Expected #tandem-config in the page. Did Tandem serve it?");
  return JSON.parse(script.textContent!) as PageConfig;
}
