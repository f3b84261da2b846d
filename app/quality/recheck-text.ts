import type { StoredWarning } from "../db/schema/index.ts";
import { type Code, rules } from "../rules/check-codes.ts";
import { codesChanged } from "../rules/configs/codes-changed.ts";
import type { ContentConfig } from "../rules/content-config.ts";
import { type CheckSettings, settingsOf } from "./check-result.ts";
import type { ChecksInput } from "./run-checks.ts";

export interface Recheck {
  /** of its slot */
  name: string;
  /** found by the rules of before */
  stored: readonly StoredWarning[];
  before: ContentConfig;
  now: ContentConfig;
}

/**
 * What has to be looked for anew in a text, by the rules of before and by those of now; empty where nothing has. Of a text with
 * more findings than are listed nobody knows what the rest are: everything.
 */
export function codesToRecheck({ stored, before, now }: Omit<Recheck, "name">): ReadonlySet<Code> {
  if (stored.some(({ details }) => details?.kind === "not_listed")) return new Set(Object.keys(rules) as Code[]);
  const { checked, uncounted } = codesChanged(before, now);
  return new Set([...checked, ...uncounted]);
}

/** The two checks whose difference the change of rules makes. */
export function inputsOfRecheck(
  input: Omit<ChecksInput, "config" | "only" | "codes">,
  recheck: Recheck,
): [ChecksInput, ChecksInput] {
  const { name, before, now } = recheck;
  const asked = { ...input, only: [name], codes: codesToRecheck(recheck) };
  return [
    { ...asked, config: before },
    { ...asked, config: now },
  ];
}

/**
 * A text's findings after a change of rules. What is no matter of the change stays as it was found, with what the examiner said
 * and what the writer named: neither is asked again.
 * @param found what {@link inputsOfRecheck} found, by the rules of before and by those of now
 */
export function recheckedFindings(
  found: { before: readonly StoredWarning[]; now: readonly StoredWarning[] },
  { name, stored, before, now }: Recheck,
): StoredWarning[] {
  const isNow = new Map(found.now.map((warning) => [keyOf(warning), warning]));
  const gone = new Set(found.before.map(keyOf).filter((key) => !isNow.has(key)));
  const settings = { before: settingsOf(before, name), now: settingsOf(now, name) };
  const kept = stored.flatMap((warning): StoredWarning[] => {
    const key = keyOf(warning);
    if (gone.has(key)) return [];
    const fresh = isNow.get(key);
    return fresh ? [{ ...warning, severity: fresh.severity }] : weighed(warning, settings);
  });
  const known = new Set(kept.map(keyOf));
  return [...kept, ...found.now.filter((warning) => !known.has(keyOf(warning)))];
}

function weighed(warning: StoredWarning, settings: { before: CheckSettings; now: CheckSettings }): StoredWarning[] {
  const { code } = warning;
  if (warning.fixed || !isCode(code) || settings.before[code] === settings.now[code]) return [warning];
  const severity = settings.now[code] ?? rules[code].severity;
  return severity === "off" ? [] : [{ ...warning, severity }];
}

function isCode(code: string): code is Code {
  return Object.hasOwn(rules, code);
}

function keyOf({ id, code, description }: StoredWarning): string {
  return id ?? `${code} ${description}`;
}
