import type english from "./en/index.ts";

/** The same keys with words of another language; of a counted text the forms that the language has. */
type Translated<English> = English extends string ? string : { [Key in keyof English]: Translated<English[Key]> };

export type Catalog = Translated<typeof english>;
