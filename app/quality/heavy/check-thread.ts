import type { TextBody } from "../../db/schema/index.ts";
import type { Origin } from "../../lib/html/allowed-html.ts";
import { giveWay, threadTask } from "../../lib/threads/thread-task.ts";
import type { ContentConfig } from "../../rules/content-config.ts";
import { readersView } from "../../texts/readers-view.ts";
import { compareRules, type RulesComparison } from "../compare-rules.ts";
import { fixText } from "../fixes/fix-text.ts";
import { type ChecksInput, runChecks } from "../run-checks.ts";

// Runs in threads of their own, see `heavy-checks.ts`. What goes in and out is copied: no functions, no database.
giveWay();

export interface FixInput {
  contentType: string;
  raw: TextBody;
  config: ContentConfig;
  origin: Origin;
}

/** A text in order, and what a reader sees of it. */
export const fix = threadTask(({ contentType, raw, config, origin }: FixInput) => {
  const body = fixText(contentType, raw, config, origin);
  return { body, seen: readersView(contentType, body, config).join("\n") };
});

export const check = threadTask((input: ChecksInput) => runChecks(input));

/** Several checks of one product, that copy once what they share. */
export const checkEach = threadTask((inputs: ChecksInput[]) => inputs.map(runChecks));

export const compare = threadTask((comparison: RulesComparison) => compareRules(comparison));

export interface Tasks {
  fix: typeof fix;
  check: typeof check;
  checkEach: typeof checkEach;
  compare: typeof compare;
}
