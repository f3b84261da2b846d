import { PGlite } from "@electric-sql/pglite";
import { helperFunctions } from "../../../app/db/postgres/helper-functions.ts";
import { translate } from "../../../app/db/postgres/translate.ts";
import { isSearchStatement } from "../../../app/db/search-statements.ts";
import { postgresTables } from "./postgres-tables.ts";

export interface Unportable {
  sql: string;
  /** what Postgres said */
  message: string;
}

/**
 * Which of the app's statements Postgres refuses to prepare: by syntax, names or types. Takes some seconds.
 * @param statements in SQLite's dialect, as the app asks for them
 */
export async function findUnportable(
  statements: Iterable<string>,
  open: () => Promise<PGlite> = () => PGlite.create(),
): Promise<Unportable[]> {
  const distinct = [...new Set(statements)].filter((sql) => !isSearchStatement(sql));
  if (distinct.length === 0) return [];
  const postgres = await open();
  try {
    await postgres.exec([...postgresTables(), ...helperFunctions].join(";\n"));
    const found: Unportable[] = [];
    for (const sql of distinct) {
      const message = await refusalOf(postgres, translate(sql).text);
      if (message !== null) found.push({ sql, message });
    }
    return found;
  } finally {
    await postgres.close();
  }
}

async function refusalOf(postgres: PGlite, text: string): Promise<string | null> {
  try {
    await postgres.exec(`PREPARE asked AS ${text}`);
    await postgres.exec("DEALLOCATE asked");
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
