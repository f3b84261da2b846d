import type answers from "./en/answers.ts";
import type english from "./en/index.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "frame";
    resources: typeof english & { answers: typeof answers };
  }
}
