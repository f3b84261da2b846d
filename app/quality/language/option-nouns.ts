/** What options are most often called, by language, in singular and, where the stem changes, in plural. */
const rows: Readonly<Record<string, string>> = {
  color:
    "color|colour|colorway|shade|farbe|couleur|coloris|teinte|colore|kleur|cor|cores|kolor|färg|farve|farge|väri|barva|farba|szín|culoare|culori|boja|boje|цвят|χρώμα|χρώματα|värv|krāsa|spalva|renk|цвет|колір|кольор|لون|ألوان|צבע|色|カラー|颜色|顏色|색상|컬러|สี|màu",
  size: "size|größe|groesse|taille|talla|tamaño|taglia|misura|maat|tamanho|rozmiar|storlek|størrelse|koko|velikost|veľkosť|méret|mărime|mărimi|veličina|размер|μέγεθος|μεγέθη|suurus|izmērs|dydis|beden|boyut|размір|розмір|مقاس|مقاسات|מידה|サイズ|尺码|尺碼|尺寸|사이즈|크기|ขนาด|kích thước",
  scent:
    "scent|fragrance|duft|parfum|senteur|fragancia|aroma|profumo|fragranza|geur|fragrância|zapach|doft|duft|tuoksu|vůně|vôňa|illat|miros|miris|аромат|άρωμα|lõhn|aromāts|kvapas|koku|запах|عطر|香り|香味|향",
  flavor:
    "flavor|flavour|taste|geschmack|sorte|saveur|goût|parfum|sabor|gusto|smaak|smak|smag|maku|příchuť|príchuť|íz|aromă|okus|вкус|γεύση|maitse|garša|skonis|lezzet|aroma|смак|نكهة|味|フレーバー|口味|맛",
  pattern:
    "pattern|design|style|motif|muster|motiv|dessin|estampado|diseño|motivo|fantasia|dessin|estampa|wzór|mönster|mønster|kuosi|vzor|minta|model|uzorak|мотив|σχέδιο|muster|raksts|raštas|desen|узор|візерунок|نمط|柄|デザイン|图案|圖案|패턴|디자인",
  length:
    "length|länge|longueur|largo|longitud|lunghezza|lengte|comprimento|długość|längd|længde|lengde|長さ|长度|길이",
  material: "material|matière|materiale|materiaal|materiał|materia|matériau|materiál|素材|材质|소재",
  version:
    "version|variant|variante|versión|versione|variante|versie|versão|wersja|utförande|udgave|バージョン|版本|버전",
};

let known: ReadonlyMap<string, readonly string[]> | undefined;

/** The names of an option in all languages: a text in another one counts "drei Farben" of the option `Color`. */
export function namesOfOption(name: string): readonly string[] {
  known ??= new Map(
    Object.values(rows).flatMap((row) => {
      const words = [...new Set(row.split("|"))];
      return words.map((word): [string, readonly string[]] => [word, words]);
    }),
  );
  const lower = name.normalize("NFKC").toLowerCase().trim();
  const own = lower.split(/[\s/_-]+/u).filter((word) => word !== "");
  const names = own.flatMap((word) => known?.get(word) ?? known?.get(word.replace(/(?:e?s|n)$/u, "")) ?? []);
  return [...new Set([...own, ...names])];
}
