import type { ProductToClassify } from "../../../../app/classification/shortlist/read-product.ts";

type Written = Pick<ProductToClassify, "title"> & Partial<ProductToClassify>;

/** A product in the manner of some shop, and the name of the category of the small taxonomy that it belongs to. */
export interface ShopProduct {
  product: ProductToClassify;
  category: string;
}

function shop(locale: string, products: ReadonlyArray<[category: string, product: string | Written]>): ShopProduct[] {
  return products.map(([category, written]) => ({
    category,
    product: {
      type: "", vendor: "", tags: [], description: "", options: [], locale,
      ...(typeof written === "string" ? { title: written } : written),
    }, // biome-ignore format: what most have not
  }));
}

export const smallShops: readonly ShopProduct[] = [
  // A shop that writes what things are at the end of its titles.
  ...shop("en", [
    ["Dresses", "Marigold Midi Dress"],
    ["Jeans", "The Harlow High-Rise Jeans"],
    ["T-Shirts", "Organic Cotton T-Shirt in Moss"],
    ["Hoodies", { title: "Northbound Zip Hoodie", options: ["Size", "Color"] }],
    ["Blouses", "Ivory Silk Blouse with Pearl Buttons"],
    ["Rain Coats", "Fisherman's Rain Coat"],
    ["Socks", "Three Pairs of Merino Socks"],
    ["Sneakers", "Court 84 Sneaker - White/Gum"],
    ["Boots", "Chelsea Boots 'Hendrik', waxed leather"],
    ["Belts", "Braided Leather Belt"],
    ["Cross Body Bags", "Juna Crossbody Bag"],
    ["Wallets & Money Clips", "Slim Bifold Wallet for Coins and Cards"],
  ]),
  // One that gives its things names, and says in type or tags what they are.
  ...shop("en", [
    ["Earrings", { title: "Solveig", type: "Earrings" }],
    ["Necklaces", { title: "Tides", type: "Jewelry > Necklace" }],
    ["Rings", { title: "Old Promise", tags: ["ring", "silver", "new in"] }],
    ["Posters", { title: "Harbour at Dusk", type: "Poster", tags: ["A3", "unframed"] }],
    ["Candles", { title: "Sunday", tags: ["candle", "soy wax"] }],
    ["Vases", { title: "Echo No. 4", type: "Vase" }],
    ["Perfumes", { title: "Noir de Minuit 50 ml", type: "Perfume" }],
    ["Plush Toys", { title: "Bertie", type: "Indoor", tags: ["plush toy"] }],
  ]),
  // One that only its descriptions tell.
  ...shop("en", [
    ["Mugs", { title: "Morning Person", description: "This is a mug for people who rise early. Holds 350 ml." }],
    [
      "Pillows",
      { title: "Cloud Nine", description: "Cloud Nine is a pillow filled with goose down.\nWash at 40 degrees." },
    ],
    ["Picture Frames", { title: "Oslo 30x40", description: "A picture frame of solid oak. Comes with a mat." }],
    ["Blankets", { title: "Heather", description: "The softest blanket in our collection, woven in Wales." }],
    ["Coffee", { title: "House Blend No. 7", description: "Coffee from Huila, roasted dark. Notes of cocoa." }],
    ["Soap", { title: "Lemon & Oats", description: "A bar of soap made by hand." }],
  ]),
  // Household and technical goods, with model numbers, sizes and what they fit.
  ...shop("en", [
    ["Frying Pans", "ProChef 28cm Frying Pan PC-2800 with Glass Lid"],
    ["Cookware Sets", "10-Piece Cookware Set, Induction"],
    ["Fondue Pots & Sets", "Fondue Set for 6 with Forks"],
    ["Knife Sharpeners", "KS-200 Knife Sharpener | 3 Stages"],
    ["Food Peelers", "Y-Shaped Peeler"],
    ["Mobile Phone Cases", "Clear Phone Case for Galaxy S24"],
    ["Chargers", "65W USB-C Charger with Cable"],
    ["Headphones", "AirBeat 3 Wireless Headphones (Black)"],
    ["Speakers", "Boom Mini Bluetooth Speaker"],
    [
      "Speakers",
      { title: "Theatre 300", description: "Subwoofer and soundbar for large rooms, speaker wire included." },
    ],
    ["Video Game Consoles", "Retro Game Console 400-in-1"],
    ["Desk Lamps", "Moon Desk Lamp"],
    ["Floor Lamps", "Arc Floor Lamp - Brass"],
    ["Coffee Tables", "Walnut Coffee Table 110 cm"],
    ["Nightstands", "Two-Drawer Night Stand"],
    ["Rocking Chairs", "Grandmother's Rocking Chair"],
    ["Gaming Chairs", "RGB Gaming Chair with Footrest"],
    ["Sofas", "Bergen 3-Seater Couch, Boucle"],
    ["Mattresses", "Hybrid Mattress 90 x 200"],
    ["Tents", "2-Person Tent for Hiking"],
    ["Yoga Mats", "Cork Yoga Mat, 5 mm"],
    ["Bicycle Wheel Sets", "Velo 700c Wheelset bicycle"],
    ["Dog Beds", "Memory Foam Dog Bed L"],
    ["Cat Toys", "Feather Teaser - Interactive Cat Toy"],
    ["Sunscreen", "Daily Mineral Sunscreen SPF 50"],
    ["Olive Oil", "Cold-Pressed Olive Oil 500ml"],
    ["Jams & Jellies", "Strawberry Jam"],
  ]),
  ...shop("de", [
    ["Floor Lamps", "Stehlampe Arko, schwarz, 150 cm"],
    ["Nightstands", "Nachttisch aus Eiche mit Schublade"],
    ["Beds & Bed Frames", "Massivholzbett Lina 140x200"],
    ["Light Ropes & Strings", { title: "LED Sternenzauber 3m", type: "Lichterkette" }],
    ["Towels", { title: "Frottee Handtuch 50x100", vendor: "Weberei Kern" }],
    ["Knife Sharpeners", "Keramik-Messerschärfer"],
    ["Dog Leashes", "Hundeleine aus Leder"],
    ["Boots", { title: "Wanderstiefel Tirol", description: "Wasserdicht und leicht." }],
  ]),
  ...shop("fr", [
    ["Candles", "Bougie parfumée Figuier"],
    ["Earrings", "Boucles d’oreilles Céleste en laiton"],
    ["Shampoo", "Shampooing solide à l'ortie"],
    ["Jams & Jellies", "Confiture d'abricots 320 g"],
    ["Sofas", "Canapé 3 places en velours côtelé"],
    ["Plush Toys", { title: "Gaston", description: "Gaston est une peluche toute douce pour les petits." }],
  ]),
  ...shop("es", [
    ["Mirrors", "Espejo redondo con marco dorado"],
    ["Mobile Phone Cases", "Funda de móvil transparente"],
    ["Wallets & Money Clips", "Cartera de piel para hombre"],
    ["Coffee", "Café molido de altura 250 g"],
  ]),
  // Languages of which no names are loaded: what their words share with those that are.
  ...shop("pt", [
    ["Chocolate", "Chocolate amargo 70%"],
    ["Pillows", "Almofada decorativa em linho"],
    ["Knife Sharpeners", "Afiador de facas"],
    ["Mirrors", "Espelho redondo 60 cm"],
  ]),
  ...shop("nl", [
    ["Mirrors", "Ronde spiegel - goud - 70 cm"],
    ["Toddler Beds", "Kinderbed - wit - 160x80 cm"],
    ["Lamps", "Lamp Vera"],
  ]),
  ...shop("it", [["Jams & Jellies", "Marmellata di fragole"]]),
];
