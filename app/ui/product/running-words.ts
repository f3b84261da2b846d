import type { RunningView } from "./product-detail-view.ts";

const names: Record<NonNullable<RunningView["waitingFor"]>, string> = { shopify: "Shopify", model: "the model" };

/** What is happening to a product: that work goes on, or that it waits for somebody who does not answer. */
export function runningWords({ kind, waitingFor }: Pick<RunningView, "kind" | "waitingFor">): string {
  if (waitingFor !== null) return `${waitingTexts[kind]} until ${names[waitingFor]} answers.`;
  return runningTexts[kind];
}

const runningTexts: Record<RunningView["kind"], string> = {
  generate: "New texts are being written.",
  publish: "The approved texts are being published.",
  undo: "The last publication is being taken back.",
  other: "Work on this product is under way.",
};

const waitingTexts: Record<RunningView["kind"], string> = {
  generate: "The writing of new texts waits",
  publish: "The publishing of the approved texts waits",
  undo: "The undo of the last publication waits",
  other: "Work on this product waits",
};
