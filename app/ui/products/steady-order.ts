/**
 * Brings things into an order that was shown before: those in it keep their places among each other and stay where they stood,
 * the others fill the rest in their own order.
 */
export function steadyOrder<T>(shown: readonly string[], things: readonly T[], idOf: (thing: T) => string): T[] {
  const byId = new Map(things.map((thing) => [idOf(thing), thing]));
  const known = new Set(shown);
  const fresh = things.filter((thing) => !known.has(idOf(thing)));
  const placed = shown.flatMap((id) => byId.get(id) ?? fresh.shift() ?? []);
  return [...placed, ...fresh];
}
