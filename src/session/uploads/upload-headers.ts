/** Extensions of tus that nobody here needs, and ways to say another method than the one that was checked. */
const UNWANTED = [
  "upload-concat",
  "upload-defer-length",
  "upload-checksum",
  "x-http-method-override",
  "x-http-method",
  "x-method-override",
];

/** A header that has no place in an upload, if there is one. */
export function unwantedHeader(request: Request): string | undefined {
  const unwanted = UNWANTED.find((name) => request.headers.has(name));
  if (unwanted !== undefined) return unwanted;
  // Data is sent by PATCH alone.
  const isData = request.headers.get("content-type") === "application/offset+octet-stream";
  return isData && request.method !== "PATCH" ? "content-type" : undefined;
}

const LENGTH = /^(?:0|[1-9]\d{0,15})$/;
const KEY = /^\d{1,6}$/;
/** Longer metadata is no name. */
const MAX_METADATA = 4_096;

/** What a page says of a file that it wants to send; all of it is only said. */
export function uploadFacts(request: Request): { name: string; size: number; key: string } | undefined {
  const length = request.headers.get("upload-length") ?? "";
  const metadata = request.headers.get("upload-metadata") ?? "";
  if (!LENGTH.test(length) || metadata.length > MAX_METADATA) return undefined;
  const said = new Map<string, string>();
  for (const pair of metadata.split(",")) {
    const [name = "", value = ""] = pair.trim().split(" ");
    said.set(name, Buffer.from(value, "base64").toString());
  }
  const [name, key] = [said.get("filename"), said.get("key")];
  if (name === undefined || key === undefined || !KEY.test(key)) return undefined;
  return { name, size: Number(length), key };
}
