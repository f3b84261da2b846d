import { indexCategories } from "../../../../app/classification/shortlist/index-categories.ts";
import { parseTaxonomy } from "../../../../app/classification/taxonomies/parse-taxonomy.ts";

/** Written for these tests: two spaces a level; after "|" German, French and Spanish names, after "@" Google's, after "#" attributes. */
const tree = `
Apparel & Accessories
  Clothing | de Bekleidung | fr Vêtements | es Ropa
    Dresses | de Kleider | fr Robes | es Vestidos
    Pants | de Hosen | fr Pantalons | es Pantalones
      Jeans
      Leggings
    Shirts & Tops
      T-Shirts
      Hoodies | de Kapuzenpullover
      Blouses | de Blusen | fr Chemisiers
    Outerwear
      Rain Coats | de Regenmäntel | fr Imperméables
      Jackets | de Jacken | fr Vestes | es Chaquetas
    Underwear & Socks
      Socks | de Socken | fr Chaussettes | es Calcetines
  Shoes | de Schuhe | fr Chaussures | es Zapatos
    Sneakers
    Boots | de Stiefel | fr Bottes | es Botas
    Sandals | de Sandalen
  Jewelry | de Schmuck | fr Bijoux | es Joyería
    Earrings | de Ohrringe | fr Boucles d'oreilles | es Pendientes
    Necklaces | de Halsketten | fr Colliers | es Collares
    Rings | de Ringe | fr Bagues | es Anillos
  Handbags, Wallets & Cases
    Cross Body Bags | de Umhängetaschen
    Wallets & Money Clips | de Geldbörsen | fr Portefeuilles | es Carteras
  Belts | de Gürtel | fr Ceintures | es Cinturones
Furniture
  Beds & Accessories
    Beds & Bed Frames | de Betten & Bettgestelle | fr Lits | es Camas
    Mattresses | de Matratzen | fr Matelas | es Colchones
    Toddler Beds | de Kinderbetten | fr Lits pour enfants
  Chairs | de Stühle | fr Chaises | es Sillas
    Gaming Chairs | de Gamingstühle
    Rocking Chairs | de Schaukelstühle
  Tables | de Tische | fr Tables | es Mesas
    Coffee Tables | de Couchtische | fr Tables basses
    Nightstands | de Nachttische | fr Tables de chevet
  Sofas | de Sofas | fr Canapés | es Sofás @ Couches
Home & Garden
  Lighting | de Beleuchtung
    Lamps | de Lampen | fr Lampes | es Lámparas
      Desk Lamps | de Schreibtischlampen
      Floor Lamps | de Stehlampen | fr Lampadaires
    Light Ropes & Strings | de Lichterketten | fr Guirlandes lumineuses
    Night Lights | de Nachtlichter
  Kitchen & Dining
    Cookware
      Frying Pans | de Bratpfannen | fr Poêles | es Sartenes
      Cookware Sets | de Topfsets
      Fondue Pots & Sets | de Fonduesets
    Food Peelers | de Schäler
    Knife Sharpeners | de Messerschärfer | es Afiladores de cuchillos
    Thermoses | de Thermoskannen | es Termos
    Mugs | de Becher | fr Mugs | es Tazas
    Plates | de Teller | fr Assiettes | es Platos
  Decor
    Mirrors | de Spiegel | fr Miroirs | es Espejos
    Vases | de Vasen | fr Vases | es Jarrones
    Candles | de Kerzen | fr Bougies | es Velas # candle_scent
    Artwork
      Posters | de Poster | fr Affiches
      Prints
    Picture Frames | de Bilderrahmen | fr Cadres photo | es Marcos de fotos
  Linens & Bedding
    Pillows | de Kissen | fr Oreillers | es Almohadas
    Towels | de Handtücher | fr Serviettes | es Toallas
    Blankets | de Decken | fr Couvertures | es Mantas
  Plants
    Trees | de Bäume | fr Arbres
    Indoor & Outdoor Plants | de Zimmerpflanzen | fr Plantes
Electronics
  Phone Accessories
    Mobile Phone Cases | de Handyhüllen | fr Coques de téléphone | es Fundas para móviles
    Chargers | de Ladegeräte | fr Chargeurs | es Cargadores
  Audio
    Headphones | de Kopfhörer | fr Casques | es Auriculares
    Speakers | de Lautsprecher | fr Enceintes | es Altavoces # speaker_design
  Video Game Consoles | de Spielkonsolen
  Video Game Software # video_game_platform
  Video Game Console Accessories
  Backup Cameras | de Rückfahrkameras | es Cámaras de marcha atrás
  Network Switches
  3D Printers
Health & Beauty
  Skin Care | de Hautpflege
    Face Moisturizers | de Gesichtscremes | fr Crèmes hydratantes
    Sunscreen | de Sonnencreme | fr Crèmes solaires | es Protector solar
    Lip Balms | de Lippenbalsam | fr Baumes à lèvres
  Perfumes | de Parfüm | fr Parfums | es Perfumes
  Soap | de Seife | fr Savons | es Jabones
  Shampoo | de Shampoo | fr Shampooings | es Champú
Food & Beverages
  Coffee | de Kaffee | fr Café | es Café
  Tea & Infusions | de Tee | fr Thé | es Té
  Jams & Jellies | de Marmelade | fr Confitures | es Mermeladas
  Olive Oil | de Olivenöl | fr Huile d'olive | es Aceite de oliva
  Chocolate | de Schokolade | fr Chocolat | es Chocolate
Sporting Goods
  Yoga Mats | de Yogamatten | fr Tapis de yoga
  Bicycles | de Fahrräder | fr Vélos | es Bicicletas
  Bicycle Bells & Horns | de Fahrradklingeln
  Bicycle Wheel Sets
  Tents | de Zelte | fr Tentes | es Tiendas de campaña
Animals & Pet Supplies
  Dog Beds | de Hundebetten | fr Lits pour chiens
  Cat Toys | de Katzenspielzeug | fr Jouets pour chats
  Dog Leashes | de Hundeleinen | fr Laisses pour chiens
Toys & Games
  Puzzles | de Puzzles
  Plush Toys | de Plüschtiere | fr Peluches
  Tricycles | de Dreiräder | fr Tricycles
  Play Swings | de Schaukeln | fr Balançoires
`;

