import { isRecord } from "../lib/json.ts";
import type { ModelMessage } from "./port.ts";
import { documentsOf, objectsIn } from "./sent-texts.ts";

/** What an answer only repeats of its request. */
export interface Echoes {
  /** is in the request as it is */
  isWhole(value: Record<string, unknown>): boolean;
  /** each of its fields is in one object of the request, or of an earlier answer */
  isPart(value: Record<string, unknown>): boolean;
}

export const noEchoes: Echoes = { isWhole: () => false, isPart: () => false };

/** @param schema of the answer, which some models repeat as well */
export function echoesOf({
  messages,
  schema,
}: {
  messages: readonly ModelMessage[];
  schema: Record<string, unknown>;
}): Echoes {
  const contents = (isAnswer: boolean) =>
    messages.filter(({ role }) => (role === "assistant") === isAnswer).map(({ content }) => content);
  const asked = documentsOf([schema, ...contents(false)]).flatMap((document) => [...objectsIn(document)]);
  const answered = documentsOf(contents(true)).flatMap((document) => [...objectsIn(document)]);
  const whole = new Set(asked.map(spelled));
  const parts = [...asked, ...answered].map(
    (object) => new Map(Object.entries(object).map(([key, value]) => [key, spelled(value)])),
  );
  return {
    isWhole: (value) => whole.has(spelled(value)),
    isPart(value) {
      const entries = Object.entries(value).map(([key, inner]) => [key, spelled(inner)] as const);
      return entries.length > 0 && parts.some((part) => entries.every(([key, inner]) => part.get(key) === inner));
    },
  };
}

/** The same for values that differ in the order of their fields only. */
function spelled(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    isRecord(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );
}
