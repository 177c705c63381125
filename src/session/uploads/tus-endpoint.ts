import { Transform, type Readable } from "node:stream";
import type { Server } from "@tus/server";

/** What the endpoint tells of parts that arrive. */
export interface TusListener {
  begins(id: string, body: Readable): void;
  progress(id: string, received: number): void;
}

export interface TusEndpoint {
  /** Answers a tus request about the upload `id`. */
  handle(request: Request, at: { id: string; location: string; maxSize: number }): Promise<Response>;
  /** An upload that is deleted. */
  forget(id: string): void;
}

/** Milliseconds that a request has to let go of an upload when another one asks for it: its line is dead, mostly. */
const LET_GO_WITHIN = 500;

/** The tus protocol (1.0.0) over files in a folder, which must be there. What a request may do is checked before it. */
export async function tusEndpoint(folder: string, listener: TusListener): Promise<TusEndpoint> {
  const [tus, { FileStore, MemoryConfigstore }] = await Promise.all([import("@tus/server"), import("@tus/file-store")]);

  class ObservedStore extends FileStore {
    override write(readable: Readable, id: string, offset: number): Promise<number> {
      let received = offset;
      const counter = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          received += chunk.length;
          listener.progress(id, received);
          done(null, chunk);
        },
      });
      readable.on("error", (error) => counter.destroy(error));
      listener.begins(id, counter);
      return super.write(readable.pipe(counter), id, offset);
    }
  }

  // Its constructor would make the folder once more, after it has returned: where the session was over by then, that
  // fails in a callback, which ends the process.
  Object.assign(ObservedStore.prototype, { checkOrCreateDirectory: () => {} });
  const configstore = new MemoryConfigstore();
  const asked = new WeakMap<object, { id: string; location: string; maxSize: number }>();
  const server: Server = new tus.Server({
    path: "/",
    datastore: new ObservedStore({ directory: folder, configstore }),
    allowedOrigins: [],
    lockDrainTimeout: LET_GO_WITHIN,
    maxSize: (request) => asked.get(request)!.maxSize,
    namingFunction: (request) => asked.get(request)!.id,
    getFileIdFromRequest: (request) => asked.get(request)!.id,
    generateUrl: (request) => asked.get(request)!.location,
  });
  return {
    async handle(request, at) {
      asked.set(request, at);
      const response = await server.handleWeb(request as Parameters<Server["handleWeb"]>[0]);
      // For other sites there is nothing here.
      for (const name of response.headers.keys()) if (name.startsWith("access-control-")) response.headers.delete(name);
      return response;
    },
    forget: (id) => void configstore.delete(id),
  };
}
