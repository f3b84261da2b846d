import type { ClaimRows } from "./claim-rows.ts";

export const es: ClaimRows = {
  property: {
    "no:sugar": "sin azúcares añadidos",
    refillable: "se puede rellenar|recargable y reciclable",
    "scheme:safety tested": "seguridad probada|seguridad testada|seguridad comprobada",
    healthy:
      "bueno para el corazón|buena para el corazón|bueno para la salud|buena para la salud|saludable para el corazón|beneficioso para la salud|beneficiosa para la salud|bueno para tu salud",
    circulation: "mejora la circulación",
    "wireless charging": "carga inalámbrica",
    vegan: "vegano|vegana|veganos|veganas",
    vegetarian: "vegetariano|vegetariana",
    organic:
      "ecológico|ecológica|ecológicos|ecológicas|orgánico|orgánica|orgánicos|orgánicas|biológico|biológica|de cultivo ecológico|de agricultura ecológica|bio",
    halal: "halal",
    kosher: "kosher",
    "cruelty-free":
      "libre de crueldad|no testado* en animales|sin crueldad|cruelty free|no probado en animales|sin pruebas en animales",
    waterproof: "impermeable*|estanco|estanca|sumergible*|a prueba de agua",
    "water-resistant":
      "resistente* al agua|resistencia al agua|repelente* al agua|hidrófugo|hidrófuga|resistente* a las salpicaduras|resistente* a la intemperie",
    windproof: "cortavientos|a prueba de viento",
    fireproof: "a prueba de fuego|incombustible*|resistente* al fuego",
    "flame-retardant":
      "retardante de llama|ignífugos|ignífug*|retardante* de llama|retardante* de llamas|difícilmente inflamable*",
    hypoallergenic:
      "hipoalergénico|hipoalergénica|hipoalergénicos|hipoalergénicas|antialérgico|antialérgica|hipoalergénic*|apta para personas alérgicas|apto para personas alérgicas|para personas alérgicas",
    antibacterial:
      "antibacteriano|antibacteriana|antimicrobiano|antimicrobiana|elimina bacterias|mata las bacterias|antiséptico|antiséptica|antiviral|antibacterian*|antimicrobian*|bactericida*|desinfectante*|antisépti*",
    "non-toxic": "no tóxico|no tóxica|no tóxicos|no tóxicas|atóxico|atóxica|libre de tóxicos|sin tóxicos",
    "child-safe":
      "seguro para niños|segura para niños|seguro para bebés|segura para bebés|apto para bebés|a prueba de niños",
    "food-safe":
      "apto para alimentos|apta para alimentos|apto para uso alimentario|grado alimentario|apta para uso alimentario|apta para el contacto con alimentos|apto para el contacto con alimentos|de calidad alimentaria|de uso alimentario",
    "skin-friendly": "apto para pieles sensibles|apta para pieles sensibles|para pieles sensibles",
    "dishwasher-safe":
      "apto lavavajillas|apta lavavajillas|apto para lavavajillas|apta para lavavajillas|aptos para lavavajillas|aptas para lavavajillas",
    "machine-washable":
      "lavable* a máquina|lavable* en lavadora|se puede lavar a máquina|apto para lavadora|lavado a máquina",
    "hand-wash": "lavar a mano|lavado a mano",
    "tumble-dry": "apto para secadora",
    "microwave-safe": "apto para microondas|apta para microondas|aptos para microondas",
    "oven-safe": "apto para horno|apta para horno|aptos para horno",
    "freezer-safe": "apto para congelador|apta para congelador",
    handmade:
      "hecho a mano|hecha a mano|hechos a mano|hechas a mano|artesanal*|cosido a mano|cosida a mano|tejido a mano|tejida a mano|pintado a mano|pintada a mano|elaborado a mano|elaborada a mano|fabricado a mano|fabricada a mano|soplado a boca|de forma artesanal|trenzado a mano|trenzada a mano",
    recycled: "reciclado|reciclada|reciclados|recicladas",
    recyclable: "reciclable*|rellenar y reciclar|se puede reciclar|se pueden reciclar",
    biodegradable: "biodegradable*",
    compostable: "compostable*",
    sustainable: "sostenible*|sustentable*|sostenibilidad",
    "eco-friendly":
      "respetuoso con el medio ambiente|respetuosa con el medio ambiente|eco friendly|respetuoso con el planeta|amigable con el medio ambiente|respetuos* con el medio ambiente|respetuos* con el planeta|ecoamigable*",
    "climate-neutral":
      "neutro en carbono|neutra en carbono|carbono neutral|climáticamente neutro|cero emisiones|huella de carbono cero|neutras de carbono|climáticamente neutr*|emisiones netas cero|libre de emisiones",
    reusable: "reutilizable*",
    foldable: "plegable*",
    adjustable: "ajustable*|regulable*",
    rechargeable: "recargable*",
    wireless: "inalámbrico|inalámbrica|inalámbricos|sin cables",
    "shock-proof": "a prueba de golpes|resistente* a los golpes|antigolpes",
    "scratch-resistant": "resistente* a los arañazos|antirrayas",
    rustproof: "inoxidable*|no se oxida",
    unbreakable: "irrompible*|indestructible*",
    "non-slip": "antideslizante*",
    "stain-resistant": "antimanchas",
    "wrinkle-free": "antiarrugas tela|no necesita plancha|sin plancha",
    "quick-drying": "de secado rápido|secado rápido|se seca rápido",
    breathable: "transpirable*",
    "uv-protective": "protección uv|resistente* a los rayos uv",
    reversible: "reversible*",
    stackable: "apilable*",
    "heat-resistant": "resistente* al calor",
    unscented: "sin perfume|sin fragancia|inodoro",
    seamless: "sin costuras",
    "bare:dishwasher-safe": "lavavajillas",
    "bare:machine-washable": "lavadora",
    "bare:tumble-dry": "secadora",
    "bare:microwave-safe": "microondas",
    heals: "trata el acné|trata la psoriasis|cicatrizante*|previene enfermedades|propiedades curativas",
    "relieves pain":
      "alivia el dolor|alivia los dolores|analgésico|alivia el dolor de espalda|alivia el dolor muscular|alivia dolores",
    "anti-inflammatory": "antiinflamatorio|antiinflamatoria",
    slimming:
      "adelgazante*|quema grasa|quemagrasas|perder peso|pérdida de peso|acelera el metabolismo|reduce el apetito",
    detox: "desintoxicante*|detox|elimina toxinas|depurativo",
    "anti-aging":
      "antienvejecimiento|antiedad|reduce las arrugas|antiarrugas|atenúa las arrugas|anti~edad|rejuvenecedor*",
    immunity:
      "refuerza el sistema inmunitario|refuerza las defensas|fortalece el sistema inmunológico|fortalece las defensas|aumenta las defensas|refuerza la inmunidad",
    "sleep aid": "mejora el sueño|favorece el sueño|ayuda a dormir|ayuda a conciliar el sueño",
    calming: "reduce el estrés|alivia el estrés|reduce la ansiedad|alivia la ansiedad|antiestrés",
    "lowers blood pressure": "reduce la presión arterial|baja la tensión|reduce el colesterol|baja el colesterol",
    digestion: "favorece la digestión|mejora la digestión|ayuda a la digestión",
    "joint health": "fortalece los huesos|cuida las articulaciones|mejora la postura|corrige la postura",
    "hair growth": "estimula el crecimiento del cabello|anticaída|previene la caída del cabello|frena la caída",
    "scheme:dermatologically tested":
      "dermatológicamente testado|dermatológicamente testada|dermatológicamente probado|testado dermatológicamente|probado dermatológicamente|recomendado por dermatólogos|aprobado por dermatólogos|dermatológicamente probada|testada dermatológicamente",
    "scheme:clinically proven":
      "clínicamente probado|clínicamente probada|clínicamente demostrado|clínicamente testado|científicamente probado|eficacia probada|probado en laboratorio|científicamente demostrado|clínicamente probad*|clínicamente demostrad*|científicamente probad*|eficacia clínicamente probada",
    "scheme:award":
      "premio al|premio a|premiado|premiada|galardonado|galardonada|ganador del premio|ganadora del premio",
    "scheme:certificate": "certificado|certificada|certificados|certificadas|certificación|certificaciones",
    "scheme:patent": "patentado|patentada|patente",
    "scheme:recommended by doctors":
      "recomendado por médicos|recomendado por dentistas|recomendado por veterinarios|recomendado por pediatras|recomendad* por médicos|recomendad* por dermatólogos|recomendad* por pediatras|recomendad* por veterinarios|recomendad* por dentistas",
    "no:caffeine": "descafeinado|descafeinada",
  },
  substance: { lead: "plomo|cadmio",
    gluten: "gluten", milk: "leche|lácteos|proteína de leche|suero de leche|mantequilla", lactose: "lactosa", nuts: "frutos secos|frutos de cáscara|nueces", almonds: "almendras|almendra", hazelnuts: "avellanas|avellana", cashews: "anacardos", pistachios: "pistachos", peanuts: "cacahuetes|cacahuete|maní", soy: "soja|soya", egg: "huevo|huevos", wheat: "trigo|harina de trigo", barley: "cebada", rye: "centeno", oats: "avena", fish: "pescado", shellfish: "crustáceos|marisco", molluscs: "moluscos", sesame: "sésamo", celery: "apio", mustard: "mostaza", lupin: "altramuces", sulphites: "sulfitos",
    sugar: "azúcar|azúcares|azúcar añadido|azúcares añadidos", salt: "sal añadida|sal", fat: "grasa|grasas", sweetener: "edulcorantes", alcohol: "alcohol", caffeine: "cafeína", bpa: "bpa|bisfenol a", phthalates: "ftalatos", parabens: "parabenos", sulphates: "sulfatos", silicones: "siliconas", microplastics: "microplásticos", "mineral oil": "aceites minerales|aceite mineral", perfume: "perfume|fragancia|fragancias", azo: "azo|colorantes azo|colorantes azoicos|azoico*", colourings: "colorantes|colorantes artificiales", preservatives: "conservantes|conservadores", additives: "aditivos", flavourings: "aromas artificiales|saborizantes", "flavour enhancers": "potenciadores del sabor", "palm oil": "aceite de palma", gmo: "ogm|transgénicos", chlorine: "cloro", formaldehyde: "formaldehído", fluoride: "flúor", ammonia: "amoniaco|amoníaco", pesticides: "pesticidas", gelatin: "gelatina", yeast: "levadura", honey: "miel", beeswax: "cera de abejas|cera de abeja", grain: "cereales", pfas: "pfas|pfoa|ptfe", chemicals: "químicos|productos químicos|sustancias nocivas", "animal products": "productos de origen animal|ingredientes de origen animal", retinol: "retinol", "hyaluronic acid": "ácido hialurónico", collagen: "colágeno", batteries: "pilas", "essential oils": "aceites esenciales",
  }, // biome-ignore format: a table
  material: {
    cotton: "algodón", linen: "lino lavado", wool: "lana|lana virgen|pura lana", merino: "merino|lana merino", cashmere: "cachemira|cachemir", alpaca: "alpaca", mohair: "mohair", silk: "seda", satin: "satén", velvet: "terciopelo", leather: "cuero|piel de vacuno|piel de becerro|piel auténtica", suede: "ante|serraje", polyester: "poliéster", polyamide: "poliamida|nailon|nylon", elastane: "elastano|spandex|licra", viscose: "viscosa|rayón", modal: "modal", lyocell: "lyocell|tencel", hemp: "cáñamo", jute: "yute", bamboo: "bambú", rattan: "ratán|mimbre", acrylic: "acrílico", down: "plumón|plumas de ganso|plumón de ganso",
    "stainless steel": "acero inoxidable|acero inox", "carbon steel": "acero al carbono", steel: "acero", "cast iron": "hierro fundido", aluminium: "aluminio", titanium: "titanio", brass: "latón", bronze: "bronce", copper: "cobre", "sterling silver": "plata de ley|plata 925|plata esterlina", oak: "roble|madera de roble", beech: "haya|madera de haya", walnut: "madera de nogal|nogal", pine: "madera de pino|pino macizo", birch: "abedul", acacia: "acacia|madera de acacia", olive: "madera de olivo", teak: "teca", mdf: "mdf", plywood: "contrachapado", chipboard: "aglomerado", wood: "madera", marble: "mármol", granite: "granito", slate: "pizarra", ceramic: "cerámica", porcelain: "porcelana", stoneware: "gres", earthenware: "terracota|barro cocido", glass: "vidrio borosilicato|vidrio templado|cristal templado", silicone: "silicona", rubber: "caucho|goma|caucho natural", latex: "látex", pvc: "pvc|vinilo", polypropylene: "polipropileno", plastic: "plástico|plásticos", neoprene: "neopreno", "soy wax": "cera de soja", paraffin: "parafina", cork: "corcho", felt: "fieltro", nickel: "níquel", microfibre: "microfibra", fleece: "forro polar", zirconia: "circonita|circonitas|zirconia", diamond: "diamante|diamantes",
  }, // biome-ignore format: a table
  weak: { linen: "lino", gold: "oro|dorado*", silver: "plata|plateado*", leather: "piel", iron: "hierro", glass: "vidrio|cristal", paper: "papel", cardboard: "cartón", stone: "piedra", pine: "pino", ash: "fresno", maple: "arce", cherry: "cerezo", down: "pluma", feathers: "plumas", metal: "metal", resin: "resina", pearl: "perla|perlas", beeswax: "cera de abejas", wax: "cera", clay: "barro|arcilla", concrete: "hormigón|cemento" }, // biome-ignore format: a table
  formed: {
    "leather imitation":
      "cuero sintético|polipiel|piel sintética|cuero vegano|piel vegana|símil cuero|imitación cuero|imitación de cuero|piel ecológica|ecopiel|cuero artificial|efecto piel|efecto cuero",
    "fur imitation": "pelo sintético|pelo artificial|piel falsa",
    "suede imitation": "antelina",
    "silk imitation": "seda artificial|sedoso*|sedosa*|efecto seda",
    "linen imitation": "efecto lino",
    "wood imitation":
      "efecto madera|imitación madera|imitación de madera|efecto roble|imitación roble|acabado roble|acabado madera",
    "marble imitation": "efecto mármol|imitación mármol|marmolado*",
    "concrete imitation": "efecto cemento",
    "gold plated":
      "chapado en oro|chapada en oro|chapados en oro|chapadas en oro|bañado en oro|bañada en oro|bañados en oro|baño de oro|chapado de oro|bañadas en oro",
    "silver plated": "chapado en plata|bañado en plata|bañada en plata|baño de plata",
    "chrome plated": "cromado*",
    "leather solid":
      "cuero auténtico|cuero genuino|piel auténtica|piel genuina|cuero de plena flor|piel de plena flor|cuero real",
    "wood solid": "madera maciza",
    "oak solid": "roble macizo|madera maciza de roble|madera de roble maciza",
    "gold solid": "oro macizo",
    "oak veneer": "chapa de roble|chapado en roble|chapado de roble",
    "wood veneer": "chapa de madera|chapado en madera",
    "walnut veneer": "chapa de nogal",
  },
  form: { imitation: "sintético|sintética|imitación|artificial|falso|falsa", plated: "chapado|chapada|bañado|bañada", veneer: "chapa|laminado|laminada", filled: "relleno", solid: "macizo|maciza|auténtico|auténtica|genuino|genuina|puro|pura" }, // biome-ignore format: a table
  color: {
    black: "negro|negra|negros|negras", white: "blanco|blanca|blancos|blancas", "off-white": "marfil|crudo|crema|hueso", red: "rojo|roja|rojos|rojas", blue: "azul|azules", "light blue": "azul claro|celeste|azul cielo", "dark blue": "azul oscuro|azul noche", navy: "azul marino|marino", green: "verde|verdes", "dark green": "verde oscuro|verde botella|verde bosque|verde esmeralda|esmeralda", olive: "verde oliva|oliva", mint: "verde menta|menta", sage: "verde salvia|salvia", yellow: "amarillo|amarilla", mustard: "ocre|mostaza", orange: "naranja", rust: "óxido|teja", terracotta: "terracota", purple: "morado|morada|violeta|púrpura|ciruela", lilac: "lila|lavanda|malva", pink: "fucsia|magenta", rose: "rosa|rosa palo", coral: "coral", brown: "marrón|marrones|coñac", tan: "camel|caramelo", grey: "gris|grises", anthracite: "antracita|gris antracita", beige: "beige|arena|topo|nude", turquoise: "turquesa|petróleo", burgundy: "burdeos|granate|borgoña", khaki: "caqui", gold: "dorado|dorada|oro", silver: "plateado|plateada|plata", "rose gold": "oro rosa", copper: "cobre", transparent: "transparente*", multicolor: "multicolor",
  }, // biome-ignore format: a table
  act: { made: "fabricado|fabricada|fabricados|fabricadas|hecho|hecha|hechos|hechas|producido|producida|elaborado|elaborada|elaborados|confeccionado|confeccionada|made|manufacturado|cosido|cosida|tostado|embotellado|fabricación", designed: "diseñado|diseñada|diseñados|diseñadas|desarrollado|desarrollada", grown: "cultivado|cultivada|cosechado|cosechada|recolectado", assembled: "ensamblado|ensamblada|montado|montada", woven: "tejido|tejida|hilado|hilada" }, // biome-ignore format: a table
  term: { warranty: "garantía|garantía del fabricante", returns: "devolución|devoluciones|derecho de devolución", shipping: "envío|envíos|entrega|gastos de envío", money_back: "garantía de devolución del dinero|devolución del dinero|te devolvemos el dinero" }, // biome-ignore format: a table
  superlative: { "best-selling": "el más vendido|la más vendida|superventas|éxito de ventas|más vendido|más vendida", "number one": "número uno|número 1|nº 1|n.º 1|líder del mercado|líder mundial", "world's": "del mundo|del mercado|de su clase", unmatched: "inigualable*|insuperable*|imbatible*" }, // biome-ignore format: a table
  nation: { IT: "italiano|italiana", DE: "alemán|alemana", FR: "francés|francesa", ES: "español|española", PT: "portugués|portuguesa", GB: "británico|británica|inglés|inglesa", CH: "suizo|suiza", JP: "japonés|japonesa", CN: "chino|china", US: "americano|americana|estadounidense", TR: "turco|turca", IN: "indio|india", MX: "mexicano|mexicana", PE: "peruano|peruana", CO: "colombiano|colombiana", BR: "brasileño|brasileña", MA: "marroquí", GR: "griego|griega" }, // biome-ignore format: a table
  place: { US: "eeuu|ee. uu.|ee.uu.|usa|américa", GB: "inglaterra|gran bretaña|escocia", NL: "holanda" }, // biome-ignore format: a table
  label: {
    test: "prueba|pruebas|test|testado|ensayo|ensayos|estudio",
    award: "premio|premios|galardón|galardones",
    material: "material|materiales|composición|tejido|tela|forro|exterior|madera", color: "color|colores|tono", size: "talla|tallas|tamaño|tamaños|número", scent: "aroma|fragancia", flavor: "sabor|sabores", made: "país de origen|fabricado en|hecho en|país de fabricación|lugar de fabricación|made in|fabricación", origin: "origen|procedencia|región", designed: "diseño|diseñado en", ingredients: "ingredientes|contiene", allergens: "alérgenos|alérgeno", free_from: "libre de|sin|no contiene", may_contain: "puede contener|trazas|puede contener trazas de", warranty: "garantía|periodo de garantía", returns: "devoluciones|devolución", compatibility: "compatibilidad|compatible con|dispositivos compatibles|apto para modelos|modelos compatibles", certificate: "certificado|certificados|certificación|certificaciones|norma|normas|sello", property: "características|cuidados|propiedades|dieta",
  }, // biome-ignore format: a table
  role: {
    variant: "versión|modelo|variante|edición|tono|color",
    not: "no|no es|nunca|jamás|ni|tampoco|ningún*|todo menos|no son",
    without: "sin|cero|no contiene|no lleva|libre de|ningún|sin ningún|no contienen",
    free_of: "libre* de|exento de|exenta de|no contiene|no contienen",
    free: "free",
    maybe: "puede contener|puede contener trazas de|trazas de|pueden contener|casi",
    contains: "contiene|contienen|enriquecido con|enriquecida con|ingredientes",
    but: "pero|sino|sin embargo|aunque|excepto|salvo|mientras",
    no_negation:
      "no solo|no sólo|sin duda|sin duda alguna|no únicamente|sin esfuerzo|sin igual|sin límites|no dudes|sin olvidar|sin problema*|nada más que|no hay duda|no te pierdas|sin prisa|sin más|no pasa desapercibido",
    unlike:
      "a diferencia de|a diferencia del|al contrario que|como|como la|como el|que el|que la|en vez de|en lugar de|sustituye|reemplaza|alternativa al|alternativa a la|combínalo con|combínala con|combina con|combina bien con|llévalo con|para|para el|para la|sobre|bajo|contra|inspirado en|recuerda a|notas de|con tu|con una|con un|junto a|limpia|tan suave como|suave como|parece|todo tipo de|aspecto de|tacto de",
    made_of:
      "de|en|hecho de|hecha de|hechos de|hechas de|fabricado en|fabricada en|fabricado con|hecho en|hecha en|hecho con|elaborado con|elaborada con|elaborado en|confeccionado en|confeccionada en|compuesto de|a base de|tejido en|pura|puro|fabricado de",
    offered:
      "ahora en|ya en|se vende en|disponible* también en|nuevo en|a elegir entre|en el color|disponible* en|viene en|vienen en|también en|se ofrece en|en color|en los colores|elige entre|en un|en tonos",
    compatible:
      "compatible* con|apto para|apta para|sirve para|funciona con|diseñado para|diseñada para|válido para|encaja en|encaja con",
    in: "en|en el|en la|en los|de|del|por|desde|en nuestro|en nuestra|en el sur de",
    lifetime: "de por vida|para toda la vida|vitalicia|ilimitada",
    gratis: "gratis|gratuito|gratuita|gratuitos|gratuitas|sin coste",
    nothing:
      "cuero cabelludo|seda dental|hilo de seda dental|algodón de azúcar|ropa de cama|té verde|té negro|vino tinto|vino blanco|café negro|zumo de naranja|leche de coco|leche de almendras|leche de avena|leche corporal|mantequilla de karité|manteca de karité|manteca de cacao|agua de rosas|edad de oro|formas orgánicas|forma orgánica|silueta orgánica|líneas orgánicas|no importa|color piel|piel seca|piel grasa|piel sensible|pieles sensibles|toda tipo de piel|la piel|tu piel|su piel|cuidado del cuero|papel de aluminio|papel de lija|bastoncillos de algodón|azul acero|noche blanca|de nada|de verdad|de oro olímpico|cristalino|sin perder|cura de sueño|lo cura todo",
    not_after: "no contiene|prohibid*",
  },
};