const attributes = {
  base_attributes: [
    { name: "Candle scent", friendly_id: "candle_scent", values: ["candle_scent__lavender", "candle_scent__vanilla"] },
    { name: "Speaker design", friendly_id: "speaker_design", values: ["speaker_design__soundbar", "speaker_design__subwoofer"] },
    { name: "Platform", friendly_id: "video_game_platform", values: ["video_game_platform__playstation", "video_game_platform__xbox"] },
  ],
  extended_attributes: [],
}; // biome-ignore format: a table

interface Row {
  id: string;
  name: string;
  attrs: string[];
  google: number | null;
}

/** The fixture as the four files of a taxonomy, and the id of each name. */
export function smallTaxonomyFiles() {
  const categories: Row[] = [];
  const names: Record<"de" | "fr" | "es", Record<string, string>> = { de: {}, fr: {}, es: {} };
  const googleNames: Array<[number, string]> = [];
  const counts: number[] = [];
  const ids: string[] = [];
  for (const line of tree.split("\n").filter((one) => one.trim() !== "")) {
    const depth = line.search(/\S/) / 2;
    counts.length = depth + 1;
    counts[depth] = (counts[depth] ?? 0) + 1;
    const id = depth === 0 ? `r${String.fromCharCode(96 + (counts[0] ?? 0))}` : `${ids[depth - 1]}-${counts[depth]}`;
    ids[depth] = id;
    const [rest = "", attribute] = line.split(" # ");
    const [named = "", google] = rest.split(" @ ");
    const [name = "", ...local] = named.trim().split(" | ");
    for (const one of local) {
      const language = one.slice(0, 2) as "de" | "fr" | "es";
      names[language][id] = one.slice(3);
    }
    if (google) googleNames.push([googleNames.length + 1, `Things > ${google}`]);
    categories.push({
      id,
      name,
      attrs: attribute ? [attribute.trim()] : [],
      google: google ? googleNames.length : null,
    });
  }
  return { categories, attributes, googleNames, names };
}

export function smallIndex() {
  return indexCategories(parseTaxonomy(smallTaxonomyFiles()));
}
