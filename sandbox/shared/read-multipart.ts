import { HttpError } from "./http.ts";

/** Fields and files of a multipart/form-data body that is at hand as a whole. */
export function readMultipart(contentType: string | undefined, body: Buffer) {
  const match = /boundary=(?:"([^"]+)"|([^;]+))/.exec(contentType ?? "");
  const boundary = match?.[1] ?? match?.[2];
  if (!boundary) throw new HttpError(400, "The body is not multipart/form-data.");
  const mark = Buffer.from(`--${boundary}`);
  const fields: Record<string, string> = {};
  const files: Record<string, Buffer> = {};
  const filenames: Record<string, string> = {};
  let at = body.indexOf(mark);
  while (at >= 0) {
    const from = at + mark.length;
    const next = body.indexOf(mark, from);
    if (next < 0) break;
    // Between the boundaries: CRLF, headers, blank line, content, CRLF.
    const part = body.subarray(from + 2, next - 2);
    const blank = part.indexOf("\r\n\r\n");
    const headers = part.subarray(0, Math.max(0, blank)).toString("utf8");
    const content = part.subarray(blank + 4);
    const name = /name="([^"]*)"/.exec(headers)?.[1];
    const filename = /filename="([^"]*)"/.exec(headers)?.[1];
    if (name !== undefined && filename !== undefined) {
      files[name] = content;
      filenames[name] = filename;
    } else if (name !== undefined) fields[name] = content.toString("utf8");
    at = next;
  }
  return { fields, files, filenames };
}
