import type { AppContext } from "./context.server.ts";

declare module "@remix-run/node" {
  /** What `server.ts` hands to every loader and action. */
  interface AppLoadContext {
    app: AppContext;
    /** allows this answer's own inline scripts in its content security policy */
    nonce: string;
    /** names this request in the log and to whoever reports what went wrong */
    requestId: string;
    /** may read what is for operators only */
    isOperator: boolean;
  }

  interface Future {
    v3_singleFetch: true;
  }
}
