/** Words of the generated catalogue: 20 × 10 vendors, 80 product types, enough nouns that a text search has something to find. */
export interface Kind {
  type: string;
  category: string;
  code: string;
  option: string;
  nouns: readonly string[];
}

export const vendorFirst =
  "Alder Brook Cedar Dune Ember Fjord Grove Harbor Indigo Juniper Kestrel Linden Maple North Opal Pine Quill River Slate Tidal".split(
    " ",
  );
export const vendorLast = [
  "& Co",
  "Goods",
  "Works",
  "Supply",
  "Studio",
  "Atelier",
  "Makers",
  "House",
  "Collective",
  "Trading",
];
export const vendorCount = vendorFirst.length * vendorLast.length;

export const materials =
  "Linen,Cotton,Merino Wool,Bamboo,Oak,Walnut,Steel,Brass,Copper,Ceramic,Porcelain,Glass,Leather,Canvas,Cork,Silk,Hemp,Recycled Polyester,Aluminium,Titanium,Silicone,Beech,Ash,Rattan,Jute,Felt,Denim,Cashmere,Mohair,Stoneware".split(
    ",",
  );
export const colours =
  "Black,White,Sand,Navy,Olive,Rust,Sage,Charcoal,Ivory,Burgundy,Mustard,Teal,Blush,Cobalt,Terracotta,Stone,Forest,Lilac,Amber,Graphite".split(
    ",",
  );
export const sizes = ["XS", "S", "M", "L", "XL", "2XL", "3XL", "4XL", "5XL", "6XL"];
export const lines =
  "Everyday,Heritage,Trail,Coastal,Studio,Summit,Harvest,Nomad,Atlas,Meadow,Signal,Quarry,Lantern,Orchard,Compass,Drift,Hearth,Parade,Ridge,Solstice,Tandem,Union,Vista,Willow,Zephyr,Anchor,Beacon,Canyon,Delta,Echo".split(
    ",",
  );
export const tags =
  "new,sale,bestseller,gift,summer,winter,outdoor,handmade,vegan,organic,limited,travel,kids,office,eco,premium,clearance,bundle,local,fair-trade".split(
    ",",
  );
export const uses = [
  "long days outside",
  "small kitchens",
  "the morning commute",
  "weekends away",
  "quiet evenings",
  "daily training",
  "a growing family",
  "the workshop",
  "first apartments",
  "rainy walks",
];
export const openings = [
  "A dependable",
  "A light",
  "Our most asked-for",
  "A carefully finished",
  "A simple",
  "The new",
  "A sturdy",
  "A compact",
];
export const sentences = [
  "The edges are finished by hand.",
  "It packs flat and weighs little.",
  "Each piece is checked before it leaves the workshop.",
  "The colour deepens with use.",
  "It is easy to clean and easy to repair.",
  "We make it in small runs.",
  "The fit is relaxed without being loose.",
  "Spare parts can be ordered one by one.",
  "It was drawn together with the people who use it.",
  "The surface takes years of wear.",
  "It comes in a box without plastic.",
  "The pattern follows the grain.",
];
export const features = [
  "Machine washable at 30 °C",
  "Two-year guarantee",
  "Made in Portugal",
  "Dishwasher safe",
  "Water-repellent finish",
  "Fits most standard sizes",
  "Weighs less than it looks",
  "Recycled packaging",
  "Reinforced seams",
  "Non-slip base",
  "Adjustable in four steps",
  "Stackable",
];

function kind(type: string, category: string, code: string, option: string, nouns: string): Kind {
  return { type, category, code, option, nouns: nouns.split(",") };
}

