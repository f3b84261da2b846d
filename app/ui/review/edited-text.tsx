import { useTranslation } from "react-i18next";
import { marksOfText } from "./marks-of-text.ts";
import type { ReviewSession } from "./review-session.ts";
import type { ReviewProduct, ReviewText } from "./review-view.ts";
import type { SessionState } from "./session-state.ts";
import { SlotEditor } from "./slot-editor.tsx";
import { textLabel } from "./text-label.ts";
import type { ReviewView } from "./use-review-view.ts";
import { useSlotWords } from "./use-slot-words.ts";

export interface EditedTextProps {
  product: ReviewProduct;
  text: ReviewText;
  session: ReviewSession;
  state: SessionState;
  view: ReviewView;
}

/** The editor in a text's slot. */
export function EditedText({ product, text, session, state, view }: EditedTextProps) {
  const { t } = useTranslation("review");
  const { t: m } = useTranslation("marks");
  const { findings, focused } = view;
  const { id: productId, locale } = product;
  const { name } = text;
  const refused = state.refused.find((one) => one.productId === productId && one.name === name) ?? null;
  const words = useSlotWords({
    ...{ productId, locale, text, refused },
    onSave: (body, begun) => session.edit(productId, name, body, begun),
    onEnd: () => session.endEdit(productId, name),
  });
  return (
    <SlotEditor
      {...{ text, words }}
      isRefused={refused !== null}
      lang={product.locale}
      label={textLabel(t, text)}
      marks={marksOfText(text, { findings, focused, preview: false, glossary: product.glossary }, m)}
      isWaiting={state.unsent.some(({ productId, request }) => productId === product.id && request.intent === "edit")}
      trouble={state.trouble}
      suggestion={focused?.text.name === text.name ? focused.finding.fix : null}
      onDone={() => {
        view.setEditing(null);
        view.focusHeading();
      }}
    />
  );
}
