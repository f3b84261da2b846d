import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import { Extension } from "@tiptap/react";
import type { MarkView } from "../marks/mark-view.ts";
import { placeMarks } from "./place-marks.ts";

const key = new PluginKey<DecorationSet>("shelfwrightMarks");

/** Draws marks into the text; they move with the words and never become part of it. */
export const MarksExtension = Extension.create({
  name: "shelfwrightMarks",
  addProseMirrorPlugins: () => [
    new Plugin({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply(transaction, drawn, _before, { doc }) {
          const given = transaction.getMeta(key) as readonly MarkView[] | undefined;
          if (given) return draw(doc, given);
          return transaction.docChanged ? drawn.map(transaction.mapping, doc) : drawn;
        },
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
});

/** Not while an input method composes: the browser would lose what is being composed. */
export function showMarks(view: EditorView, marks: readonly MarkView[]): void {
  if (view.composing || view.isDestroyed) return;
  view.dispatch(view.state.tr.setMeta(key, marks).setMeta("addToHistory", false));
}

function draw(doc: Node, marks: readonly MarkView[]): DecorationSet {
  const numbered = new Set<string>();
  const drawn = placeMarks(doc, marks).flatMap(({ mark, from, to }) => {
    const { key, kind, number, about, focused } = mark;
    const words = Decoration.inline(from, to, {
      nodeName: kind === "backed" ? "span" : "mark",
      class: `sw-mark sw-mark-${kind}${focused ? " sw-mark-focused" : ""}`,
      title: about,
      "data-finding": key,
    });
    if (number === null || numbered.has(key)) return [words];
    numbered.add(key);
    const badge = () => {
      const element = document.createElement("span");
      element.className = `sw-finding-number sw-finding-number-${kind}`;
      element.contentEditable = "false";
      element.setAttribute("aria-hidden", "true");
      element.textContent = String(number);
      return element;
    };
    return [words, Decoration.widget(to, badge, { side: 1, key: `${key} ${number}`, ignoreSelection: true })];
  });
  return DecorationSet.create(doc, drawn);
}
