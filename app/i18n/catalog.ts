import type answers from "./en/answers.ts";
import type base from "./en/base.ts";
import type english from "./en/index.ts";
import type pages from "./en/pages.ts";

type FurtherForm = "zero" | "one" | "two" | "few" | "many";

/** The same keys with words of another language; of a counted text the forms that the language has. */
type Translated<English> = English extends string
  ? string
  : { [Key in keyof English as Key extends `${string}_one` ? never : Key]: Translated<English[Key]> } & {
      [Key in keyof English as Key extends `${infer Counted}_other` ? `${Counted}_${FurtherForm}` : never]?: string;
    };

export type Catalog = Translated<typeof english>;

/** What every page may say. */
export type BaseWords = Translated<typeof base>;

/** The namespaces of single pages. */
export type PageNamespace = keyof typeof pages;

/** A language's words of single pages, each fetched when it is called. */
export type PageFiles = { readonly [Name in PageNamespace]: () => Promise<{ default: Catalog[Name] }> };

/** What the server says in answers. */
export type AnswerWords = Translated<typeof answers>;
