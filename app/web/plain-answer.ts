import type { data } from "@remix-run/node";

/** An answer as JSON, for who asks without Remix's own encoding. */
export function plainAnswer({ data: answer, init }: ReturnType<typeof data>): Response {
  return Response.json(answer, init ?? {});
}
