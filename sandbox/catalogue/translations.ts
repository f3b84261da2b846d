/** Translations that the sample store has when the app first comes: some whole, some outdated, some a person's own. */
export interface CatalogueTranslation {
  /** the title of the product, page, article, menu or link */
  of: string;
  locale: string;
  /** handle of the market whose own text it is; without it the text is read everywhere */
  market?: string;
  /** of a product: options and values by their own words, images by their alt text, metafields as `namespace.key` */
  texts: Record<string, string>;
  /** keys whose source was changed after they were translated */
  outdated?: readonly string[];
  daysAgo: number;
}

export const sampleTranslations: readonly CatalogueTranslation[] = [
  {
    of: "Marram Linen Shirt",
    locale: "de",
    daysAgo: 40,
    texts: {
      title: "Leinenhemd Marram",
      body_html:
        "<p>Ein gerade geschnittenes Leinenhemd mit kleinem Kragen und einer Brusttasche. Der Stoff wird in Guimarães gewebt und vor dem Nähen gewaschen, darum läuft es nicht ein.</p><ul><li>100 % europäisches Flachsleinen, 170 g/m²</li><li>Knöpfe aus Steinnuss</li><li>Seitliche Zwickel und geschlitzter Saum</li></ul>",
      product_type: "Hemden",
      meta_title: "Leinenhemd Marram | Fern & Field",
      meta_description: "Gewaschenes europäisches Leinen, gerade geschnitten, gefertigt in Portugal.",
      Color: "Farbe",
      Size: "Größe",
      White: "Weiß",
      Sand: "Sand",
      Navy: "Marineblau",
      "Linen shirt in white, front view": "Leinenhemd in Weiß, Vorderansicht",
      "specs.material": "100 % Leinen",
      "specs.fit": "Regulär",
      "specs.care": "Maschinenwäsche bei 30 °C",
    },
  },
  {
    of: "Marram Linen Shirt",
    locale: "fr",
    daysAgo: 310,
    outdated: ["body_html", "meta_description"],
    texts: {
      title: "Chemise en lin Marram",
      body_html:
        "<p>Une chemise en lin droite, à petit col et poche poitrine. Le tissu est tissé à Guimarães.</p><ul><li>100 % lin européen</li><li>Boutons en corozo</li></ul>",
      product_type: "Chemises",
      meta_description: "Lin européen lavé, coupe droite.",
      Color: "Couleur",
      Size: "Taille",
      White: "Blanc",
    },
  },
  {
    of: "Marram Linen Shirt",
    locale: "de",
    market: "de",
    daysAgo: 12,
    texts: { meta_description: "Gewaschenes europäisches Leinen, in zwei Tagen bei Ihnen. Kostenlos ab 80 €." },
  },
  { of: "Marram Linen Shirt", locale: "ja", daysAgo: 3, texts: { title: "マラム リネンシャツ" } },
  {
    of: "Marram Linen Shirt",
    locale: "ar",
    daysAgo: 90,
    texts: {
      title: "قميص مارام من الكتان",
      body_html: "<p>قميص كتان بقصّة مستقيمة وياقة صغيرة وجيب واحد على الصدر.</p>",
    },
    outdated: ["body_html"],
  },
  {
    of: "Heavyweight Pocket Tee",
    locale: "de",
    daysAgo: 200,
    texts: {
      title: "Schweres T-Shirt mit Tasche",
      body_html: "<p>Dichter Baumwolljersey, der seine Form behält.</p>",
      product_type: "T-Shirts",
      Black: "Schwarz",
      Ecru: "Ecru",
    },
  },
  {
    of: "Heavyweight Pocket Tee",
    locale: "fr",
    daysAgo: 200,
    texts: {
      title: "T-shirt épais à poche",
      body_html: "<p>Un jersey de coton dense qui garde sa forme.</p>",
      "specs.material": "100 % coton biologique",
    },
  },
  { of: "Heavyweight Pocket Tee", locale: "pt-BR", daysAgo: 5, texts: { title: "Camiseta encorpada com bolso" } },
  {
    of: "Alpaca Fisherman Sweater",
    locale: "de",
    daysAgo: 420,
    outdated: ["title"],
    texts: {
      title: "Alpaka-Pullover",
      body_html:
        "<p>Patentmuster, in einem Stück gestrickt.</p><p>Babyalpaka und Merino. Warm, ohne schwer zu sein.</p>",
      "specs.care": "Kalte Handwäsche",
    },
  },
  {
    of: "Arc Desk Lamp",
    locale: "de",
    daysAgo: 60,
    texts: {
      title: "Schreibtischlampe Arc",
      body_html:
        "<p>Stufenlos dimmbar von 2 bis 100 %, von Warmweiß bis Neutralweiß. Das Gelenk bleibt, wo man es lässt.</p><table><tr><td>Licht</td><td>650 lm</td></tr><tr><td>Leistung</td><td>8 W</td></tr></table>",
      product_type: "Lampen",
      "specs.material": "Stahl, Aluminium",
      "specs.cable": "1,8 m",
      Brick: "Ziegelrot",
      "Black desk lamp over an open notebook": "Schwarze Schreibtischlampe über einem offenen Notizbuch",
    },
  },
  {
    of: "Arc Desk Lamp",
    locale: "ja",
    daysAgo: 60,
    texts: {
      title: "アーク デスクランプ",
      body_html:
        "<p>2 % から 100 % まで無段階で調光でき、電球色から昼白色まで切り替えられます。</p><table><tr><td>明るさ</td><td>650 lm</td></tr><tr><td>消費電力</td><td>8 W</td></tr></table>",
      Black: "ブラック",
      White: "ホワイト",
    },
  },
  // Written by somebody who left the source standing.
  { of: "Waffle Bath Towel", locale: "fr", daysAgo: 150, texts: { title: "Waffle Bath Towel" } },
  {
    of: "Waffle Bath Towel",
    locale: "en",
    market: "europe",
    daysAgo: 30,
    texts: { title: "Waffle Bath Towel, GOTS cotton" },
  },
  {
    of: "About us",
    locale: "de",
    daysAgo: 80,
    texts: {
      title: "Über uns",
      body_html:
        '<h2>Langsam gemacht, ehrlich verkauft</h2><p>Fern &amp; Field begann 2014 als vier Meter langer Stand auf dem Markt von Cork. Heute suchen elf von uns aus, was wir selbst behalten würden: <em>reparierbar, waschbar, ehrlich in der Herkunft</em>.</p><p>Kommen Sie samstags vorbei: <a href="/pages/contact">so finden Sie uns</a>.</p>',
      handle: "ueber-uns",
    },
  },
  { of: "About us", locale: "fr", daysAgo: 500, texts: { title: "À propos" }, outdated: ["title"] },
  {
    of: "How a linen shirt ages",
    locale: "de",
    daysAgo: 20,
    texts: {
      title: "Wie ein Leinenhemd altert",
      summary_html: "<p>Zehn Jahre, vier Hemden, eine Schublade: was Waschen mit Leinen macht.</p>",
    },
  },
  { of: "Shop", locale: "de", daysAgo: 100, texts: { title: "Laden" } },
  { of: "Clothing", locale: "de", daysAgo: 100, texts: { title: "Kleidung" } },
  { of: "Clothing", locale: "fr", daysAgo: 100, texts: { title: "Vêtements" } },
];
