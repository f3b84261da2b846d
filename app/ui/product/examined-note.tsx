import { Text } from "@shopify/polaris";

/** Why the examiner did not read all of a text that the checks left in doubt: it was then judged without. */
export function ExaminedNote({ examined }: { examined: string | null }) {
  if (!examined?.startsWith("no:")) return null;
  const code = examined.slice(3);
  return (
    <Text as="p" tone="subdued" variant="bodySm">
      {`Not examined: ${Object.hasOwn(reasons, code) ? reasons[code] : "the examiner gave no answer"}. What the checks could not settle is judged without it.`}
    </Text>
  );
}

const reasons: Record<string, string> = {
  cancelled: "the run was cancelled",
  incomplete: "the examiner passed over some sentences",
  too_many: "the text has too many sentences",
  spend_cap: "your daily cap was reached, or the price of its model is not set",
  model_refused: "the examiner refused",
  model_truncated: "the examiner's answer was cut off",
  model_bad_answer: "the examiner did not answer in the agreed form",
  model_prompt_cut: "the model server cut the request short",
  examiner_wrong: "the examiner did not see that a fact of this product is true, so nothing that it said was believed",
  model_timeout: "the examiner did not answer in time",
  model_unavailable: "the examiner could not be reached",
  model_rate_limited: "the examiner was busy",
  model_billing: "the model account has no credit left",
  model_key: "the API key was refused",
  model_not_allowed: "its model may not be used with this key",
  model_bad_request: "its model does not take such requests; choose another one in Settings",
};
