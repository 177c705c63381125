import type { ClientRequest } from "../../protocol/frames.ts";
import { SessionLife } from "./life.ts";

/** Talking to the client: messages and requests both ways, code in the browser, its clipboard, title and notices. */
export abstract class SessionTalk extends SessionLife {
  /** Sets the page's title; it stays through reconnects. From Rio's `set_title`. */
  setTitle(title: string): void {
    this.setPage({ title });
  }

  protected override onRequest({ client, tag, name }: ClientRequest): void {
    this.tellClient(client, ["response", tag, false, `This session answers no request "${name}".`]);
  }
}
