import { useState } from "react";
import { isEmptyBody, sameBody, type TextBody } from "../text-body.ts";

interface Edit {
  /** the text as it was when the editing began */
  from: TextBody;
  body: TextBody;
  /** the newest version as it was then, null for none: saving tells that somebody was faster */
  seen: string | null;
}

/** What goes to the server: bullets without empty lines. */
export function tidied(body: TextBody): TextBody {
  return Array.isArray(body) ? body.map((line) => line.trim()).filter((line) => line !== "") : body.trim();
}

/** HTML with one block a line, so that it can be read while it is edited. */
export function spread(body: TextBody): TextBody {
  if (typeof body !== "string") return body;
  return body.replace(/(<\/(?:p|li|ul|ol|h[1-6]|blockquote)>|<(?:ul|ol)>)(?=<)/gi, "$1\n");
}

/** The texts under the pen, by content type. */
export function useEdits() {
  const [edits, setEdits] = useState<Record<string, Edit>>({});
  const changed = Object.entries(edits).filter(([, { from, body }]) => !sameBody(from, body));
  return {
    bodyOf: (type: string): TextBody | null => edits[type]?.body ?? null,
    dirty: changed.length > 0,
    /** content types whose edit leaves no text at all */
    empty: changed.filter(([, { body }]) => isEmptyBody(body)).map(([type]) => type),
    seenOf: (type: string): string | null => edits[type]?.seen ?? null,
    changed: (): { contentType: string; body: TextBody; seen: string | null }[] =>
      changed.map(([contentType, { body, seen }]) => ({ contentType, body: tidied(body), seen })),
    /** A person saw the newer version and keeps their own text. */
    keep(type: string, seen: string | null) {
      setEdits((now) => (now[type] ? { ...now, [type]: { ...now[type], seen } } : now));
    },
    /**
     * @param body null ends the editing of this type
     * @param seen the newest version, for an edit that begins
     */
    edit(type: string, body: TextBody | null, seen: string | null) {
      setEdits((now) => {
        const { [type]: old, ...others } = now;
        return body === null
          ? others
          : { ...others, [type]: old ? { ...old, body } : { from: spread(body), body: spread(body), seen } };
      });
    },
    clear: () => setEdits({}),
  };
}
