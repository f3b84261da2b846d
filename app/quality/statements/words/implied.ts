/** What each concept implies, in one step: whoever says the first says the second. */
const implications: Readonly<Record<string, readonly string[]>> = {
  waterproof: ["water-resistant"],
  fireproof: ["flame-retardant", "heat-resistant"],
  vegan: ["vegetarian"],
  compostable: ["biodegradable"],
  "effect:wrinkles": ["effect:skin"],
  "ocean plastic": ["recycled"],
  cardboard: ["paper"],
  rechargeable: ["reusable"],
  unbreakable: ["shock-proof"],
  sustainable: ["eco-friendly"],
  "climate-neutral": ["eco-friendly"],
  "saves water": ["saves resources"],
  "saves energy": ["saves resources"],
  "machine-washable": [],
  merino: ["wool"],
  "stainless steel": ["steel", "metal"],
  "carbon steel": ["steel"],
  "damascus steel": ["steel"],
  steel: ["metal"],
  "cast iron": ["iron"],
  iron: ["metal"],
  aluminium: ["metal"],
  titanium: ["metal"],
  brass: ["metal"],
  bronze: ["metal"],
  copper: ["metal"],
  zinc: ["metal"],
  "sterling silver": ["silver"],
  oak: ["wood"],
  beech: ["wood"],
  walnut: ["wood"],
  pine: ["wood"],
  ash: ["wood"],
  birch: ["wood"],
  acacia: ["wood"],
  olive: ["wood"],
  maple: ["wood"],
  teak: ["wood"],
  mahogany: ["wood"],
  cherry: ["wood"],
  porcelain: ["ceramic"],
  stoneware: ["ceramic"],
  earthenware: ["ceramic"],
  polypropylene: ["plastic"],
  polycarbonate: ["plastic"],
  pvc: ["plastic"],
  acrylic: ["plastic"],
  mdf: ["wood"],
  plywood: ["wood"],
  chipboard: ["wood"],
  suede: ["leather"],
  latex: ["rubber"],
  "soy wax": ["wax"],
  beeswax: ["wax"],
  paraffin: ["wax"],
  almonds: ["nuts"],
  hazelnuts: ["nuts"],
  walnuts: ["nuts"],
  cashews: ["nuts"],
  pistachios: ["nuts"],
  lactose: ["milk"],
  wheat: ["gluten", "grain"],
  barley: ["gluten", "grain"],
  rye: ["gluten", "grain"],
  marble: ["stone"],
  granite: ["stone"],
  slate: ["stone"],
};

/** Names of one thing as a content and as a material. */
const sameThing: Readonly<Record<string, string>> = { silicones: "silicone" };

/** What the words are compared by. */
export function canonical(concept: string): string {
  return sameThing[concept] ?? concept;
}

/** True when the first says the second: the same, or by implication. */
export function implies(one: string, other: string): boolean {
  if (one === other) return true;
  return implications[one]?.some((next) => implies(next, other)) ?? false;
}

/** Colours that one shop calls this and another that. */
const colorFamilies: readonly (readonly string[])[] = [
  ["blue", "light blue", "dark blue", "navy", "turquoise"],
  ["red", "burgundy", "rust", "coral", "terracotta"],
  ["green", "dark green", "olive", "mint", "sage", "khaki", "turquoise"],
  ["grey", "anthracite", "silver"],
  ["black", "anthracite"],
  ["white", "off-white", "beige"],
  ["brown", "tan", "beige", "terracotta", "rust", "copper", "khaki"],
  ["pink", "rose", "coral", "rose gold", "lilac"],
  ["purple", "lilac", "burgundy"],
  ["yellow", "mustard", "gold", "orange"],
  ["orange", "rust", "terracotta", "coral", "copper"],
  ["off-white", "beige", "tan", "yellow"],
  ["gold", "copper", "rose gold"],
];

/** True for the same colour and for neighbours, which people name differently. */
export function areNeighbours(one: string, other: string): boolean {
  return one === other || colorFamilies.some((family) => family.includes(one) && family.includes(other));
}

export function isKnownColor(color: string): boolean {
  return colorFamilies.some((family) => family.includes(color));
}
