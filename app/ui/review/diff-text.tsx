import { diffBodies } from "../diff-words.ts";
import type { TextBody } from "../text-body.ts";
import type { ReviewText } from "./review-view.ts";

export interface DiffTextProps {
  kind: ReviewText["kind"];
  before: TextBody | null;
  after: TextBody | null;
  lang: string;
}

/** What is taken out of a text and what comes in, word by word. */
export function DiffText({ kind, before, after, lang }: DiffTextProps) {
  return (
    <p className="sw-text sw-review-diff" dir="auto" lang={lang}>
      {diffBodies({ kind }, before, after).map(({ kind: change, value }, index) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity beyond their place
        if (change === "added") return <ins key={index}>{value}</ins>;
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity beyond their place
        if (change === "removed") return <del key={index}>{value}</del>;
        return value;
      })}
    </p>
  );
}
