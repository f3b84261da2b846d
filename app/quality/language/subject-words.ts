/** How sentences of one language say of what the product itself is made. Words in small letters, with spaces between them. */
export interface SubjectWords {
  /** articles, demonstratives, forms of "to be" and adverbs beside the subject */
  small: ReadonlySet<string>;
  /** beginnings of participles: `made`, `gefertig` */
  made: readonly string[];
  /** between the product and its material */
  of: ReadonlySet<string>;
  /** endings that the product's noun may take as a subject */
  endings: RegExp | null;
  /** where an unknown adjective may be beside the product's noun without being another noun */
  adjective: "before" | "after" | null;
  /** a noun right behind a material makes it that noun's: "cotton yarn" */
  attributive: boolean;
  /** a word may end in the product's noun: `Leinenhemd` */
  compounds: boolean;
}

interface Row {
  small: string;
  made: string;
  of: string;
  endings?: string;
  adjective?: "before" | "after";
  attributive?: true;
  compounds?: true;
}

const rows: Readonly<Record<string, Row>> = {
  en: { small: "the this that these those our your its is are was a an all each every completely entirely fully wholly here comes", made: "made woven knit cut crafted sewn built carved spun forged turned cast tailored handmade handcrafted handwoven constructed fashioned moulded molded pure", of: "of from in out with", endings: "e?s", adjective: "before", attributive: true },
  de: { small: "der die das dieser diese dieses unser unsere dein deine ihr ihre ein eine ist sind wird werden wurde besteht bestehen komplett ganz vollständig hier", made: "gefertig hergestell gemach genäh gewebt gestrick gebaut geschnitz geschmiedet gedrechsel gegoss gearbeite geform geschneider rein pur", of: "aus", adjective: "before", compounds: true },
  nl: { small: "de het een deze dit dat onze ons je jouw uw is zijn wordt worden bestaat volledig helemaal geheel", made: "gemaakt vervaardigd geweven gebreid genaaid gesneden gegoten gesmeed gebouwd puur pure zuiver", of: "van uit in", adjective: "before", attributive: true, compounds: true },
  fr: { small: "le la les l ce cet cette ces notre nos votre vos un une est sont entièrement tout toute", made: "fait fabriqu tiss tricot cousu coup taill conç réalis sculpt forg moul confectionn pur", of: "en de d à partir avec", adjective: "after" },
  es: { small: "el la los las este esta estos estas nuestro nuestra tu su un una es son está están completamente totalmente todo toda", made: "hech fabricad tejid cosid cortad elaborad confeccionad tallad forjad fundid realizad pur", of: "de en con a partir", adjective: "after" },
  it: { small: "il lo la l i gli le questo questa questi queste quest nostro nostra un uno una è sono interamente completamente tutto tutta", made: "fatt realizzat tessut cucit prodott lavorat tagliat intagliat forgiat fus confezionat pur", of: "di in da con d", adjective: "after" },
  pt: { small: "o a os as este esta estes estas nosso nossa um uma é são totalmente inteiramente todo toda", made: "feit fabricad tecid cosid costurad confecionad confeccionad produzid talhad forjad fundid pur", of: "de em a partir com", adjective: "after" },
  ro: { small: "acest această acesta aceasta aceste un o este sunt e complet în întregime", made: "făcut fabricat realizat țesut cusut tricotat croit confecționat sculptat turnat pur", of: "din de", endings: "ul|a|ua|le|l|ele|ii", adjective: "after" },
  sv: { small: "den det de denna detta dessa vår vårt en ett är helt", made: "gjord gjort tillverka vävd vävt sydd sytt stickad stickat skuren svarvad smidd gjuten ren rent", of: "av i", endings: "n|en|et|t|na|arna|erna|orna", compounds: true },
  da: { small: "den det de denne dette disse vores en et er helt", made: "lavet fremstillet vævet syet strikket skåret drejet smedet støbt ren rent", of: "af i", endings: "n|en|et|t|ne|ene|erne", compounds: true },
  nb: { small: "den det de denne dette disse vår vårt en et er helt", made: "laget lagd produsert vevd vevet sydd strikket skåret dreid smidd støpt ren rent", of: "av i", endings: "n|en|et|t|ne|ene|a", compounds: true },
  fi: { small: "tämä se nämä on ovat kokonaan", made: "valmistettu tehty kudottu neulottu ommeltu veistetty taottu valettu", of: "", compounds: true },
  pl: { small: "ta ten to te nasz nasza nasze jest są w całości całkowicie", made: "wykonan uszyt zrobion utkan wydziergan wyciosan kut odlan wyprodukowan czyst", of: "z ze" },
  cs: { small: "ten ta to tento tato toto tyto náš naše je jsou celý celá celé", made: "vyroben ušit upleten utkán utkan zhotoven kován vyřezán odlit čist", of: "z ze" },
  sk: { small: "ten tá to tento táto toto tieto náš naša naše je sú celý celá celé", made: "vyroben ušit upleten utkan zhotoven kovan vyrezan odliat čist", of: "z zo" },
  hr: { small: "ovaj ova ovo ovi ove naš naša naše je su u cijelosti", made: "izrađen napravljen sašiven tkan ispleten kovan izliven čist", of: "od iz" },
  sr: { small: "ovaj ova ovo ovi ove naš naša naše je su овај ова ово ови ове наш наша наше је су", made: "izrađen napravljen sašiven tkan ispleten kovan čist израђен направљен сашивен ткан исплетен кован чист", of: "od iz од из" },
  sl: { small: "ta to te naš naša naše je so v celoti", made: "izdelan narejen sešit tkan spleten kovan ulit čist", of: "iz" },
  ru: { small: "этот эта это эти наш наша наше весь вся целиком полностью", made: "сшит связан соткан изготовлен сделан вырезан выкован отлит выполнен чист", of: "из" },
  uk: { small: "цей ця це ці наш наша наше весь вся цілком повністю", made: "пошит зшит зв'язан виткан виготовлен зроблен вирізан викуван відлит чист", of: "з із зі" },
  bg: { small: "този тази това тези нашият нашата е са изцяло", made: "направен изработен ушит изтъкан изплетен изкован излят произведен чист", of: "от", endings: "ът|ят|а|та|то|те|я" },
  el: { small: "το η ο τα οι αυτό αυτή αυτός είναι εξ ολοκλήρου", made: "φτιαγμέν κατασκευασμέν ραμμέν υφασμέν πλεγμέν σκαλισμέν κατασκευάζεται", of: "από" },
  tr: { small: "bu tamamen tümüyle", made: "", of: "" },
  hu: { small: "a az ez ezek teljesen", made: "", of: "", compounds: true },
  ko: { small: "이 본 저희 우리 이번", made: "", of: "", endings: "은|는|이|가" },
}; // biome-ignore format: a table

const readAs: Readonly<Record<string, string>> = { no: "nb", nn: "nb", bs: "hr" };
const made = new Map<string, SubjectWords | null>();

const setOf = (words: string) => new Set(words.split(" ").filter((word) => word !== ""));

/** @param locale BCP-47. @returns null for a language of which nothing is known */
export function subjectWords(locale: string): SubjectWords | null {
  const language = locale.split(/[-_]/)[0]?.toLowerCase() ?? "";
  const known = made.get(language);
  if (known !== undefined) return known;
  const row = rows[readAs[language] ?? language];
  const fresh: SubjectWords | null = row
    ? {
        small: setOf(row.small),
        made: [...setOf(row.made)],
        of: setOf(row.of),
        endings: row.endings === undefined ? null : new RegExp(`^(?:${row.endings})$`, "u"),
        adjective: row.adjective ?? null,
        attributive: row.attributive ?? false,
        compounds: row.compounds ?? false,
      }
    : null;
  made.set(language, fresh);
  return fresh;
}
