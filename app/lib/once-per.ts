/** More than are under way at a time. */
const maxKeys = 1_000;

/** Does something once for each key, and answers all who ask with the same; forgets a key when many came after it. */
export function createOncePer<T>(): (key: string, work: () => Promise<T>) => Promise<T> {
  const done = new Map<string, Promise<T>>();
  return (key, work) => {
    const known = done.get(key);
    if (known) return known;
    const fresh = work();
    done.set(key, fresh);
    if (done.size > maxKeys) done.delete(done.keys().next().value ?? "");
    return fresh;
  };
}
