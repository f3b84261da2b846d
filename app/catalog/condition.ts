/** A piece of SQL that is true or false of a row, with its parameters in order. */
export interface Condition {
  sql: string;
  params: unknown[];
}

/** @param before parameters of the expression */
export function oneOf(expression: string, values: readonly string[], before: readonly unknown[] = []): Condition {
  // Most filters name one value, which is compared in half the time.
  if (values.length === 1) return { sql: `${expression} = ?`, params: [...before, ...values] };
  return {
    sql: `${expression} IN (SELECT value FROM json_each(?))`,
    params: [...before, JSON.stringify(values)],
  };
}

export function join(conditions: readonly Condition[], word: "AND" | "OR" = "AND"): Condition {
  return {
    sql: conditions.map((condition) => condition.sql).join(` ${word} `),
    params: conditions.flatMap((condition) => condition.params),
  };
}
