/** How a model refuses in one language. A sentence that begins with an opening and speaks of a task is a refusal. */
export interface RefusalWords {
  /** looked for where a sentence begins */
  opening: string;
  /** what a model is asked for, and a shop never speaks of in such a sentence */
  task: string;
}

const end = "(?![\\p{L}\\p{N}'’-])";

/** Rows by language; every expression is bounded and ends with a word. */
export const refusalWords: Readonly<Record<string, RefusalWords>> = {
  en: {
    opening: `(?:(?:(?:i['’]m|i am|we are|we['’]re) (?:very |so |really |truly )?(?:sorry|afraid)|sorry|my apologies|apologies|i apologi[sz]e|unfortunately|regrettably)${end}|i (?:can(?:['’]t|not| not)|won['’]t|could not|couldn['’]t|am (?:unable|not able|not allowed)|['’]m (?:unable|not able)|do not|don['’]t|must decline|have to decline)${end}|we (?:cannot|can['’]t|are (?:unable|not able))${end}|(?:unable|not able) to${end}|(?:this|your|that) request (?:violates|cannot|can['’]t|goes against)${end})`,
    task: `(?:(?:help|assist|comply|do that)(?=\\s*$)|(?:help|assist)(?: you)? with (?:this|that|your|the|(?:generating|writing|creating|providing|producing) (?:\\p{L}+ ){0,5}?(?:descriptions?|content|texts?|copy|titles?|bullets?))|request|(?:comply|help you)|(?:enough|sufficient|necessary|any) (?:\\p{L}+ )?(?:information|details|context)|(?:generate|write|create|provide|produce|complete) (?:\\p{L}+ ){0,5}?(?:descriptions?|content|texts?|copy|titles?|bullets?|responses?|information))${end}`,
  },
  de: {
    opening: `(?:(?:es )?tut mir (?:sehr |wirklich )?leid|entschuldigung|verzeihung|leider|ich (?:kann|darf|konnte|bin|habe)|wir können)${end}`,
    task: `(?:(?:anfrage|aufforderung|anliegen)\\p{L}*|(?:weiter|be)?helfen|behilflich|(?:genügend|ausreichend\\p{L}*|keine|genug) (?:\\p{L}+ )?(?:informationen|angaben|daten)|(?:beschreibung|text|texte|titel|inhalte?) (?:\\p{L}+ ){0,3}?(?:erstellen|schreiben|verfassen|liefern|generieren))${end}`,
  },
  fr: {
    opening: `(?:(?:je suis |nous sommes )?(?:vraiment |sincèrement )?désolée?s?|je regrette|malheureusement|je ne (?:peux|puis|suis|dispose)|nous ne pouvons|toutes mes excuses)${end}`,
    task: `(?:(?:cette|votre|ta) (?:demande|requête)|(?:vous|t['’]|d['’]) ?aider|(?:répondre|satisfaire|accéder) à (?:cette|votre|ta)|(?:assez|suffisamment) d['’](?:informations?|éléments)|(?:générer|rédiger|fournir|écrire|créer) (?:\\p{L}+ ){0,5}?(?:description|texte|contenu|titre|informations?))${end}`,
  },
  es: {
    opening: `(?:lo siento|lo lamento|lamento|disculpa|disculpe|perdona|desafortunadamente|lamentablemente|no (?:puedo|podemos|tengo|dispongo))${end}`,
    task: `(?:(?:esta|tu|su|la) (?:solicitud|petición)|ayudar(?:te|le|los)?(?: con| en)?|suficiente (?:información|contexto)|(?:generar|escribir|proporcionar|crear|redactar) (?:\\p{L}+ ){0,5}?(?:descripción|texto|contenido|título|información))${end}`,
  },
  pt: {
    opening: `(?:desculpe|desculpa|lamento|sinto muito|infelizmente|(?:eu )?não (?:posso|consigo|tenho|podemos))${end}`,
    task: `(?:(?:este|esse|esta|essa|seu|teu|o) (?:pedido|solicitação)|(?:esta|essa|sua) solicitação|ajud(?:ar|á-lo|á-la)(?: com| em)?|informaç(?:ão|ões) suficientes?|(?:gerar|escrever|fornecer|criar) (?:\\p{L}+ ){0,5}?(?:descrição|texto|conteúdo|título|informações))${end}`,
  },
  it: {
    opening: `(?:mi dispiace|mi spiace|spiacente|purtroppo|non (?:posso|sono in grado|ho|possiamo)|mi scuso)${end}`,
    task: `(?:(?:questa|tua|vostra|sua|la) richiesta|aiutar(?:ti|la|vi|e)(?: con)?|informazioni sufficienti|abbastanza informazioni|(?:generare|scrivere|fornire|creare) (?:\\p{L}+ ){0,5}?(?:descrizione|testo|contenuto|titolo|informazioni))${end}`,
  },
  nl: {
    opening: `(?:het spijt me|sorry|excuses|mijn excuses|helaas|ik (?:kan|mag|heb|ben))${end}`,
    task: `(?:(?:dit|uw|je|jouw) (?:verzoek|aanvraag)|(?:u |je |daarmee |niet )helpen|(?:genoeg|voldoende) (?:informatie|gegevens)|(?:beschrijving|tekst|inhoud|titel) (?:\\p{L}+ ){0,3}?(?:schrijven|genereren|maken|geven))${end}`,
  },
  sv: {
    opening: `(?:jag är (?:verkligen )?ledsen|tyvärr|förlåt|ursäkta|jag kan (?:tyvärr )?inte|jag har inte)${end}`,
    task: `(?:(?:denna|den här|din) (?:begäran|förfrågan)|hjälpa (?:dig|till)|tillräckligt med information|(?:skriva|skapa|generera) (?:\\p{L}+ ){0,4}?(?:beskrivning|text|innehåll|titel))${end}`,
  },
  da: {
    opening: `(?:jeg (?:er (?:virkelig )?(?:ked af det|lei meg)|beklager|kan (?:desværre |dessverre )?ikke|har ikke)|beklager|desværre|dessverre|undskyld)${end}`,
    task: `(?:(?:denne|din) (?:anmodning|anmodningen|forespørsel|forespørselen|forespørgsel)|hjælpe(?: dig| med)?|hjelpe(?: deg| med)?|(?:nok|tilstrækkelig|tilstrekkelig) information|(?:skrive|lave|lage|generere) (?:\\p{L}+ ){0,4}?(?:beskrivelse|tekst|indhold|innhold|titel|tittel))${end}`,
  },
  fi: {
    opening: `(?:olen pahoillani|pahoittelen|valitettavasti|anteeksi|en (?:voi|pysty))${end}`,
    task: `(?:(?:pyyntö|pyynn)\\p{L}*|auttaa(?: sinua| tässä)?|tarpeeksi tietoa|(?:kirjoittaa|luoda) (?:\\p{L}+ ){0,3}?(?:kuvau|teksti|sisältö)\\p{L}*)${end}`,
  },
  pl: {
    opening: `(?:przepraszam|przykro mi|niestety|nie (?:mogę|jestem w stanie|mam))${end}`,
    task: `(?:(?:prośb|zapytani|żądani|polecen)\\p{L}*|pomóc(?: w| ci| panu| pani)?|(?:wystarczających|wystarczająco) (?:\\p{L}+ )?(?:informacji|danych)|(?:napisać|wygenerować|stworzyć|utworzyć) (?:\\p{L}+ ){0,4}?(?:opis|tekst|treść|tytuł)\\p{L}*)${end}`,
  },
  cs: {
    opening: `(?:omlouvám se|promiňte|bohužel|lituji|je mi líto|nemohu|nemůžu)${end}`,
    task: `(?:(?:požadav|žádost)\\p{L}*|pomoci|pomoct|dostatek informací|(?:napsat|vytvořit|vygenerovat) (?:\\p{L}+ ){0,4}?(?:popis|text|obsah|název)\\p{L}*)${end}`,
  },
  ru: {
    opening: `(?:извините|простите|к сожалению|мне очень жаль|прошу прощения|я не (?:могу|в состоянии))${end}`,
    task: `(?:(?:запрос|просьб)\\p{L}*|помочь|достаточно (?:информации|данных)|(?:написать|создать|предоставить|сгенерировать) (?:\\p{L}+ ){0,4}?(?:описани|текст|контент|заголов)\\p{L}*)${end}`,
  },
  uk: {
    opening: `(?:вибачте|перепрошую|на жаль|мені шкода|я не можу)${end}`,
    task: `(?:(?:запит|прохан)\\p{L}*|допомогти|достатньо (?:інформації|даних)|(?:написати|створити|надати) (?:\\p{L}+ ){0,4}?(?:опис|текст|контент|заголов)\\p{L}*)${end}`,
  },
  tr: {
    opening: `(?:üzgünüm|maalesef|özür dilerim|ne yazık ki)${end}`,
    task: `(?:(?:isteğ|talebi|talep)\\p{L}*|yardımcı ol\\p{L}*|yeterli bilgi\\p{L}*)${end}`,
  },
};

