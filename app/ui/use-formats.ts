import { useTranslation } from "react-i18next";
import { type Formats, formatsOf } from "../i18n/formats.ts";

/** Numbers, money and times in the reader's language. */
export function useFormats(): Formats {
  const { i18n } = useTranslation();
  return formatsOf(i18n.language);
}
