/** Signs, kana and ideographs of full width: what follows them begins without a space. */
const fullWidth = /[\u3000-\u30ff\u3400-\u9fff\uff00-\uff60]$/u;

/** Sentences one behind the other, as their language sets them; those that are not said are left out. */
export function inARow(...sentences: readonly (string | null | undefined | false)[]): string {
  const said = sentences.filter((one) => typeof one === "string" && one !== "");
  return said.reduce<string>((row, one) => (row === "" || fullWidth.test(row) ? `${row}${one}` : `${row} ${one}`), "");
}