/** A model that says what it is, and goes on about itself. */
export const selfNames: readonly string[] = [
  "as an? (?:ai|a\\.i\\.|artificial intelligence|large language model|language model)(?: (?:language model|model|assistant|system))?,? (?:i|i['’]m|my|we)",
  "als (?:ki|k\\.i\\.|künstliche intelligenz|sprachmodell|ki-modell|ki-sprachmodell|ki-assistent)(?:,)? (?:kann|darf|bin|habe|ist es|möchte|muss) (?:ich|mir)",
  "en tant qu['’](?:ia|intelligence artificielle|assistant ia|assistant|modèle de langage),? (?:je|mon|il m['’])",
  "como (?:una? )?(?:ia|inteligencia artificial|modelo de lenguaje|asistente de ia),? (?:yo|no|mi|puedo|estoy)",
  "como (?:uma? )?(?:ia|inteligência artificial|modelo de linguagem),? (?:eu|não|minha|posso|estou)",
  "(?:come|in quanto) (?:ia|intelligenza artificiale|modello linguistico),? (?:io|non|posso|sono|il mio)",
  "als (?:ai|taalmodel|ai-taalmodel|ai-model|kunstmatige intelligentie),? (?:kan|mag|ben|heb) ik",
  "jako (?:model językowy|sztuczna inteligencja|si),? (?:nie|mogę|jestem)|jako (?:jazykový model|umělá inteligence),? (?:ne|mohu|jsem)\\p{L}*",
  "som (?:en )?(?:ai|ai-modell|ai-model|språkmodell|sprogmodel|språkmodel),? (?:kan|är|er|har) (?:jag|jeg)",
  "как (?:языковая модель|искусственный интеллект|ии),? (?:я|мне)",
].map((name) => `(?:${name})${end}`);

