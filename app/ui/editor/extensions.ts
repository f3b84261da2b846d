import { type Extensions, Mark, mergeAttributes, Node } from "@tiptap/react";
import StarterKit from "@tiptap/starter-kit";
import type { ContentTypeView } from "../text-body.ts";

/** Which of two tags a person's text has for the same look. */
function emphasis(name: "bold" | "italic", usual: string, other: string, key: string) {
  return Mark.create({
    name,
    addAttributes: () => ({
      as: {
        default: usual,
        parseHTML: (element: HTMLElement) => (element.tagName.toLowerCase() === other ? other : usual),
        rendered: false,
      },
    }),
    parseHTML: () => [{ tag: usual }, { tag: other }],
    renderHTML: ({ HTMLAttributes, mark }) => [String(mark.attrs.as), mergeAttributes(HTMLAttributes), 0],
    addKeyboardShortcuts() {
      const toggle = () => this.editor.commands.toggleMark(this.name);
      return { [`Mod-${key}`]: toggle, [`Mod-${key.toUpperCase()}`]: toggle };
    },
  });
}

/** `bare`: its words stand in their item, or alone in the text, without a paragraph around them. */
const Paragraph = Node.create({
  name: "paragraph",
  priority: 1_000,
  group: "block",
  content: "inline*",
  addAttributes: () => ({ bare: { default: true, parseHTML: () => false, rendered: false } }),
  parseHTML: () => [{ tag: "p" }],
  renderHTML: ({ HTMLAttributes }) => ["p", mergeAttributes(HTMLAttributes), 0],
});

/** Without Tab: it leads to the next text and never stays in one. */
const ListItem = Node.create({
  name: "listItem",
  content: "paragraph block*",
  defining: true,
  parseHTML: () => [{ tag: "li" }],
  renderHTML: ({ HTMLAttributes }) => ["li", mergeAttributes(HTMLAttributes), 0],
  addKeyboardShortcuts() {
    return { Enter: () => this.editor.commands.splitListItem(this.name) };
  },
});

const RichText = [
  StarterKit.configure({
    ...{ bold: false, italic: false, code: false, codeBlock: false, paragraph: false, listItem: false },
    ...{ trailingNode: false, dropcursor: false },
    heading: { levels: [1, 2, 3, 4, 5, 6] },
    link: {
      openOnClick: false,
      autolink: false,
      linkOnPaste: true,
      HTMLAttributes: { rel: null, target: null, class: null },
    },
  }),
  Paragraph,
  ListItem,
  emphasis("bold", "strong", "b", "b"),
  emphasis("italic", "em", "i", "i"),
];

function plain(name: "line" | "bullet"): Extensions {
  return [
    StarterKit.configure({
      ...{ document: false, paragraph: false, heading: false, blockquote: false, horizontalRule: false },
      ...{ bulletList: false, orderedList: false, listItem: false, listKeymap: false, codeBlock: false },
      ...{ bold: false, italic: false, strike: false, underline: false, code: false, link: false },
      ...{ hardBreak: false, trailingNode: false, dropcursor: false, gapcursor: false },
    }),
    Node.create({ name: "doc", topNode: true, content: name === "line" ? "line" : "bullet+" }),
    Node.create({
      name,
      content: "text*",
      parseHTML: () => [{ tag: "p" }],
      renderHTML: ({ HTMLAttributes }) => ["p", mergeAttributes(HTMLAttributes, { class: `sw-editor-${name}` }), 0],
      addKeyboardShortcuts: (): Record<string, () => boolean> =>
        Object.fromEntries(name === "line" ? ["Enter", "Shift-Enter"].map((key) => [key, () => true]) : []),
    }),
  ];
}

/** What a text of a kind is made of: the schema, and the keys that belong to it. */
export function extensionsFor(kind: ContentTypeView["kind"]): Extensions {
  if (kind === "html") return RichText;
  return plain(kind === "bullets" ? "bullet" : "line");
}
