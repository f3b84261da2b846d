import { TextSelection } from "@tiptap/pm/state";
import type { Editor } from "@tiptap/react";

/** Moves the bullet that is written in over its neighbour, with the place of writing. @param by -1: up, 1: down */
export function moveBullet(editor: Editor, by: -1 | 1): void {
  const { doc, selection, tr } = editor.state;
  const index = selection.$from.index(0);
  const bullet = doc.maybeChild(index);
  const other = doc.maybeChild(index + by);
  if (bullet && other) {
    const start = selection.$from.posAtIndex(index, 0);
    const inside = selection.from - start;
    tr.delete(start, start + bullet.nodeSize);
    const at = by === -1 ? start - other.nodeSize : start + other.nodeSize;
    tr.insert(at, bullet);
    tr.setSelection(TextSelection.create(tr.doc, at + inside));
    editor.view.dispatch(tr.scrollIntoView());
  }
  editor.view.focus();
}