/** Scripts without spaces, and languages of which only the usual sentences are known: apology and task in one sentence. */
export const wholeRefusals: readonly RegExp[] = [
  /(?:申し訳|恐れ入りますが|残念ながら|すみません)[^。！\n]{0,40}(?:ご?依頼|リクエスト|ご要望|お応え|お手伝い|お答え|回答|生成|作成|文章)[^。！\n]{0,20}(?:できません|できかねます|いたしかねます|ません)/u,
  /(?:AI|言語モデル|人工知能)として[、,]?[^。\n]{0,30}(?:できません|私は)/u,
  /(?:我|我们|我們|本(?:模型|助手))(?:无法|無法|不能|没有办法|沒有辦法)[^。！\n]{0,12}(?:请求|請求|要求|帮助|幫助|回答|生成|撰写|撰寫|描述|内容|內容|信息|資訊|任务|任務)/u,
  /(?:作为|作為)(?:一个|一個|一名)?(?:AI|人工智能|人工智慧|语言模型|語言模型)(?:助手|模型|语言模型)?[，,]?我/u,
  /(?:죄송|유감)[^.!\n]{0,30}(?:요청|도와|도움|생성|작성|답변|정보)[^.!\n]{0,30}(?:없습니다|못합니다|어렵습니다)/u,
  /도와드릴 수 없습니다|요청을 (?:수행|처리)할 수 없습니다/u,
  /(?:ขออภัย|ขอโทษ)[^\n]{0,40}(?:คำขอ|ช่วยเหลือ|ตอบ|สร้างเนื้อหา)/u,
  /(?:عذرا|عذرًا|آسف|أعتذر)[^.!\n]{0,40}(?:طلب|مساعدت|لا يمكنني|لا أستطيع)/u,
  /(?:סליחה|מצטער|לצערי)[^.!\n]{0,40}(?:בקשה|לעזור|איני יכול|לא יכול)/u,
];
