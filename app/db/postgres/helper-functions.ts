/**
 * What the app's statements use and SQLite has built in: made once, in the app's own schema. Lists go to a statement as JSON:
 * `id IN (SELECT value FROM json_each(@ids))`; of numbers with CAST(value AS bigint), as the values are text here.
 */
export const helperFunctions: readonly string[] = [
  // Of two numbers; like SQLite's, NULL when one is NULL (LEAST and GREATEST would pass it over).
  "CREATE FUNCTION max(bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS 'SELECT greatest($1, $2)'",
  "CREATE FUNCTION min(bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS 'SELECT least($1, $2)'",
  // ROWS: the planner takes a function for 1,000 rows otherwise, and reads the whole table that it is joined with.
  `CREATE FUNCTION json_each(text) RETURNS TABLE (value text) LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE ROWS 10
     AS 'SELECT jsonb_array_elements_text($1::jsonb)'`,
  `CREATE FUNCTION json_each(text, text) RETURNS TABLE (value text) LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE ROWS 10
     AS 'SELECT jsonb_array_elements_text(jsonb_path_query_first($1::jsonb, $2::jsonpath))'`,
  `CREATE FUNCTION json_extract(text, text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
     AS $$ SELECT jsonb_path_query_first($1::jsonb, $2::jsonpath) #>> '{}' $$`,
  "CREATE FUNCTION json_array_length(text) RETURNS bigint LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS 'SELECT jsonb_array_length($1::jsonb)'",
  "CREATE FUNCTION instr(text, text) RETURNS bigint LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS 'SELECT strpos($1, $2)'",
];
