import { createElement, Fragment, type ReactNode, useId } from "react";
import { textOfHtml } from "../../lib/html/text-of-html.ts";
import { type HtmlNode, previewOf } from "../html-tree.ts";
import type { TextBody } from "../text-body.ts";
import { cutAtMarks, type Piece } from "./cut-at-marks.ts";
import type { MarkView } from "./mark-view.ts";
import "./marks.css";

export interface MarkedTextProps {
  body: TextBody;
  html: boolean;
  lang: string;
  marks: readonly MarkView[];
  /** a mark with a number was clicked */
  onMark?: ((key: string) => void) | undefined;
}

/** A text as its reader sees it, with what was found in the words that it is about. */
export function MarkedText({ body, html, lang, marks, onMark }: MarkedTextProps) {
  const id = useId();
  const look = { id, onMark };
  const tree = html && typeof body === "string" ? previewOf(body) : null;
  const shown = tree ? textsOf(tree) : typeof body === "string" ? [body] : body;
  const checked = tree && typeof body === "string" ? textOfHtml(body) : shown.join("\n");
  const cut = cutAtMarks(checked, shown, marks);
  const pieces = (text: string): ReactNode => cut(text).map((piece, index) => shownPiece(piece, index, look));
  return (
    <>
      {tree ? (
        <div className="sw-html" dir="auto" lang={lang}>
          {render(tree, pieces)}
        </div>
      ) : typeof body === "string" ? (
        <p className="sw-text" dir="auto" lang={lang}>
          {pieces(body)}
        </p>
      ) : (
        <ul className="sw-bullets" dir="auto" lang={lang}>
          {body.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two bullets may say the same
            <li key={index} dir="auto">
              {pieces(line)}
            </li>
          ))}
        </ul>
      )}
      <div hidden>
        {marks.map(({ key, about }) => (
          <span key={key} id={`${id}${key}`}>
            {about}
          </span>
        ))}
      </div>
    </>
  );
}

function textsOf(nodes: readonly HtmlNode[]): string[] {
  return nodes.flatMap((node) =>
    typeof node === "string" ? [node] : node.tag === "img" ? [] : textsOf(node.children),
  );
}

function render(nodes: readonly HtmlNode[], pieces: (text: string) => ReactNode): ReactNode[] {
  return nodes.map((node, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: a piece is known by its place only
    if (typeof node === "string") return <Fragment key={index}>{pieces(node)}</Fragment>;
    if (node.tag === "img") {
      return createElement("img", { key: index, className: "sw-thumb", src: node.src, alt: node.alt, loading: "lazy" });
    }
    return createElement(node.tag, { key: index }, ...(node.tag === "br" ? [] : render(node.children, pieces)));
  });
}

interface Look {
  id: string;
  onMark: ((key: string) => void) | undefined;
}

function shownPiece({ text, mark, ends }: Piece, index: number, { id, onMark }: Look): ReactNode {
  if (!mark) return text;
  const { key, kind, number, about, focused, instead } = mark;
  const className = `sw-mark sw-mark-${kind}${focused ? " sw-mark-focused" : ""}`;
  if (kind === "backed") {
    return (
      <span key={index} className={className} title={about}>
        {text}
      </span>
    );
  }
  return (
    <Fragment key={index}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: F8 goes from finding to finding; a click is a shorter way to one */}
      <mark
        className={className}
        data-finding={key}
        aria-describedby={`${id}${key}`}
        onClick={onMark ? () => onMark(key) : undefined}
      >
        {instead === undefined ? text : <del>{text}</del>}
        {instead !== undefined && ends && instead !== "" ? <ins>{instead}</ins> : null}
      </mark>
      {ends && number !== null ? <FindingNumber number={number} kind={kind} /> : null}
    </Fragment>
  );
}

/** A finding's number, beside its words and beside its fact. */
export function FindingNumber({ number, kind }: { number: number; kind: "blocks" | "warns" | "glossary" }) {
  return (
    <span className={`sw-finding-number sw-finding-number-${kind}`} aria-hidden="true">
      {number}
    </span>
  );
}
