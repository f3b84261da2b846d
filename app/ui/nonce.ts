import { createContext, useContext } from "react";

/** The content security policy's nonce while a page is rendered on the server; empty in the browser, where it is not needed. */
export const NonceContext = createContext<string | undefined>(undefined);

export function useNonce(): string | undefined {
  return useContext(NonceContext);
}
