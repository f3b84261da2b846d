/** Number words of languages that n2words does not know: the words of a value, empty where there is no row. */
export const wordsByHand: Readonly<Record<string, (value: number) => string[]>> = {
  bg: language({
    small:
      "нула един|една|едно два|две три четири пет шест седем осем девет десет единадесет|единайсет дванадесет|дванайсет тринадесет|тринайсет четиринадесет|четиринайсет петнадесет|петнайсет шестнадесет|шестнайсет седемнадесет|седемнайсет осемнадесет|осемнайсет деветнадесет|деветнайсет",
    tens: "двадесет тридесет четиридесет петдесет шестдесет седемдесет осемдесет деветдесет",
    join: (ten, one) => `${ten} и ${one}`,
    hundreds: "сто двеста триста четиристотин петстотин шестстотин седемстотин осемстотин деветстотин",
    thousand: "хиляда",
  }),
  et: language({
    small:
      "null üks|ühe kaks|kahe kolm|kolme neli|nelja viis|viie kuus|kuue seitse|seitsme kaheksa|kaheksa üheksa|üheksa kümme|kümne üksteist kaksteist kolmteist neliteist viisteist kuusteist seitseteist kaheksateist üheksateist",
    tens: "kakskümmend kolmkümmend nelikümmend viiskümmend kuuskümmend seitsekümmend kaheksakümmend üheksakümmend",
    join: (ten, one) => `${ten} ${one}`,
    hundreds: "sada kakssada kolmsada nelisada viissada kuussada seitsesada kaheksasada üheksasada",
    thousand: "tuhat",
  }),
  sk: language({
    small:
      "nula jeden|jedna|jedno|jednu dva|dve|dvoch tri|troch štyri|štyroch päť|piatich šesť sedem osem deväť desať jedenásť dvanásť trinásť štrnásť pätnásť šestnásť sedemnásť osemnásť devätnásť",
    tens: "dvadsať tridsať štyridsať päťdesiat šesťdesiat sedemdesiat osemdesiat deväťdesiat",
    join: (ten, one) => `${ten}${one}`,
    hundreds: "sto dvesto tristo štyristo päťsto šesťsto sedemsto osemsto deväťsto",
    thousand: "tisíc",
  }),
  sl: language({
    small:
      "nič en|ena|eno|eden dva|dve tri|trije štiri|štirje pet šest sedem osem devet deset enajst dvanajst trinajst štirinajst petnajst šestnajst sedemnajst osemnajst devetnajst",
    tens: "dvajset trideset štirideset petdeset šestdeset sedemdeset osemdeset devetdeset",
    join: (ten, one) => `${one}in${ten}`,
    hundreds: "sto dvesto tristo štiristo petsto šeststo sedemsto osemsto devetsto",
    thousand: "tisoč",
  }),
};

interface Rows {
  small: string;
  tens: string;
  join: (ten: string, one: string) => string;
  hundreds: string;
  thousand: string;
}

function language({ small, tens, join, hundreds, thousand }: Rows): (value: number) => string[] {
  const ones = small.split(" ").map((names) => names.split("|"));
  const tenWords = tens.split(" ");
  const hundredWords = hundreds.split(" ");
  return (value) => {
    if (value < ones.length) return ones[value] ?? [];
    if (value < 100) {
      const ten = tenWords[Math.floor(value / 10) - 2] ?? "";
      const one = value % 10;
      return one === 0 ? [ten] : (ones[one] ?? []).map((name) => join(ten, name));
    }
    if (value < 1_000) return value % 100 === 0 ? [hundredWords[value / 100 - 1] ?? ""] : [];
    return value === 1_000 ? [thousand] : [];
  };
}
