import { comparable } from "../../texts/text-body.ts";

/** One review that says it, with its own words. */
export interface Mention {
  /** of the review */
  key: string;
  /** stands in the review to the letter */
  quote: string;
}

/** What several reviews say. */
export interface SummaryLabel {
  label: string;
  mentions: readonly Mention[];
}

/** What customers praise and what keeps others from buying. The model assigns, the program counts. */
export interface ReviewSummary {
  /** how many reviews were read */
  read: number;
  highlights: readonly SummaryLabel[];
  barriers: readonly SummaryLabel[];
}

/** What the model said of one chunk: the same shape, its quotes checked. */
export type Assigned = Pick<ReviewSummary, "highlights" | "barriers">;

/** More labels than these tell nobody anything; the rest has the fewest mentions. */
const mostLabels = 10;

/** Adds what was said of further reviews; labels that differ in spelling only are one. */
export function joinAssigned(one: Assigned, other: Assigned): Assigned {
  return {
    highlights: joined(one.highlights, other.highlights),
    barriers: joined(one.barriers, other.barriers),
  };
}

function joined(one: readonly SummaryLabel[], other: readonly SummaryLabel[]): SummaryLabel[] {
  const byLabel = new Map<string, { label: string; mentions: Map<string, Mention> }>();
  for (const { label, mentions } of [...one, ...other]) {
    const known = byLabel.get(comparable(label)) ?? { label, mentions: new Map<string, Mention>() };
    for (const mention of mentions) if (!known.mentions.has(mention.key)) known.mentions.set(mention.key, mention);
    byLabel.set(comparable(label), known);
  }
  return [...byLabel.values()].map(({ label, mentions }) => ({ label, mentions: [...mentions.values()] }));
}

/** The labels with most mentions first. @param read how many reviews were read */
export function summaryOf({ highlights, barriers }: Assigned, read: number): ReviewSummary {
  return { read, highlights: ordered(highlights), barriers: ordered(barriers) };
}

function ordered(labels: readonly SummaryLabel[]): SummaryLabel[] {
  return labels
    .filter(({ mentions }) => mentions.length > 0)
    .toSorted((a, b) => b.mentions.length - a.mentions.length || a.label.localeCompare(b.label))
    .slice(0, mostLabels);
}

/** How many mentions there are of all labels together: what shares are shares of. */
export function countMentions({ highlights, barriers }: Assigned): number {
  return [...highlights, ...barriers].reduce((sum, { mentions }) => sum + mentions.length, 0);
}

/** 0 to 1, of all mentions. */
export function shareOf(label: SummaryLabel, summary: Assigned): number {
  const all = countMentions(summary);
  return all === 0 ? 0 : label.mentions.length / all;
}

/**
 * As systems get it: highlights and barriers, each `{"1. label": "8.3%"}`, shares of all mentions with one digit.
 * @see the contract of review summaries (seed 001)
 */
export function summaryForSystems(summary: ReviewSummary): [Record<string, string>, Record<string, string>] {
  const listed = (labels: readonly SummaryLabel[]) =>
    Object.fromEntries(
      labels.map((label, at) => [`${at + 1}. ${label.label}`, `${(shareOf(label, summary) * 100).toFixed(1)}%`]),
    );
  return [listed(summary.highlights), listed(summary.barriers)];
}
