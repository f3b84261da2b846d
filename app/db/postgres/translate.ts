/** A statement of the app as Postgres takes it. */
export interface Translated {
  text: string;
  /** the names of its `@name` values in the order of $1…; null when it counts them with `?` */
  names: string[] | null;
}

// What is quoted or a comment is passed over: each comes before what could be found inside of it.
const tokens = [
  /\bon conflict \((?:"\w+"\."\w+"(?:, )?)+\)/,
  /'(?:[^']|'')*'/,
  /"(?:[^"]|"")*"/,
  /--[^\n]*/,
  /\/\*[\s\S]*?\*\//,
  /\bINDEXED BY \w+/,
  /\bCROSS JOIN\b/,
  /\bAS (?<alias>[a-z]+[A-Z]\w*)/,
  /@(?<name>\w+)/,
  /\?/,
];
const token = new RegExp(tokens.map(({ source }) => source).join("|"), "g");

/**
 * The app writes one dialect, SQLite's, in the form that Postgres takes as well; what differs by spelling alone is changed
 * here: places of values, aliases in camelCase (which Postgres would answer in small letters), hints for SQLite's planner, and
 * the qualified columns that drizzle's SQLite builder writes in a conflict's target.
 */
export function translate(sql: string): Translated {
  const names: string[] = [];
  let counted = 0;
  const text = sql.replace(token, (whole, ...rest) => {
    const { alias, name } = rest.at(-1) as { alias?: string; name?: string };
    if (whole === "?") return `$${++counted}`;
    if (name !== undefined) {
      const known = names.indexOf(name);
      return `$${known === -1 ? names.push(name) : known + 1}`;
    }
    if (alias !== undefined) return `AS "${alias}"`;
    if (whole.startsWith("INDEXED BY")) return "";
    // SQLite reads the tables in the order in which they are written then; with ON, which every one here has, it is a JOIN.
    if (whole === "CROSS JOIN") return "JOIN";
    if (whole.startsWith("on conflict (")) return whole.replace(/"\w+"\."/g, '"');
    return whole;
  });
  return { text, names: counted > 0 ? null : names };
}
