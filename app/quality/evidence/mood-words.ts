import { languageOf } from "./sentences.ts";

// Words that claim nothing of a product whatever stands beside them: invitations, and the small words that function-words.ts
// leaves out. Not among them: words that deny, which turn a claim round, adjectives that a shopper could check or feel misled by, e.g. soft, durable, safe, original.
const lists: Record<string, string> = {
  en: "discover enjoy meet explore imagine perfect lovely favourite favorite love welcome today tomorrow moment moments day days evening evenings morning mornings life everyday style look looks feel add treat yourself let make makes made bring brings give gives want wants need needs like just when where while than then them they their there here have has had been being was were will would could should can may more most much many any some all each other another one who what how why because but also even still yet too very this these those into onto over under between through during before after about within whether only own same so such up down out off new now ever always simply really get take goes",
  de: "entdecke entdecken genießen genieße freue freuen perfekt perfekte schön schöne schönen liebling lieblings heute morgen abend moment momente tag tage leben alltag stil mach machen macht bringt gibt gönn gönne wir uns unser unsere dein deine deinen deinem deiner euer eure ihren ihrem ihrer sein seine haben hat habe war waren werden würde kann können soll sollen muss müssen mehr viel viele alle alles jeder jedes jeden andere anderen wer was wie warum weil aber doch noch schon sehr nur immer einfach ganz so diese dieser dieses diesen dem den zwischen durch während vor nach über unter hinter wenn wo hier dort dann als man dich dir mir mich sie es du",
  fr: "découvrez découvrir profitez savourez imaginez parfait parfaite joli jolie aujourd'hui demain jour jours matin soir moment moments vie quotidien style faire fait font donne donner nous notre nos leur leurs être avoir ont était peut peuvent doit tout toute tous toutes autre autres qui quoi comment pourquoi mais aussi encore très toujours simplement entre pendant avant après sous lorsque quand où ici ils elles même si",
  es: "descubre disfruta imagina perfecto perfecta bonito bonita hoy mañana día días noche momento momentos vida estilo hacer hace hacen dar tener tiene tienen ser estar puede pueden debe todo toda todos todas otro otra otros otras quien cómo porque pero también aún siempre solo entre durante antes después sobre bajo cuando donde aquí nuestro nuestra nuestros nuestras tus sus ellos ellas mismo",
  it: "scopri scoprite goditi immagina perfetto perfetta bello bella oggi domani giorno giorni mattina sera momento momenti vita quotidiano stile fare fanno dare avere hanno essere può possono deve tutto tutta tutti tutte altro altra altri altre chi cosa come perché anche ancora molto sempre solo tra fra durante prima dopo sopra sotto quando dove qui nostro nostra tuo tua suo sua loro stesso",
  nl: "ontdek geniet stel perfect perfecte mooi mooie vandaag morgen dag dagen avond moment momenten leven stijl maken maakt geven geeft hebben heeft had worden kan kunnen moet alle alles andere wie wat hoe waarom omdat maar nog heel altijd gewoon tussen tijdens voor na over onder wanneer waar hier daar dan onze ons jouw zijn haar hun zelf wij jij zij",
  pt: "descubra aproveite imagine perfeito perfeita bonito bonita hoje amanhã dia dias noite momento momentos vida estilo fazer faz fazem dar ter tem têm ser estar pode podem deve todo toda todos todas outro outra outros outras quem como porque mas também ainda sempre só entre durante antes depois sobre sob quando onde aqui nosso nossa teu tua mesmo",
  sv: "upptäck njut perfekt perfekta vacker vackra idag imorgon dag dagar kväll stund stunder liv vardag stil göra gör ger ha hade bli blir alla allt annan andra vem vad hur varför men också ännu mycket alltid bara mellan under före efter över när där här då vår våra din ditt dina sitt sina själv",
};

const sets = new Map<string, ReadonlySet<string>>();

/** Words of a language that claim nothing; none for a language that is known. @param locale BCP-47 */
export function moodWords(locale: string): ReadonlySet<string> {
  const language = languageOf(locale);
  const known = sets.get(language);
  if (known) return known;
  const fresh = new Set((lists[language] ?? "").split(" ").filter((word) => word !== ""));
  sets.set(language, fresh);
  return fresh;
}
