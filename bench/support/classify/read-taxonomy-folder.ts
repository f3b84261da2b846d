import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Taxonomy } from "../../../app/classification/shortlist/taxonomy.ts";
import { parseTaxonomy } from "../../../app/classification/taxonomies/parse-taxonomy.ts";

/**
 * A taxonomy from the files of a folder, told apart by their names: `…categories….json`, and where there are some
 * `…attributes….json`, `…names.de.json` or `categories.de.txt` by language, `google_….json`, `shopify_…_to_google_….json`.
 * @throws an error that names the file
 */
export function readTaxonomyFolder(folder: string): Taxonomy {
  const files = readdirSync(folder).sort();
  const one = (pattern: RegExp) => {
    const name = files.find((file) => pattern.test(file));
    return name === undefined ? undefined : readJson(join(folder, name));
  };
  const categories = one(/categories(?!.*names).*\.json$/);
  if (categories === undefined) throw new Error(`${folder} has no file of categories (…categories….json)`);
  const names = files.flatMap((file) => {
    const [, language, ending] = /(?:names|categories)\.([a-z]{2})(?:-[A-Za-z]+)?\.(json|txt)$/.exec(file) ?? [];
    if (!language || language === "en") return [];
    return [
      [language, ending === "txt" ? readFileSync(join(folder, file), "utf8") : readJson(join(folder, file))],
    ] as const;
  });
  return parseTaxonomy({
    categories,
    attributes: one(/attributes.*\.json$/),
    googleNames: one(/^google_.*\.json$/),
    googleMapping: one(/_to_google_.*\.json$/),
    names: Object.fromEntries(names),
  });
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    throw new Error(`${path}: no JSON`, { cause });
  }
}
