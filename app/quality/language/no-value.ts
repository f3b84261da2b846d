/** What people write in a field that has no value, by language; beside signs like – and ?. A plain "no" is a value. */
const wordsOfNothing = [
  "n/a|n.a.|na|not applicable|not available|none|null|nil|undefined|unknown|tbd|tba|empty|unspecified|no data",
  "k.a.|keine angabe|nicht zutreffend|nicht anwendbar|nicht verfügbar|entfällt|keine|unbekannt",
  "s/o|s.o.|sans objet|non applicable|non disponible|aucun|aucune|inconnu",
  "no aplica|no aplicable|no disponible|ninguno|ninguna|desconocido",
  "non applicabile|non disponibile|nessuno|nessuna|sconosciuto",
  "n.v.t.|niet van toepassing|niet beschikbaar|geen|onbekend",
  "não aplicável|não se aplica|não disponível|nenhum|nenhuma|desconhecido",
  "nie dotyczy|brak|brak danych|nieznany",
  "ej tillämpligt|ej tillgängligt|ingen|inget|okänd|ikke relevant|ikke tilgængelig|ikke tilgjengelig|ei mitään|ei saatavilla",
  "neuvedeno|žádný|nelze použít|yok|uygulanamaz|не применимо|нет данных|нет",
  "なし|該当なし|不明|无|不适用|無|不適用|없음|해당 없음|해당없음|ไม่มี|غير متوفر|لا ينطبق|אין|לא רלוונטי",
];
const nothing = new Set(wordsOfNothing.flatMap((words) => words.split("|")).map(keyOf));

/** True for a value that means there is none: empty, "-", "N/A", "Not Applicable", "keine Angabe". */
export function isNoValue(value: string): boolean {
  const key = keyOf(value);
  return !/[\p{L}\p{N}]/u.test(key) || nothing.has(key);
}

function keyOf(value: string): string {
  return value
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\s+/gu, " ")
    .replace(/^[\s([{"'“”‘’*<]+|[\s)\]}"'“”‘’*>]+$/gu, "")
    .replace(/\.$/, "")
    .trim();
}
