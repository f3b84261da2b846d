import { expect, it } from "vitest";
import { type HeldProduct, misjudged } from "../../../support/content/hold-to-facts.ts";
import { sharedProducts as facts } from "../../../support/evidence/shared-products.ts";

const locale = "id";
const products: HeldProduct[] = [
  {
    locale,
    facts: facts.lunchbox,
    blocked: [],
    silent: [
      "Kotak bekal dari silikon food grade.",
      "Tidak mengandung BPA.",
      "Bisa dicuci di mesin pencuci piring.",
      "Bisa dipanaskan di microwave.",
      "Sudah diuji laboratorium independen.",
      "Tidak beracun.",
      "Garansi 2 tahun.",
    ],
  },
  {
    locale,
    facts: facts.blanket,
    blocked: [],
    silent: [
      "Selimut dari katun organik 100% bersertifikat GOTS.",
      "Bisa dicuci dengan mesin.",
      "Hipoalergenik.",
      "Memeluk seperti dongeng sebelum tidur.",
    ],
  },
  {
    locale,
    facts: facts.balm,
    blocked: [],
    silent: [
      "Balsem dengan shea butter dan lilin lebah.",
      "Tidak diuji pada hewan.",
      "Cocok untuk kulit sensitif.",
      "Menyembuhkan jiwa seperti buku yang bagus.",
    ],
  },
  {
    locale,
    facts: facts.tea,
    blocked: [],
    silent: [
      "Kamomil, lemon balm, dan lavender dalam satu cangkir.",
      "Semua bahan organik bersertifikat.",
      "Meraih medali emas Nordic Tea Awards.",
      "Kantong tehnya bisa dikomposkan.",
    ],
  },
  {
    locale,
    facts: facts.light,
    blocked: [],
    silent: ["Tahan air IPX6.", "Kami menjamin harga terendah.", "Gelap tak lagi menakutkan."],
  },
  {
    locale,
    facts: facts.board,
    blocked: [],
    silent: [
      "Talenan dari kayu ek solid.",
      "Buatan tangan.",
      "Dibuat di Jerman.",
      "Jangan dicuci di mesin pencuci piring.",
    ],
  },
  {
    locale,
    facts: facts.plain,
    blocked: [
      "Aman untuk si kecil.",
      "Tidak mengandung bahan kimia berbahaya.",
      "Aman untuk ibu hamil.",
      "Aman untuk hewan peliharaan.",
      "Membunuh 99,9% bakteri.",
      "Melindungi dari sinar UV.",
      "Ramah lingkungan.",
      "Terurai alami di tanah.",
      "Terbuat dari plastik laut.",
      "Hemat listrik.",
      "Tanpa plastik.",
      "Netral karbon.",
      "Meredakan nyeri punggung.",
      "Meningkatkan daya tahan tubuh.",
      "Membantu tidur lebih nyenyak.",
      "Membakar lemak.",
      "Membuang racun tubuh.",
      "Menyamarkan kerutan.",
      "Menurunkan tekanan darah.",
      "Mengatasi jerawat.",
      "Mencegah rambut rontok.",
      "Terbukti secara klinis.",
      "Direkomendasikan dokter.",
      "Lulus uji laboratorium.",
      "Meraih penghargaan Red Dot.",
      "Harga termurah.",
      "Diskon 30% hari ini.",
      "Lebih murah dari toko lain.",
    ],
    silent: ["Awal hari yang sehat.", "Ketenangan setiap hari.", "Biru yang alami.", "Pilihan yang aman untuk hadiah."],
  },
];

it("Indonesian texts that restate English facts freely stay silent, and claims that no fact proves are blocked", () => {
  expect(products.flatMap(misjudged)).toEqual([]);
});
