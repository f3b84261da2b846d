/** Languages that are written from right to left. @see https://www.w3.org/International/questions/qa-scripts */
const rightToLeft: readonly string[] = ["ar", "ckb", "dv", "fa", "he", "ku-Arab", "ps", "sd", "ug", "ur", "yi"];

/** @param locale BCP-47 */
export function directionOf(locale: string): "ltr" | "rtl" {
  return rightToLeft.some((one) => locale === one || locale.startsWith(`${one}-`)) ? "rtl" : "ltr";
}
