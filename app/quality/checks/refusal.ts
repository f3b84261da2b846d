import type { CheckInput } from "../check-input.ts";
import type { Finding } from "../finding.ts";

/** A model that talks about itself instead of the product. Sticky: looked for where a sentence begins. */
const openings: RegExp = new RegExp(
  `(?:${[
    // English
    "(?:i['’]m|i am|we are|we['’]re) (?:very |so |really )?(?:sorry|afraid|unable|not able)",
    "(?:sorry|apologies),? (?:but )?(?:i|as an ai|this request|we)\\b",
    "my apologies|i apologi[sz]e",
    "(?:unfortunately,? )?(?:i|we) (?:can(?:['’]t|not| not)|won['’]t|could not|couldn['’]t|am unable to|do not|don['’]t) (?:\\p{L}+ )?(?:fulfill?|assist|help|comply|provide|generate|write|create|complete|produce|have (?:enough|access|sufficient))",
    "as an? (?:ai|artificial intelligence|large language model|language model|assistant)\\b",
    "(?:unable|not able) to (?:generate|write|create|comply|fulfill?)",
    "(?:this|your) request (?:violates|cannot be|can['’]t be)",
    // German
    "es tut mir (?:sehr )?leid|tut mir leid|entschuldigung, (?:aber )?ich|leider (?:kann|darf|konnte|ist es mir) (?:ich|nicht)",
    "als (?:ki|k\\.i\\.|künstliche intelligenz|sprachmodell)|ich kann (?:dir |ihnen |diese[nrms]? |dieser )?(?:\\p{L}+ )?(?:anfrage |dabei |leider )?nicht",
    // French
    "(?:je suis )?(?:vraiment )?désolée?,? (?:mais )?(?:je|nous)|je (?:suis|regrette)[^.]{0,20}désolée?|je ne peux pas|je ne suis pas en mesure",
    "en tant qu['’](?:ia|intelligence artificielle|assistant|modèle)",
    // Spanish, Portuguese, Italian
    "lo siento,? (?:pero|no|mucho)|lo lamento|no puedo (?:ayudar|cumplir|generar|escribir|proporcionar|crear)|como (?:ia|modelo de lenguaje|inteligencia artificial|asistente)",
    "desculpe,? (?:mas|não)|sinto muito,? (?:mas|não)|(?:eu )?não posso (?:ajudar|cumprir|gerar|escrever|fornecer|criar)|como (?:uma )?(?:ia|modelo de linguagem|inteligência artificial)",
    "mi dispiace,? (?:ma|non)|non posso (?:aiutar|soddisfare|generare|scrivere|fornire|creare)|come (?:ia|modello linguistico|intelligenza artificiale|assistente)",
    // Dutch, Scandinavian, Finnish
    "het spijt me|sorry,? maar ik|ik kan (?:deze |dit |u |je )?(?:\\p{L}+ )?niet|als (?:ai|taalmodel)",
    "jag är ledsen|tyvärr kan jag|jag kan (?:tyvärr )?inte|beklager|jeg kan (?:dessverre|desværre|ikke)|undskyld,? (?:men )?jeg|olen pahoillani|valitettavasti en",
    // Slavic, Turkish
    "przepraszam,? (?:ale)?|niestety nie mogę|jako (?:model|sztuczna inteligencja)|omlouvám se|bohužel nemohu|jako (?:jazykový model|umělá inteligence)",
    "извините|к сожалению,? я|я не могу|как (?:языковая модель|искусственный интеллект|ии)|вибачте|на жаль,? я|üzgünüm|maalesef,? (?:bu|ben)",
  ].join("|")})`,
  "iuy",
);

/** Scripts without spaces: the phrase itself is telling enough. */
const phrases =
  /申し訳(?:ありません|ございません)|お手伝いできません|お応えできません|(?:抱歉|对不起|對不起)[，,]|我(?:无法|無法|不能)(?:提供|帮助|幫助|满足|完成|生成)|作为(?:一个)?(?:AI|人工智能|语言模型)|作為(?:一個)?(?:AI|人工智慧|語言模型)|죄송합니다|도와드릴 수 없습니다|ขออภัย|عذرا|آسف/iu;

/** REFUSAL: the text is a model's apology or refusal instead of content. */
export function checkRefusal({ contentType, text, facts }: CheckInput): Finding[] {
  const words = (openingOf(text) ?? phrases.exec(text)?.[0])?.trim();
  if (words === undefined || facts.written.includes(words.toLowerCase())) return [];
  return [
    {
      code: "REFUSAL",
      description: `${contentType} reads like a refusal of the model: "${words.slice(0, 60)}"`,
      hint: "write about the product only",
    },
  ];
}

function openingOf(text: string): string | undefined {
  for (const at of sentenceStarts(text)) {
    openings.lastIndex = at;
    const words = openings.exec(text)?.[0];
    if (words !== undefined) return words;
  }
  return undefined;
}

/** The first sign of each sentence; one pass, however many line feeds follow each other. */
function* sentenceStarts(text: string): Generator<number> {
  const next = /\S/gu;
  const end = /[\n.!?。！]/gu;
  for (let from = 0; from < text.length; ) {
    next.lastIndex = from;
    const start = next.exec(text)?.index;
    if (start === undefined) return;
    yield start;
    end.lastIndex = start;
    const stop = end.exec(text)?.index;
    if (stop === undefined) return;
    from = stop + 1;
  }
}
