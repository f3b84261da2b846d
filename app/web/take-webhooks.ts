import type { RequestHandler } from "express";

/** What becomes of one webhook: its status. Rejects when it could not be stored. */
export type ReceiveOne = (input: { rawBody: Buffer; headers: { get(name: string): string | null } }) => Promise<number>;

/**
 * Takes webhooks where they come in, without the way through pages and their machinery: 20,000 come at once when a merchant
 * changes all prices, and each wants its answer within a second.
 */
export function takeWebhooks(receive: ReceiveOne): RequestHandler {
  return (request, response, next) => {
    const headers = { get: (name: string) => request.get(name) ?? null };
    receive({ rawBody: response.locals.body ?? Buffer.alloc(0), headers }).then(
      (status) => response.status(status).end(),
      next,
    );
  };
}
