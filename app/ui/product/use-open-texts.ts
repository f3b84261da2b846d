import { useEffect, useState } from "react";
import type { KeptWords } from "../editor/kept-words.ts";
import { usePreloadedEditor } from "../editor/load-editor.ts";
import { useKeptWords } from "../editor/use-kept-words.ts";
import { sameBody, type TextBody } from "../text-body.ts";
import type { TextView } from "./product-detail-view.ts";

interface Open {
  /** the text as it is saved */
  body: TextBody;
  /** other words to begin with */
  kept?: KeptWords | undefined;
}

/** The texts that are open for writing, by content type; those among them whose words the server does not have yet. */
export function useOpenTexts(productId: string, locale: string, texts: readonly TextView[], market = "") {
  const [open, setOpen] = useState<Readonly<Record<string, Open>>>({});
  const found = useKeptWords(productId, locale, market);
  usePreloadedEditor();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the browser kept is taken up once
  useEffect(() => {
    if (found.size === 0) return;
    const taken: Record<string, Open> = {};
    for (const { type, newest } of texts) {
      const kept = found.get(type.name);
      if (kept && !sameBody(kept.body, newest?.body ?? null)) {
        taken[type.name] = { body: newest?.body ?? "", kept };
      }
    }
    setOpen((now) => ({ ...taken, ...now }));
  }, [found]);
  return {
    bodyOf: (type: string): TextBody | null => open[type]?.body ?? null,
    keptOf: (type: string): KeptWords | undefined => open[type]?.kept,
    /**
     * @param body null closes the text
     * @param over the newest version, where the words are other ones than it has: they are saved at once
     */
    edit(type: string, body: TextBody | null, over?: string | null) {
      setOpen(({ [type]: _, ...others }) => {
        if (body === null) return others;
        const kept = over === undefined ? undefined : { body, seen: over, continues: false, at: Date.now() };
        return { ...others, [type]: kept ? { body: "", kept } : { body } };
      });
    },
  };
}
