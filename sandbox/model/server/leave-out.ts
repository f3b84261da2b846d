/** Answers that lack what OpenAI's always have. They are paid for all the same. */
export const lackingKinds = [
  "cut_in_thought",
  "filtered",
  "filtered_bare",
  "no_choices",
  "null_choices",
  "no_content",
] as const;

const thoughts = "The shop wants short texts, so I begin with";

/** The completion as servers write it that were cut, or stopped by their filter, before there was any text. */
export function leaveOut(kind: string | undefined, completion: object): object {
  const choice = (message: object | undefined, finish: string) => ({
    ...completion,
    choices: [{ index: 0, finish_reason: finish, ...(message ? { message } : {}) }],
  });
  const role = { role: "assistant" };
  switch (kind) {
    case "cut_in_thought":
      return choice({ ...role, reasoning: thoughts }, "length");
    case "filtered":
      return choice(role, "content_filter");
    case "filtered_bare":
      return choice(undefined, "content_filter");
    case "no_content":
      return choice(role, "stop");
    case "no_choices":
      return { ...completion, choices: [] };
    case "null_choices":
      return { ...completion, choices: null };
    default:
      return completion;
  }
}
