import { z } from "zod";

/** A list that is counted before its entries are looked at: an entry costs some microseconds, its place nothing. */
export function boundedList<T extends z.ZodType>(
  entry: T,
  most: number,
  words?: string,
): z.ZodType<z.output<T>[], z.input<T>[]> {
  const counted: z.ZodType<z.input<T>[], z.input<T>[]> = z.array(z.custom<z.input<T>>(() => true)).max(most, words);
  return counted.pipe(z.array(entry));
}
