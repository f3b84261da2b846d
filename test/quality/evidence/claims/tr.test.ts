import { expect, it } from "vitest";
import { type HeldProduct, misjudged } from "../../../support/content/hold-to-facts.ts";
import { sharedProducts as facts } from "../../../support/evidence/shared-products.ts";

const locale = "tr";
const products: HeldProduct[] = [
  {
    locale,
    facts: facts.lunchbox,
    blocked: [],
    silent: [
      "Gıdaya uygun silikondan sefer tası.",
      "BPA içermez.",
      "Bağımsız bir laboratuvar gıda teması için test etti.",
      "Toksik değildir.",
      "İki yıl garantili.",
    ],
  },
  {
    locale,
    facts: facts.blanket,
    blocked: [],
    silent: [
      "GOTS sertifikalı organik pamuktan battaniye.",
      "Alerji yapmaz.",
      "Paketinde plastik yoktur.",
      "Portekiz'de üretildi.",
      "Akşam masalı gibi sarar.",
    ],
  },
  {
    locale,
    facts: facts.balm,
    blocked: [],
    silent: [
      "Shea yağı ve balmumu içeren balsam.",
      "Hayvanlar üzerinde test edilmemiştir.",
      "Ruha iyi gelir.",
      "Sağlıklı bir ışıltı, doğal bir görünüm.",
    ],
  },
  {
    locale,
    facts: facts.tea,
    blocked: [],
    silent: [
      "Papatya, melisa ve lavanta bir arada.",
      "Kafein içermez.",
      "2023'te Nordic Tea Awards altın madalyasını aldı.",
      "Poşetleri kompost olur.",
    ],
  },
  {
    locale,
    facts: facts.light,
    blocked: [],
    silent: ["IPX6 korumasıyla sağanakta bile yanar.", "En düşük fiyat garantisi.", "Karanlık artık korkutmuyor."],
  },
  {
    locale,
    facts: facts.board,
    blocked: [],
    silent: ["Masif meşeden kesme tahtası.", "El yapımı.", "Almanya'da üretildi.", "Bulaşık makinesine koymayın."],
  },
  {
    locale,
    facts: facts.plain,
    blocked: [
      "Bebekler için güvenlidir.",
      "Minikler güvenle kullanabilir.",
      "Zararlı madde içermez.",
      "Hamileler de kullanabilir.",
      "Evcil hayvanlar için güvenli.",
      "Bakterilerin %99,9'unu yok eder.",
      "UV ışınlarından korur.",
      "Çevre dostu bir seçim.",
      "Doğada çözünür.",
      "Okyanus plastiğinden üretildi.",
      "Enerji tasarrufu sağlar.",
      "Plastiksiz bir ürün.",
      "Karbon nötr üretildi.",
      "Sırt ağrısını hafifletir.",
      "Bağışıklığı güçlendirir.",
      "Uykuya dalmanızı kolaylaştırır.",
      "Yağ yakımını hızlandırır.",
      "Toksinleri atar.",
      "Kırışıklıkları giderir.",
      "Tansiyonu düşürür.",
      "Akneye iyi gelir.",
      "Saç dökülmesini durdurur.",
      "Etkisi klinik olarak kanıtlandı.",
      "Doktorlar tavsiye ediyor.",
      "Bağımsız laboratuvar testlerinden geçti.",
      "Red Dot ödülünü kazandı.",
      "Yılın ürünü.",
      "Piyasanın en ucuzu.",
      "Rakiplerinden daha ucuz.",
      "%30 indirim.",
    ],
    silent: [
      "Güne sağlıklı bir başlangıç.",
      "Her güne huzur.",
      "Mavinin doğal tonu.",
      "Yanına yeşil bir dokunuş yakışır.",
    ],
  },
];

it("Turkish texts that restate English facts freely stay silent, and claims that no fact proves are blocked", () => {
  expect(products.flatMap(misjudged)).toEqual([]);
});
