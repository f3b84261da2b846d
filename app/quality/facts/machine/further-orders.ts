import type { Orders } from "./orders.ts";

/** The plainest orders of further languages; see {@link Orders}. To be told not to ignore something is none. */
export const furtherOrders: Readonly<Record<string, Orders>> = {
  cs: {
    strong: [
      "(?:ignoruj|zapomeň|nedbej|přehlížej|neřiď se|zahoď|obejdi)(?:te)?_~(?:předchozí|předešl|dosavadní|výše|všechn|všem|svoje|své)~(?:pokyn|instrukc|příkaz|pravid|prompt|zadání)",
      "(?:pro|pozor|vzkaz pro|poznámka pro|určeno pro) ?(?:ai|umělou inteligenci|jazykový model|chatbota|llm) ?:",
      "(?:pokud|jestli|jestliže) (?:jsi|jste|toto čte|to čte) (?:ai|umělá inteligence|jazykový model|llm|chatbot|bot)_",
      "(?:přidej|vlož|napiš|uveď|zmiň|připoj|zopakuj)(?:te)?_~(?:do|v|ke?|na konec|na začátek) (?:každ|všech)\\p{L}* (?:\\p{L}+ )?(?:text|popis|titul|nadpis|odpověď|odpověd|odstav)",
      '(?:odpověz|odpovídej|vypiš)(?:te)?_ (?:pouze|jen|jenom)_[^\\n]{0,25}[:"“„«]',
      "^(?:systém|system|asistent|admin) ?: ?(?:musíš|jsi|ignoruj|zapomeň|napiš|vždy|přidej)",
      "(?:od teď|od nynějška|nyní) (?:jsi|piš|odpovídej|přidávej|musíš)_",
    ],
    weak: "(?:vždy |také |prosím |a )*(?:napiš|uveď|zmiň|přidej|tvrď|řekni|vlož)_",
  },
  sk: {
    strong: [
      "(?:ignoruj|zabudni|nedbaj|prehliadaj|zahoď|obíď)(?:te)?_~(?:predchádzajúc|predošl|doterajš|vyššie|všetk|svoj)~(?:pokyn|inštrukci|príkaz|pravid|prompt|zadan)",
      "(?:pre|pozor|odkaz pre|poznámka pre) ?(?:ai|umelú inteligenciu|jazykový model|chatbota|llm) ?:",
      "(?:ak|pokiaľ) (?:si|ste|toto číta) (?:ai|umelá inteligencia|jazykový model|llm|chatbot|bot)_",
      "(?:pridaj|vlož|napíš|uveď|spomeň|pripoj|zopakuj)(?:te)?_~(?:do|v|na koniec|na začiatok) (?:každ|všetk)\\p{L}* (?:\\p{L}+ )?(?:text|popis|titul|nadpis|odpoveď|odpoved)",
      '(?:odpovedz|odpovedaj|vypíš)(?:te)?_ (?:iba|len)_[^\\n]{0,25}[:"“„«]',
      "^(?:systém|system|asistent|admin) ?: ?(?:musíš|si|ignoruj|zabudni|napíš|vždy|pridaj)",
    ],
    weak: "(?:vždy |tiež |prosím |a )*(?:napíš|uveď|spomeň|pridaj|tvrď|povedz|vlož)_",
  },
  fi: {
    strong: [
      "(?<!älä |älkää )(?:unohda|ohita|jätä huomiotta|sivuuta|älä noudata|hylkää)_~(?:aiem|edelli|yllä|kaikki|kaikkia|omat)~(?:ohje|käsky|määräy|sään|kehote)",
      "(?:tekoälylle|tekoälyä varten|viesti tekoälylle|huomio tekoäly|kielimallille|chatbotille) ?:",
      "jos (?:olet|tätä lukee) (?:tekoäly|kielimalli|llm|chatbot|botti)",
      "(?:lisää|kirjoita|mainitse|liitä|toista)_~(?:jokais|kaikki|kaikkiin)\\p{L}* (?:\\p{L}+ )?(?:tekst|kuvau|otsik|vastau)",
      '(?:vastaa|tulosta)_ (?:vain|ainoastaan|pelkästään)_[^\\n]{0,25}[:"“„«]',
      "^(?:järjestelmä|system|avustaja|ylläpito) ?: ?(?:sinun|olet|unohda|kirjoita|aina|lisää|mainitse)",
    ],
    weak: "(?:aina |myös |ja )*(?:kirjoita|mainitse|sano|lisää|väitä)_",
  },
  hu: {
    strong: [
      "(?<!ne )(?:hagyd figyelmen kívül|felejtsd el|ne vedd figyelembe|mellőzd|írd felül)_~(?:korábbi|előző|fenti|minden|összes|eddigi)~(?:utasítás|szabály|parancs|prompt|útmutat)",
      "(?:korábbi|előző|fenti|eddigi|összes)_~(?:utasítás|szabály|parancs|útmutatás)\\p{L}*_~(?:hagyd|felejtsd|mellőzd|ne vedd|írd felül)",
      "(?:az? )?(?:ai-?|mi-?|mesterséges intelligenciá|nyelvi modell|chatbot|llm-?)(?:nak|nek)(?: szóló üzenet)? ?:",
      "ha (?:te )?(?:egy )?(?:mesterséges intelligencia|nyelvi modell|llm|chatbot|bot)(?: vagy)?_",
      "(?:add hozzá|írd|illeszd|tedd|említsd)_~(?:minden|az összes|valamennyi) (?:\\p{L}+ )?(?:szöveg|leírás|cím|válasz)",
      "(?:csak|kizárólag) (?:ezt|azt|ennyit|a következőt|ezzel)_~(?:válaszold|válaszolj)",
      "^(?:rendszer|system|asszisztens) ?: ?(?:írd|mindig|felejtsd|hagyd|említsd|mondd|meg kell)",
    ],
    weak: "(?:mindig |kérlek |és )*(?:írd|említsd|mondd|állítsd|add)_",
  },
  ro: {
    strong: [
      "(?<!nu )(?:ignoră|ignorați|uită|uitați|nu ține cont|sari peste|suprascrie)_~(?:instrucțiun|regul|indicați|comen|prompt|ordin)\\p{L}*_?~(?:anterioar|precedent|de mai sus|tale|toate|$)",
      "(?:pentru|către|mesaj pentru|notă pentru) (?:ai|inteligența artificială|modelul de limbaj|modelul lingvistic|chatbot|llm) ?:",
      "dacă ești (?:un |o )?(?:ia|ai|inteligență artificială|model de limbaj|model lingvistic|llm|chatbot|bot)_",
      "(?:adaugă|scrie|inserează|include|menționează|pune)_~(?:în|la|la finalul|la începutul) (?:fiecare|toate|fiecărui|oricare) (?:\\p{L}+ )?(?:text|descrier|titlu|răspuns)",
      '(?:răspunde|afișează)_ (?:doar|numai)_[^\\n]{0,25}[:"“„«]',
      "^(?:sistem|system|asistent) ?: ?(?:trebuie|ești|ignoră|scrie|mereu|întotdeauna|menționează|adaugă)",
    ],
    weak: "(?:mereu |întotdeauna |te rog |și )*(?:scrie|menționează|spune|adaugă|afirmă)_",
  },
  el: {
    strong: [
      "(?<!μην |μη )(?:αγνόησε|αγνοήστε|ξέχασε|ξεχάστε|παράβλεψε|παράκαμψε)_~(?:προηγούμεν|παραπάνω|όλες|κάθε)~(?:οδηγί|εντολ|κανόν|κανον)",
      "(?:προς|για|μήνυμα προς|σημείωση για) (?:την? |το )?(?:τεχνητή νοημοσύνη|τν|ai|γλωσσικό μοντέλο|llm|chatbot) ?:",
      "αν (?:είσαι|είστε) (?:ένα |μια )?(?:τεχνητή νοημοσύνη|γλωσσικό μοντέλο|ai|llm|chatbot|bot)_",
      "(?:πρόσθεσε|προσθέστε|γράψε|γράψτε|βάλε|ανάφερε|αναφέρετε)_~(?:σε|στο|στην) (?:κάθε|όλα|όλες) (?:τα |τις )?(?:\\p{L}+ )?(?:κείμεν|περιγραφ|τίτλ|απάντησ|απαντήσ)",
      '(?:απάντησε|απαντήστε)_ (?:μόνο|αποκλειστικά)_[^\\n]{0,25}[:"“„«]',
      "^(?:σύστημα|system|βοηθός) ?: ?(?:πρέπει|είσαι|αγνόησε|γράψε|πάντα|πρόσθεσε)",
    ],
    weak: "(?:πάντα |επίσης |και )*(?:γράψε|ανάφερε|πες|πρόσθεσε|ισχυρίσου)_",
  },
  uk: {
    strong: [
      "(?<!не )(?:ігноруй|ігноруйте|забудь|забудьте|не зважай|відкинь|проігноруй)_~(?:попередн|вище|усі|всі|свої|ваші)~(?:інструкці|вказівк|наказ|правил|промпт)",
      "(?:для|до|повідомлення для|примітка для) (?:ші|штучного інтелекту|мовної моделі|нейромережі|чат-?бота|llm|ai) ?:",
      "якщо (?:ти|ви|це читає) ?(?:—|-|є)? ?(?:мовна модель|штучний інтелект|ші|нейромережа|llm|чат-?бот|бот)_",
      "(?:додай|додайте|напиши|напишіть|встав|вставте|згадай|згадайте)_~(?:до|у|в|наприкінці|на початку) (?:кожн|усі|всі)\\p{L}* (?:\\p{L}+ )?(?:текст|опис|заголов|відповід)",
      '(?:відповідай|відповідайте|дай відповідь|виведи)_ (?:лише|тільки|виключно)_[^\\n]{0,25}[:"“„«]',
      "^(?:система|system|асистент) ?: ?(?:ти|ви|ігноруй|забудь|напиши|завжди|додай)",
    ],
    weak: "(?:завжди |також |і |й )*(?:напиши|згадай|скажи|додай|стверджуй)_",
  },
  bg: {
    strong: [
      "(?<!не )(?:игнорирай|игнорирайте|забрави|забравете|пренебрегни|не се съобразявай)_~(?:предишн|предходн|горн|всички|досегашн)~(?:инструкц|указан|правил|команд|промпт)",
      "(?:за|до|към|съобщение до|бележка за) (?:ии|ai|изкуствения интелект|изкуствен интелект|езиковия модел|чатбота|llm) ?:",
      "ако (?:си|сте|това се чете от) (?:ии|ai|изкуствен интелект|езиков модел|llm|чатбот|бот)_",
      "(?:добави|добавете|напиши|напишете|вмъкни|спомени|споменете)_~(?:към|в|във|накрая на|в началото на) (?:всек|всички)\\p{L}* (?:\\p{L}+ )?(?:текст|описан|заглав|отговор)",
      '(?:отговори|отговаряй|изведи)_ (?:само|единствено)_[^\\n]{0,25}[:"“„«]',
      "^(?:система|system|асистент) ?: ?(?:трябва|ти|игнорирай|напиши|винаги|добави)",
    ],
    weak: "(?:винаги |също |и )*(?:напиши|спомени|кажи|добави|твърди)_",
  },
  hr: {
    strong: [
      "(?<!ne |nemoj |nemojte )(?:zanemari|ignoriraj|ignoriši|zaboravi|ne obaziri se|pregazi)(?:te)?_~(?:prethodn|ranij|gornj|sve|svoje|dosadašnj)~(?:uput|instrukcij|pravil|nared|prompt|naredb)",
      "(?:za|poruka za|napomena za) (?:ai|umjetnu inteligenciju|veštačku inteligenciju|jezični model|jezički model|chatbota|llm) ?:",
      "ako (?:si|ste|ovo čita) (?:ai|umjetna inteligencija|veštačka inteligencija|jezični model|jezički model|llm|chatbot|bot)_",
      "(?:dodaj|napiši|umetni|spomeni|navedi|ubaci)(?:te)?_~(?:u|na kraj|na početak|svakom|svakome) (?:svak|sve)\\p{L}* (?:\\p{L}+ )?(?:tekst|opis|naslov|odgovor)",
      '(?:odgovori|odgovaraj|ispiši)(?:te)?_ (?:samo|isključivo)_[^\\n]{0,25}[:"“„«]',
      "^(?:sustav|sistem|system|pomoćnik) ?: ?(?:moraš|ti si|zanemari|napiši|uvijek|uvek|dodaj)",
    ],
    weak: "(?:uvijek |uvek |također |i )*(?:napiši|spomeni|reci|dodaj|tvrdi|navedi)_",
  },
  ar: {
    strong: [
      "(?<![\u0621-\u0647\u0649\u064a])(?:تجاهل|انس|انسَ|لا تتبع|تخط)[^\\n]{0,30}(?:التعليمات|الأوامر|القواعد|التوجيهات|ما سبق)",
      "(?:إلى|لـ|ملاحظة ل|رسالة إلى) ?(?:الذكاء الاصطناعي|لذكاء الاصطناعي|لنموذج اللغوي|نموذج اللغة|روبوت الدردشة)[^\\n]{0,10}:",
      "(?:إذا|إن) كنت (?:نموذج|نموذجا|نموذجًا|ذكاء|روبوت)",
      "(?:أضف|اكتب|أدرج|اذكر|ضع)[^\\n]{0,60}(?:في|إلى) (?:كل|جميع) (?:نص|وصف|عنوان|النصوص|الأوصاف|العناوين|فقرة)",
      '(?:أجب|رد) (?:فقط|بـ|ب)[^\\n]{0,25}[:"“„«]',
      "(?:النظام|system) ?: ?(?:يجب|أنت|تجاهل|اكتب|دائما|أضف)",
    ],
    weak: "(?:دائما |أيضا )*(?:اكتب|اذكر|قل|أضف)",
  },
  he: {
    strong: [
      "(?<![\u05d0-\u05ea])(?:התעלם|התעלמי|התעלמו|שכח|שכחי|אל תציית)[^\\n]{0,30}(?:ההוראות|הוראות|הכללים|ההנחיות|הפקודות)",
      "(?:אל|ל|הודעה ל|הערה ל)-?(?:בינה המלאכותית|בינה מלאכותית|מודל השפה|מודל שפה|ai|צ'אטבוט) ?:",
      "אם (?:אתה|את|אתם) (?:מודל שפה|בינה מלאכותית|בוט|צ'אטבוט|ai)",
      "(?:הוסף|הוסיפי|כתוב|כתבי|ציין|הכנס)[^\\n]{0,60}(?:לכל|בכל|לכל ה|בסוף כל) ?(?:טקסט|תיאור|כותרת|תשובה|הטקסטים|התיאורים)",
      '(?:ענה|עני|השב) (?:רק|אך ורק|בלבד)[^\\n]{0,25}[:"“„«]',
      "(?:מערכת|system) ?: ?(?:עליך|אתה|התעלם|כתוב|תמיד|הוסף)",
    ],
    weak: "(?:תמיד |גם )*(?:כתוב|ציין|אמור|הוסף)",
  },
  hi: {
    strong: [
      "(?:पिछले|पहले के|ऊपर के|सभी|सारे)[^\\n]{0,30}(?:निर्देश|आदेश|नियम)[^\\n]{0,20}(?:अनदेखा|नज़रअंदाज़|नजरअंदाज|भूल|छोड़)(?! न|ना न)",
      "(?:एआई|ai|भाषा मॉडल|चैटबॉट|कृत्रिम बुद्धिमत्ता) (?:के लिए|को)[^\\n]{0,10}:",
      "(?:अगर|यदि) (?:आप|तुम)[^\\n]{0,12}(?:भाषा मॉडल|एआई|ai|चैटबॉट|बॉट)",
      "(?:हर|प्रत्येक|सभी) (?:पाठ|टेक्स्ट|विवरण|शीर्षक|उत्तर|जवाब)[^\\n]{0,60}(?:जोड़|लिख|डाल)",
      "(?:केवल|सिर्फ|सिर्फ़)[^\\n]{0,40}(?:उत्तर दें|जवाब दें)",
    ],
    weak: "(?:हमेशा |भी )*(?:लिखें|लिखो|कहें|बताएं)",
  },
  th: {
    strong: [
      "(?<!อย่า|ห้าม|ไม่ควร)(?:เพิกเฉย|ละเว้น|ลืม|ไม่ต้องสนใจ|มองข้าม)[^\\n]{0,30}(?:คำสั่ง|คำแนะนำ|กฎ)",
      "(?:ถึง|สำหรับ|เรียน) ?(?:ai|เอไอ|ปัญญาประดิษฐ์|โมเดลภาษา|แชตบอต|แชทบอท) ?:",
      "(?:ถ้า|หาก)(?:คุณ|ท่าน|เธอ)?(?:เป็น|คือ) ?(?:โมเดลภาษา|แบบจำลองภาษา|ai|เอไอ|ปัญญาประดิษฐ์|แชตบอต|บอต)",
      "(?:เพิ่ม|ใส่|เขียน|ระบุ)[^\\n]{0,60}(?:ในทุก|ทุก) ?(?:ข้อความ|คำอธิบาย|ชื่อ|คำตอบ|ย่อหน้า)",
      'ตอบ(?:ด้วย|ว่า|เป็น)?(?:เพียง|แค่|เฉพาะ)[^\\n]{0,25}[:"“„«]',
    ],
    weak: "(?:เขียน|ระบุ|บอก|เพิ่ม)ว่า",
  },
  vi: {
    strong: [
      "(?<!đừng |không được |không nên |chớ )(?:bỏ qua|phớt lờ|quên|không tuân theo|đừng làm theo) ~(?:hướng dẫn|chỉ dẫn|chỉ thị|lệnh|quy tắc)",
      "(?:gửi|dành cho|lưu ý cho|nhắn) (?:ai|trí tuệ nhân tạo|mô hình ngôn ngữ|chatbot|llm) ?:",
      "nếu (?:bạn|anh|mày) là (?:một )?(?:ai|trí tuệ nhân tạo|mô hình ngôn ngữ|chatbot|bot|llm)_",
      "(?:thêm|chèn|viết|nhắc đến|ghi) ~(?:vào|trong|ở) (?:mọi|mỗi|tất cả(?: các)?) (?:văn bản|mô tả|tiêu đề|câu trả lời|đoạn)",
      '(?:chỉ|hãy chỉ) (?:trả lời|in ra)_[^\\n]{0,25}[:"“„«]',
    ],
    weak: "(?:luôn |hãy |cũng )*(?:viết|nói|thêm|ghi|khẳng định)_",
  },
  id: {
    strong: [
      "(?<!jangan )(?:abaikan|lupakan|jangan ikuti|kesampingkan)_~(?:instruksi|perintah|petunjuk|aturan|arahan)",
      "(?:untuk|kepada|catatan untuk|pesan untuk) (?:ai|kecerdasan buatan|model bahasa|chatbot|llm) ?:",
      "jika (?:anda|kamu|engkau) (?:adalah )?(?:sebuah )?(?:ai|kecerdasan buatan|model bahasa|chatbot|bot|llm)_",
      "(?:tambahkan|sisipkan|tulis|tuliskan|sebutkan|masukkan)_~(?:ke|di|pada|dalam) (?:setiap|semua|tiap) (?:\\p{L}+ )?(?:teks|deskripsi|judul|jawaban)",
      '(?:jawab|balas|keluarkan)_ (?:hanya|cukup)_[^\\n]{0,25}[:"“„«]',
    ],
    weak: "(?:selalu |juga |tolong )*(?:tulis|sebutkan|katakan|tambahkan|nyatakan)_",
  },
};
