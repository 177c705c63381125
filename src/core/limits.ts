/** Every limit on what a client can make the server hold or do. Each breach is logged by its name. */
export interface Limits {
  /** Largest frame from a client, in bytes. */
  maxFrameBytes: number;
  /** Deepest nesting of JSON from a client. */
  maxJsonDepth: number;
  /** Events a client may send at once, before `eventsPerSecond` applies. */
  eventBurst: number;
  /** Events per second a client may keep up. */
  eventsPerSecond: number;
  /** Bytes of unacknowledged frames a client may have under way; then its operations wait and coalesce. */
  windowBytes: number;
  /** Times a client may come back to its session in a minute. */
  reattachesPerMinute: number;
  /** Pieces a frame from a client may arrive in: WebSocket fragments, and reads of the line. */
  maxFrameParts: number;
  /** Operations that may wait for one client; then it gets the whole screen instead. */
  maxBacklogOperations: number;
  /** Messages that may wait for one client; then it is detached and resynchronised. */
  maxQueuedMessages: number;
  /** Calls into pages that may wait for an answer at once, in one session. */
  maxPendingCalls: number;
  /** Requests of one client's page whose handlers may be under way at once. */
  maxPendingRequests: number;
  /** Requests to one session's routes, downloads and uploads that may be under way at once. */
  maxRouteRequests: number;
  /** Bytes of a request's body that a route's handler can read. */
  maxRouteBodyBytes: number;
  /** Files offered for download that one session may have waiting; beyond, the oldest offer ends. */
  maxDownloads: number;
  /** Milliseconds that a file offered for download can be fetched. */
  downloadExpiry: number;
  /** Largest file that may be uploaded, in bytes. */
  maxUploadBytes: number;
  /** Bytes that one session's uploads may take on disk together, those under way at their full size. */
  maxUploadTotalBytes: number;
  /** Files that one session may have uploaded at a time. */
  maxUploadFiles: number;
  /** Milliseconds in which a file must be chosen, and after which an upload that stands still is given up. */
  uploadExpiry: number;
  /** Bytes a socket may hold unsent before it is dropped. */
  maxBufferedBytes: number;
  /** Clients on one session. */
  maxClientsPerSession: number;
  /** Sessions in this process. */
  maxSessions: number;
  /** Sessions that may wait unattached from one address. */
  maxUnclaimedPerAddress: number;
  /** Sessions of one address, attached or not. */
  maxSessionsPerAddress: number;
  /** Connections from one address that have not said hello. */
  maxHellolessPerAddress: number;
  /** Milliseconds a request may take to arrive as a whole; half of it for its headers. */
  requestTimeout: number;
  /** Milliseconds an HTTP connection may be without a byte either way. */
  lineIdleTimeout: number;
  /** Milliseconds for the first frame of a connection. */
  helloTimeout: number;
  /** Milliseconds that `authenticate` may take; then nobody is let in. */
  authenticationTimeout: number;
  /** Milliseconds between signs of life from a client. */
  heartbeat: number;
  /** Milliseconds a page may take to attach after it was fetched. */
  claimTimeout: number;
  /** Milliseconds a session waits for its last client to come back. */
  retention: number;
  /** Detached sessions kept; beyond, the one detached longest ends first. */
  maxDetached: number;
  /** Milliseconds that one turn of a session may hold up all others before it is logged. Nothing can stop it. */
  slowTurn: number;
}

export const DEFAULT_LIMITS: Readonly<Limits> = {
  maxFrameBytes: 64 * 1024,
  maxJsonDepth: 16,
  eventBurst: 400,
  eventsPerSecond: 200,
  windowBytes: 256 * 1024,
  reattachesPerMinute: 120,
  maxFrameParts: 1_024,
  maxBacklogOperations: 2_000,
  maxQueuedMessages: 1_000,
  maxPendingCalls: 1_000,
  maxPendingRequests: 100,
  maxRouteRequests: 64,
  maxRouteBodyBytes: 64 * 1024 * 1024,
  maxDownloads: 100,
  downloadExpiry: 300_000,
  maxUploadBytes: 1024 * 1024 * 1024,
  maxUploadTotalBytes: 2 * 1024 * 1024 * 1024,
  maxUploadFiles: 200,
  uploadExpiry: 900_000,
  maxBufferedBytes: 4 * 1024 * 1024,
  maxClientsPerSession: 32,
  maxSessions: 20_000,
  maxUnclaimedPerAddress: 200,
  maxSessionsPerAddress: 2_000,
  maxHellolessPerAddress: 200,
  requestTimeout: 20_000,
  lineIdleTimeout: 120_000,
  helloTimeout: 10_000,
  authenticationTimeout: 10_000,
  heartbeat: 20_000,
  claimTimeout: 15_000,
  retention: 120_000,
  maxDetached: 5_000,
  slowTurn: 1_000,
};
