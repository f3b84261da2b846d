import { cloneElement, Fragment, type ReactElement } from "react";

/**
 * A sentence of the catalogue in which `<name/>` and `<name>words</name>` become the element of that name, with the words as its
 * children. Names without an element stay as they are written. (i18next's own `Trans` brings a parser of HTML, 6 kB, for this.)
 */
export function Phrase({ text, parts }: { text: string; parts: Readonly<Record<string, ReactElement>> }) {
  // Text, name, words, text, name, words, …, text.
  const pieces = text.split(/<(\w+)(?:\/>|>([^<]*)<\/\1>)/);
  return pieces.map((piece, at) => {
    if (at % 3 === 2) return null;
    const part = at % 3 === 1 ? parts[piece] : undefined;
    const words = pieces[at + 1];
    const shown = at % 3 === 0 ? piece : part ? filled(part, words) : written(piece, words);
    // biome-ignore lint/suspicious/noArrayIndexKey: a sentence's pieces keep their order
    return <Fragment key={at}>{shown}</Fragment>;
  });
}

function filled(part: ReactElement, words: string | undefined): ReactElement {
  return words === undefined ? part : cloneElement(part, undefined, words);
}

function written(name: string, words: string | undefined): string {
  return words === undefined ? `<${name}/>` : `<${name}>${words}</${name}>`;
}
