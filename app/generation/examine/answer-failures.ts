/** Why an examiner's answer counts for nothing, as stable codes. */
export const failuresOfAnswers = {
  refused: "model_refused",
  truncated: "model_truncated",
  not_json: "model_bad_answer",
  prompt_cut: "model_prompt_cut",
  wrong: "examiner_wrong",
} as const;
