/** Names that people take for the same: "Care guide", "care_guide". */
export function attributeKey(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_-]+/gu, " ")
    .trim();
}
