import type { ErrorRequestHandler } from "express";
import { describeError, type Logger } from "../lib/logger.ts";

/** The last resort: the answer tells that something went wrong, and not what. */
export function answerFailures(logger: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    logger.error(
      { path: request.path, method: request.method, requestId: response.locals.requestId, error: describeError(error) },
      "a request was not answered",
    );
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const reference = `Reference: ${response.locals.requestId}`;
    response.status(500).type("text/plain").send(`Something went wrong. Try again in a moment. ${reference}`);
  };
}
