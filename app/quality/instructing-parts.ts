/** Words that a merchant asks for to the letter stand in quotes. */
const quoted =
  /"[^"\n]{1,400}"|“[^”\n]{1,400}”|„[^“”\n]{1,400}[“”]|«[^»\n]{1,400}»|「[^」\n]{1,400}」|『[^』\n]{1,400}』/gu;
/** Or behind a colon, where the words before it ask for them. */
const askedFor =
  /(?<!\p{L})(?:end|ends|close|finish|conclude|begin|start|open|add|append|include|insert|use|mention|state|say|write|put|slogan|sentence|phrase|line|wording|words|claim|beende|beenden|ende|schließe|schließen|beginne|beginnen|füge|ergänze|verwende|nutze|nenne|schreibe|satz|wortlaut|slogan|termine[rz]?|finis|commence[rz]?|ajoute[rz]?|utilise[rz]?|mentionne[rz]?|phrase|termina|terminar|acaba|empieza|comienza|añade|incluye|usa|menciona|frase|finisci|concludi|inizia|aggiungi|includi|menziona|eindig|sluit|begin|voeg|gebruik|vermeld|zin|termine|comece|adicione|inclua|use|frase|zakończ|dodaj|użyj|zdanie|avsluta|lägg|använd|mening|afslut|tilføj|avslutt|legg)(?!\p{L})[^:\n]{0,120}:/iu;
const forbids =
  /(?<!\p{L})(?:never|not|no|don['’]t|avoid|without|nie|niemals|nicht|kein\p{L}*|vermeide\p{L}*|ohne|jamais|pas|évite\p{L}*|sans|nunca|evita\p{L}*|sin|mai|non|senza|nooit|niet|geen|zonder|nunca|não|evite|nigdy|bez|aldrig|inte|ikke)(?!\p{L})/iu;
/** What is to be said, told in a clause. */
const clause =
  /(?<!\p{L})(?:say|mention|state|note|point out|emphasi[sz]e|stress|highlight|explain|tell|erwähne\p{L}*|sage|betone\p{L}*|nenne|schreibe|mentionne\p{L}*|dis|dites|précise\p{L}*|menciona|di|indica|menziona|vermeld|zeg|mencione|diga) (?:\p{L}+ ){0,3}?,?(?:that|dass|daß|que|che|dat) ([^.\n]{1,400})/giu;

/**
 * The parts of an instruction that tell how to write. What it wants to be in the text, a text may say: words in quotes, words behind
 * a colon that are asked for, and clauses with what is to be said.
 * @returns the rest in order; a row of words never spans what was left out
 */
export function partsThatInstruct(instruction: string): string[] {
  const cut = "\u0000";
  let rest = instruction;
  const asked = askedFor.exec(rest);
  if (asked && !forbids.test(asked[0]) && !forbids.test(rest.slice(0, asked.index))) {
    const from = asked.index + asked[0].length;
    rest = rest.slice(0, from);
  }
  if (!forbids.test(rest)) {
    rest = rest
      .replace(quoted, cut)
      .replace(clause, (words: string, said: string) => words.slice(0, words.length - said.length) + cut);
  }
  return rest.split(cut).filter((part) => part.trim() !== "");
}
