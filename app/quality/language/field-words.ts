/** Words of a field's name that name nothing themselves, in the languages of the contract: "Contains nuts", "Ist vegan". */
const fillers: ReadonlySet<string> = new Set(
  (
    "is are has it the a an this product item made of for from with by suitable certified contains contain containing content may added free material materials status " +
    "ist sind hat der die das ein eine produkt artikel für von mit aus geeignet zertifiziert enthält enthalten kann spuren frei gehalt zusatz zugesetzt materialien " +
    "est sont le la les un une du de des pour avec produit adapté certifié contient contenir teneur ajouté ajoutés matière " +
    "es son el los apto para con producto contiene contenido añadido añadidos " +
    "è il lo i gli per prodotto adatto contiene contenuto aggiunto aggiunti " +
    "is zijn het een voor geschikt bevat gehalte toegevoegd " +
    "é são o os as um uma com produto adequado contém conteúdo adicionado " +
    "jest są dla z produkt zawiera zawartość dodany dodatek " +
    "är för med innehåller innehåll tillsatt tillsats en ett " +
    "er til med indeholder indhold tilsat inneholder innhold tilsatt kan " +
    "on sisältää lisätty obsahuje přidaný tartalmaz hozzáadott conține adăugat sadrži vsebuje dodan съдържа добавен περιέχει sisaldab satur sudėtyje yra " +
    "rating grade class level klasse klasa stufe grad grado classe niveau stopień 等级 等級 級 등급 " +
    "içerir içeriği содержит содержание добавлен містить вміст يحتوي على"
  ).split(" "),
);

/** True when a name says nothing beside what is at these places: "Vegan", "Contains nuts", but not "Wireless charging" of `wireless`. */
export function isAllOf(name: string, places: readonly { start: number; end: number }[]): boolean {
  let from = 0;
  let rest = "";
  for (const { start, end } of [...places].sort((a, b) => a.start - b.start)) {
    rest += ` ${name.slice(from, Math.max(from, start))}`;
    from = Math.max(from, end);
  }
  rest += ` ${name.slice(from)}`;
  return (rest.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).every((word) => fillers.has(word));
}

/** Words that deny what comes after them: as a whole they may be a claim of their own, "not tested on animals". */
export const negations: readonly string[] = ["not", "no", "non", "não", "nicht", "niet", "nie", "inte", "ikke"];

/** `Made in`, `Geröstet in`: what follows ends the phrase. */
const opensPhrase = /\s(?:in|from|by|at|aus|von|bei|en|à|au|par|por|con|da|uit|te|door|w|z|we|ze|i|från|av|fra|af)$/iu;

/** True when a name and its value are one phrase: "Roasted in" = "Tucson". */
export function opens(name: string): boolean {
  return opensPhrase.test(name);
}
