import { Tooltip } from "@shopify/polaris";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { type EvidenceView, type MarkedPiece, markEvidence } from "./mark-evidence.ts";

const Marker = createContext<(text: string) => MarkedPiece[]>((text) => [{ text, fact: null }]);

/** Everything inside shows which fact its numbers and words come from. */
export function WithEvidence({ evidence, children }: { evidence: readonly EvidenceView[]; children: ReactNode }) {
  const mark = useMemo(() => markEvidence(evidence), [evidence]);
  return <Marker.Provider value={mark}>{children}</Marker.Provider>;
}

/** A text whose backed numbers and words are underlined; pointing at one or reaching it by keyboard tells the fact. */
export function EvidenceText({ children: text }: { children: string }) {
  const mark = useContext(Marker);
  return (
    <>
      {mark(text).map((piece, index) =>
        piece.fact === null ? (
          piece.text
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a piece is known by its place only
          <Tooltip key={index} content={piece.fact} hasUnderline width="wide">
            <span>{piece.text}</span>
          </Tooltip>
        ),
      )}
    </>
  );
}
