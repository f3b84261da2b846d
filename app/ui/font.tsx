import { createContext, useContext } from "react";

/** Where the stylesheet of Inter is. Given while a page is rendered on the server; the browser reads it back from the document. */
export const FontContext = createContext<string | undefined>(undefined);

/** The admin's own font, in every document: an address that no route answers has no loader's data. */
export function FontLink() {
  const given = useContext(FontContext);
  const href = given ?? document.querySelector<HTMLLinkElement>("link[data-font]")?.getAttribute("href") ?? "";
  return <link rel="stylesheet" href={href} data-font="" />;
}
