import type { Readers } from "./readers.ts";

interface Reading {
  readers: Readers;
  /** BCP-47 */
  locale: string;
}

const mostNames = 2_000;
/** A longer one is hardly a name that comes again. */
const longestName = 100;

/**
 * Reads each name of a field once in a language: a shop has few, and the same ones in product after product.
 * @param read depends on the readers, the language and the name alone; what it gives is shared, so nobody may change it
 */
export function onceByName<T extends object>(
  read: (reading: Reading, name: string) => T,
): (reading: Reading, name: string) => T {
  const known = new WeakMap<Readers, Map<string, T>>();
  return ({ readers, locale }, name) => {
    if (name.length > longestName) return read({ readers, locale }, name);
    const ofReaders = known.get(readers) ?? new Map<string, T>();
    known.set(readers, ofReaders);
    const key = `${locale} ${name}`;
    const made = ofReaders.get(key) ?? read({ readers, locale }, name);
    if (ofReaders.size >= mostNames) ofReaders.clear();
    ofReaders.set(key, made);
    return made;
  };
}