export const kinds: readonly Kind[] = [
  kind("T-Shirts", "aa-1-13-8", "TSH", "Size", "Tee,Crew Tee,Pocket Tee,Ringer Tee"),
  kind("Shirts", "aa-1-13-7", "SHR", "Size", "Oxford Shirt,Work Shirt,Camp Shirt,Overshirt"),
  kind("Sweaters", "aa-1-13-12", "SWE", "Size", "Crewneck,Cardigan,Turtleneck,Pullover"),
  kind("Hoodies", "aa-1-13-12", "HOO", "Size", "Hoodie,Zip Hoodie,Sweatshirt"),
  kind("Trousers", "aa-1-12", "TRO", "Size", "Chino,Wide Trouser,Cargo Pant,Jogger"),
  kind("Jeans", "aa-1-12", "JEA", "Size", "Straight Jean,Slim Jean,Loose Jean"),
  kind("Shorts", "aa-1-12", "SHO", "Size", "Swim Short,Camp Short,Running Short"),
  kind("Dresses", "aa-1-4", "DRE", "Size", "Wrap Dress,Shirt Dress,Midi Dress"),
  kind("Skirts", "aa-1-4", "SKI", "Size", "Pleated Skirt,Midi Skirt"),
  kind("Jackets", "aa-1-10", "JAC", "Size", "Rain Jacket,Chore Coat,Parka,Bomber"),
  kind("Vests", "aa-1-10", "VES", "Size", "Quilted Vest,Fleece Vest"),
  kind("Socks", "aa-1-18", "SOC", "Size", "Ankle Sock,Hiking Sock,Crew Sock"),
  kind("Underwear", "aa-1-18", "UND", "Size", "Boxer,Brief,Bralette"),
  kind("Hats", "aa-2-17", "HAT", "Size", "Beanie,Bucket Hat,Field Cap"),
  kind("Scarves", "aa-2-17", "SCA", "Color", "Scarf,Snood,Bandana"),
  kind("Gloves", "aa-2-17", "GLO", "Size", "Glove,Mitten,Liner Glove"),
  kind("Belts", "aa-2-17", "BEL", "Size", "Belt,Woven Belt"),
  kind("Sneakers", "aa-8", "SNE", "Size", "Low Sneaker,Court Shoe,Trainer"),
  kind("Boots", "aa-8", "BOO", "Size", "Chelsea Boot,Hiking Boot,Rain Boot"),
  kind("Sandals", "aa-8", "SAN", "Size", "Sandal,Slide,Clog"),
  kind("Slippers", "aa-8", "SLI", "Size", "Slipper,House Shoe"),
  kind("Backpacks", "aa-5-4", "BAC", "Size", "Backpack,Rolltop,Daypack"),
  kind("Handbags", "aa-5-4", "HAN", "Color", "Tote,Crossbody,Shopper,Clutch"),
  kind("Wallets", "aa-5-4", "WAL", "Color", "Wallet,Card Holder,Coin Purse"),
  kind("Earrings", "aa-6-6", "EAR", "Metal", "Hoop Earring,Stud,Drop Earring"),
  kind("Necklaces", "aa-6-8", "NEC", "Length", "Pendant,Chain,Choker"),
  kind("Rings", "aa-6-9", "RIN", "Size", "Band,Signet Ring,Stacking Ring"),
  kind("Bracelets", "aa-6-9", "BRA", "Size", "Cuff,Bangle,Cord Bracelet"),
  kind("Watches", "aa-6-9", "WAT", "Strap", "Field Watch,Dress Watch,Diver"),
  kind("Headphones", "el-2-3", "HEA", "Color", "Headphone,Earbud,Studio Monitor"),
  kind("Speakers", "el-2-2", "SPE", "Color", "Bookshelf Speaker,Travel Speaker,Soundbar"),
  kind("Keyboards", "el-4-8", "KEY", "Layout", "Keyboard,Numpad,Keycap Set"),
  kind("Mice", "el-4-8", "MIC", "Color", "Mouse,Trackball,Desk Mat"),
  kind("Chargers", "el-7-6", "CHA", "Plug", "Charger,Power Bank,Charging Stand"),
  kind("Cables", "el-7-6", "CAB", "Length", "Cable,Extension Cable,Hub"),
  kind("Phone Cases", "el-7-6", "PHO", "Model", "Phone Case,Grip Case,Sleeve"),
  kind("Lamps", "hg-13", "LAM", "Color", "Desk Lamp,Floor Lamp,Pendant Lamp,Lantern"),
  kind("Bulbs", "hg-13", "BUL", "Wattage", "Bulb,Filament Bulb"),
  kind("Cookware", "hg-11-6", "COO", "Size", "Skillet,Saucepan,Dutch Oven,Wok"),
  kind("Bakeware", "hg-11-6", "BAK", "Size", "Loaf Tin,Sheet Pan,Pie Dish"),
  kind("Knives", "hg-11-6", "KNI", "Length", "Chef Knife,Paring Knife,Bread Knife"),
  kind("Cutting Boards", "hg-11-6", "CUT", "Size", "Cutting Board,Serving Board"),
  kind("Mugs", "hg-11-10", "MUG", "Color", "Mug,Espresso Cup,Tumbler"),
  kind("Plates", "hg-11-10", "PLA", "Size", "Dinner Plate,Side Plate,Platter"),
  kind("Bowls", "hg-11-10", "BOW", "Size", "Bowl,Ramen Bowl,Salad Bowl"),
  kind("Glasses", "hg-11-10", "GLA", "Size", "Wine Glass,Carafe,Highball"),
  kind("Cutlery", "hg-11-10", "CTL", "Finish", "Spoon Set,Fork Set,Cutlery Set"),
  kind("Storage", "hg-3", "STO", "Size", "Basket,Storage Box,Jar"),
  kind("Vases", "hg-3", "VAS", "Size", "Vase,Bud Vase,Planter"),
  kind("Candles", "hg-3", "CAN", "Scent", "Candle,Tealight Holder,Wax Melt"),
  kind("Clocks", "hg-3", "CLO", "Color", "Wall Clock,Alarm Clock"),
  kind("Mirrors", "hg-3", "MIR", "Size", "Wall Mirror,Hand Mirror"),
  kind("Rugs", "hg-3", "RUG", "Size", "Rug,Runner,Doormat"),
  kind("Bedding", "hg-15", "BED", "Size", "Duvet Cover,Pillowcase,Fitted Sheet"),
  kind("Towels", "hg-15", "TOW", "Size", "Bath Towel,Hand Towel,Tea Towel"),
  kind("Blankets", "hg-15", "BLA", "Size", "Throw,Blanket,Quilt"),
  kind("Cushions", "hg-15", "CUS", "Size", "Cushion,Bolster,Floor Cushion"),
  kind("Curtains", "hg-15", "CUR", "Length", "Curtain,Blind"),
  kind("Chairs", "fr-3", "CHR", "Color", "Dining Chair,Lounge Chair,Stool"),
  kind("Tables", "fr-24", "TAB", "Size", "Side Table,Dining Table,Desk"),
  kind("Shelves", "fr-24", "SHE", "Size", "Wall Shelf,Bookcase"),
  kind("Plants", "hg-17", "PLN", "Size", "Fern,Monstera,Olive Tree"),
  kind("Garden Tools", "ha-14", "GAR", "Size", "Trowel,Pruner,Watering Can"),
  kind("Tools", "ha-14", "TOO", "Size", "Screwdriver,Hammer,Folding Rule"),
  kind("Coffee", "fb-1-2", "COF", "Grind", "Espresso Roast,Filter Roast,Decaf"),
  kind("Tea", "fb-1-10", "TEA", "Size", "Green Tea,Oolong,Herbal Infusion"),
  kind("Chocolate", "fb-2-2", "CHO", "Cocoa", "Chocolate Bar,Truffle Box"),
  kind("Sauces", "fb-2-3", "SAU", "Heat", "Hot Sauce,Chutney,Pesto"),
  kind("Skin Care", "hb-3-21", "SKN", "Size", "Face Cream,Body Oil,Cleanser,Serum"),
  kind("Hair Care", "hb-3-7", "HAI", "Size", "Shampoo Bar,Conditioner,Comb"),
  kind("Make-up", "hb-3-2", "MAK", "Shade", "Lipstick,Mascara,Blush Stick"),
  kind("Soap", "hb-3-21", "SOA", "Scent", "Soap Bar,Hand Wash"),
  kind("Dog", "ap-2-4", "DOG", "Size", "Dog Collar,Lead,Dog Bed"),
  kind("Cat", "ap-2-3", "CAT", "Size", "Scratching Post,Cat Bed,Feather Toy"),
  kind("Camping", "sg-4-4", "CAM", "Size", "Tent,Sleeping Bag,Camp Mug,Headlamp"),
  kind("Cycling", "sg-4-2", "CYC", "Size", "Pannier,Bike Bell,Handlebar Bag"),
  kind("Fitness", "sg-2", "FIT", "Weight", "Kettlebell,Yoga Mat,Resistance Band"),
  kind("Toys", "tg-5", "TOY", "Color", "Wooden Train,Building Set,Stacking Tower"),
  kind("Games", "tg-2", "GAM", "Language", "Card Game,Puzzle,Dice Set"),
  kind("Books", "me-1", "BOK", "Format", "Field Guide,Cookbook,Notebook"),
];
