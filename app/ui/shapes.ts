/** Tells whether a value that came from outside is what its reader takes it for. Fields that are not named do not matter. */
export type Shape<T> = (value: unknown) => value is T;

// Every page asks the server behind its back: zod, which reads what comes to the server, would be 7 kB in each of them.

type Optional<T, K extends keyof T> = Record<never, never> extends Pick<T, K> ? undefined : never;

export const text: Shape<string> = (value) => typeof value === "string";
export const count: Shape<number> = (value): value is number => typeof value === "number" && Number.isFinite(value);
export const flag: Shape<boolean> = (value) => typeof value === "boolean";

export function oneOf<const T extends string>(...names: readonly T[]): Shape<T> {
  return (value): value is T => names.some((name) => name === value);
}

export function listOf<T>(shape: Shape<T>): Shape<T[]> {
  return (value): value is T[] => Array.isArray(value) && value.every(shape);
}

export function orNull<T>(shape: Shape<T>): Shape<T | null> {
  return (value): value is T | null => value === null || shape(value);
}

export function maybe<T>(shape: Shape<T>): Shape<T | undefined> {
  return (value): value is T | undefined => value === undefined || shape(value);
}

export function either<A, B>(one: Shape<A>, other: Shape<B>): Shape<A | B> {
  return (value): value is A | B => one(value) || other(value);
}

export function record(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function shapeOf<T extends object>(fields: { [K in keyof T]-?: Shape<T[K] | Optional<T, K>> }): Shape<T> {
  const shapes = Object.entries<(value: unknown) => boolean>(fields);
  return (value): value is T => record(value) && shapes.every(([name, shape]) => shape(value[name]));
}

/** An answer's body; null: it is not JSON, or not of this shape */
export async function readAs<T>(response: Response, shape: Shape<T>): Promise<T | null> {
  const body: unknown = await response.json().catch(() => null);
  return shape(body) ? body : null;
}
