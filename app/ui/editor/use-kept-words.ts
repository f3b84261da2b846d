import { useEffect, useState } from "react";
import { type KeptWords, takeKeptWords, whereOf } from "./kept-words.ts";
import { openTabs, thisTab, wordStore } from "./this-tab.ts";

/**
 * Words of a product's texts that were written before and that the server does not have yet, by content type: their editors
 * are to be opened with them. Empty until the browser was asked, which is once a product.
 */
export function useKeptWords(productId: string, locale: string, market = ""): ReadonlyMap<string, KeptWords> {
  const [found, setFound] = useState({ within: "", kept: nothing });
  const within = `${productId} ${whereOf(locale, market)} `;
  useEffect(() => {
    let gone = false;
    void openTabs().then((alive) => {
      if (gone) return;
      const found = takeKeptWords(wordStore(), { tab: thisTab(), alive, within });
      if (found.size > 0) {
        const kept = new Map([...found].map(([place, words]) => [place.slice(within.length), words]));
        setFound({ within, kept });
      }
    });
    return () => {
      gone = true;
    };
  }, [within]);
  return found.within === within ? found.kept : nothing;
}

const nothing: ReadonlyMap<string, KeptWords> = new Map();
