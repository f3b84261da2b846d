/**
 * Codes for what a schema of zod finds wrong. An issue carries a text only, so the text is the code's key: `as` gives it to a
 * check of the schema, `of` finds the code again. An issue with words of zod's own has none: undefined.
 */
export function codedIssues<Problem extends { code: string }>() {
  const known = new Map<string, Problem>();
  return {
    as(problem: Problem): string {
      const key = JSON.stringify(problem);
      known.set(key, problem);
      return key;
    },
    of: (issue: { message: string } | undefined): Problem | undefined => known.get(issue?.message ?? ""),
  };
}
