import { expect, it } from "vitest";
import { type HeldProduct, misjudged } from "../../../support/content/hold-to-facts.ts";
import { sharedProducts as facts } from "../../../support/evidence/shared-products.ts";

const locale = "hu";
const products: HeldProduct[] = [
  {
    locale,
    facts: facts.lunchbox,
    blocked: [],
    silent: [
      "Élelmiszer-biztos szilikonból készült uzsonnásdoboz.",
      "BPA-t nem tartalmaz.",
      "Független labor vizsgálta élelmiszerrel való érintkezésre.",
      "Nem mérgező.",
      "Két év garancia.",
    ],
  },
  {
    locale,
    facts: facts.blanket,
    blocked: [],
    silent: ["Hipoallergén.", "Műanyag nélkül csomagoljuk.", "Portugáliában készült.", "Úgy ölel, mint az esti mese."],
  },
  {
    locale,
    facts: facts.balm,
    blocked: [],
    silent: [
      "Balzsam sheavajjal és körömvirágolajjal.",
      "Egészséges ragyogás, természetes hatás.",
      "Gyógyír a léleknek.",
    ],
  },
  {
    locale,
    facts: facts.tea,
    blocked: [],
    silent: [
      "Kamilla, citromfű és levendula egy csészében.",
      "2023-ban aranyérmet nyert a Nordic Tea Awards versenyen.",
      "A filterek komposztálhatók.",
    ],
  },
  {
    locale,
    facts: facts.light,
    blocked: [],
    silent: [
      "Az IPX6 védelem a felhőszakadást is állja.",
      "Garantáltan a legalacsonyabb ár.",
      "A sötétség már nem ijesztő.",
    ],
  },
  {
    locale,
    facts: facts.board,
    blocked: [],
    silent: ["Tömör tölgyből készült vágódeszka.", "Kézzel készült.", "Németországban készült."],
  },
  {
    locale,
    facts: facts.plain,
    blocked: [
      "A legkisebbek számára is biztonságos baba termék, gyermekbiztos.",
      "Nem tartalmaz káros anyagokat.",
      "Várandósok is használhatják.",
      "A kisállatok számára is biztonságos.",
      "Elpusztítja a baktériumok 99,9%-át.",
      "Véd az UV-sugárzás ellen.",
      "Környezetbarát választás.",
      "Lebomlik a talajban.",
      "Óceánból gyűjtött műanyagból.",
      "Energiát spórol.",
      "Műanyagmentes termék.",
      "Karbonsemleges gyártás.",
      "Enyhíti a hátfájdalmat.",
      "Erősíti az immunrendszert.",
      "Segít elaludni.",
      "Égeti a zsírt.",
      "Méregtelenít.",
      "Csökkenti a ráncokat.",
      "Csökkenti a vérnyomást.",
      "Megszünteti a pattanásokat.",
      "Hajhullás ellen.",
      "Klinikailag igazolt hatás.",
      "Orvosok ajánlják.",
      "Független laborban vizsgálták.",
      "Elnyerte a Red Dot díjat.",
      "Az év terméke.",
      "A legalacsonyabb ár a piacon.",
      "Olcsóbb, mint bárhol.",
    ],
    silent: [
      "Egészséges kezdet a naphoz.",
      "Nyugalom minden napra.",
      "A kék természetes árnyalata.",
      "Zöld növény mellé is illik.",
    ],
  },
];

it("Hungarian texts that restate English facts freely stay silent, and claims that no fact proves are blocked", () => {
  expect(products.flatMap(misjudged)).toEqual([]);
});
