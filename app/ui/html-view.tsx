import { createElement, type ReactNode } from "react";
import { type HtmlNode, previewOf } from "./html-tree.ts";
import "./ui.css";

/** Shows a description as its reader sees it. Nothing of the markup but its structure and its pictures reaches the page. */
export function HtmlView({ html, lang }: { html: string; lang?: string | undefined }) {
  return (
    <div className="sw-html" dir="auto" lang={lang}>
      {render(previewOf(html))}
    </div>
  );
}

function render(nodes: HtmlNode[]): ReactNode[] {
  return nodes.map((node, index) => {
    if (typeof node === "string") return node;
    if (node.tag === "img") {
      return createElement("img", { key: index, className: "sw-thumb", src: node.src, alt: node.alt, loading: "lazy" });
    }
    return createElement(node.tag, { key: index }, ...(node.tag === "br" ? [] : render(node.children)));
  });
}
