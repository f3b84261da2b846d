/** Words as a finding cites them: on one line, at most `most` characters, the last an ellipsis where something was left out. */
export function shortened(words: string, most: number): string {
  const plain = words.replace(/\s+/gu, " ").trim();
  return plain.length <= most ? plain : `${plain.slice(0, most - 1)}…`;
}
