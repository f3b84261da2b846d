import type { ClaimRows } from "./claim-rows.ts";

export const it: ClaimRows = {
  property: {
    "scheme:safety tested": "sicurezza testata|testat* per la sicurezza|sicurezza certificata",
    healthy:
      "fa bene al cuore|fa bene alla salute|buono per la salute|salutare per il cuore|proprietà terapeutiche|proprietà curative|toccasana",
    circulation: "migliora la circolazione|stimola la circolazione",
    "wireless charging": "ricarica wireless|ricarica senza fili",
    vegan: "vegan|vegano|vegana|vegani|vegane",
    vegetarian: "vegetariano|vegetariana",
    organic:
      "biologico|biologica|biologici|biologiche|organico|organica|bio|da agricoltura biologica|da coltivazione biologica",
    halal: "halal",
    kosher: "kosher",
    "cruelty-free": "cruelty free|non testato su animali|non testata su animali|senza crudeltà|non testati su animali",
    waterproof: "impermeabile*|impermeabili|stagno|waterproof|a tenuta stagna",
    "water-resistant":
      "resistente* all'acqua|resistenza all'acqua|idrorepellenza|idrorepellente*|resistente agli schizzi|water resistant|resistenti all'acqua|resistente alle intemperie",
    windproof: "antivento",
    fireproof: "resistente* al fuoco|non infiammabile",
    "flame-retardant": "ritardante di fiamma|ignifug*|difficilmente infiammabile",
    hypoallergenic:
      "ipoallergenico|ipoallergenica|ipoallergenici|ipoallergeniche|anallergico|anallergica|antiallergico|ipoallergenic*|adatto a chi soffre di allergie|adatta a chi soffre di allergie|adatto agli allergici|anallergic*",
    antibacterial:
      "antibatterico|antibatterica|antibatterici|antimicrobico|elimina i batteri|uccide i batteri|antisettico|antivirale|antibatteric*|antimicrobic*|battericida|disinfettante|antisettic*|antimuffa",
    "non-toxic":
      "atossico|atossica|non tossico|non tossica|atossici|privo di sostanze tossiche|atossic*|non tossic*|priv* di sostanze nocive|senza sostanze nocive",
    "child-safe":
      "sicuro per i bambini|sicura per i bambini|a prova di bambino|sicuro per bambini|sicuro per i neonati|sicura per i neonati|sicur* per i più piccoli",
    "food-safe":
      "adatto al contatto con alimenti|per uso alimentare|idoneo al contatto con alimenti|idoneo al contatto alimentare|idoneo al contatto con gli alimenti|idonea al contatto con gli alimenti|per alimenti|adatta agli alimenti|adatto agli alimenti|uso alimentare|grado alimentare|alimentare certificato",
    "skin-friendly": "adatto alle pelli sensibili|adatta alle pelli sensibili|per pelli sensibili",
    "dishwasher-safe":
      "lavabile* in lavastoviglie|adatto alla lavastoviglie|adatta alla lavastoviglie|lavabili in lavastoviglie",
    "machine-washable": "lavabile* in lavatrice|lavabili in lavatrice|lavaggio in lavatrice|lavabile* a macchina",
    "hand-wash": "lavaggio a mano|lavare a mano|da lavare a mano",
    "microwave-safe": "adatto al microonde|adatta al microonde",
    "oven-safe": "adatto al forno|adatta al forno|resistente al forno|va in forno",
    "freezer-safe": "adatto al congelatore|adatta al freezer|adatto al freezer",
    handmade:
      "fatto a mano|fatta a mano|fatti a mano|fatte a mano|realizzato a mano|realizzata a mano|cucito a mano|cucita a mano|tessuto a mano|tessuta a mano|dipinto a mano|dipinta a mano|artigianale|artigianali|intrecciato a mano|intrecciata a mano|lavorato a mano|lavorata a mano|soffiato a bocca|artigianalmente",
    recycled: "riciclato|riciclata|riciclati|riciclate",
    recyclable: "riciclabile|riciclabili",
    biodegradable: "biodegradabile|biodegradabili",
    compostable: "compostabile|compostabili",
    sustainable: "sostenibile|sostenibili|sostenibilità",
    "eco-friendly":
      "ecologico|ecologica|ecologici|rispettoso dell'ambiente|eco friendly|ecosostenibile|ecocompatibile|amico dell'ambiente|amic* dell'ambiente|rispettos* dell'ambiente|ecosostenibil*|ecocompatibil*",
    "climate-neutral":
      "a impatto zero|carbon neutral|a emissioni zero|neutrale dal punto di vista climatico|impatto zero sul clima|climaticamente neutr*|neutrale per il clima|neutral* dal punto di vista climatico|emissioni zero|a zero emissioni|carbonio neutrale",
    reusable: "riutilizzabile|riutilizzabili",
    foldable: "pieghevole|pieghevoli|ripiegabile",
    adjustable: "regolabile|regolabili",
    rechargeable: "ricaricabile|ricaricabili",
    wireless: "senza fili|wireless|cordless",
    "shock-proof": "antiurto|resistente* agli urti",
    "scratch-resistant": "antigraffio|resistente* ai graffi",
    rustproof: "inossidabile|antiruggine|non arrugginisce",
    unbreakable: "infrangibile|infrangibili|indistruttibile",
    "non-slip": "antiscivolo",
    "stain-resistant": "antimacchia",
    "wrinkle-free": "antipiega|non si stira|senza stiratura",
    "quick-drying": "ad asciugatura rapida|asciuga rapidamente|asciugatura rapida",
    breathable: "traspirante|traspiranti",
    "uv-protective": "protezione uv|resistente* ai raggi uv|anti uv",
    reversible: "reversibile|double face",
    stackable: "impilabile|impilabili",
    "heat-resistant": "resistente* al calore",
    unscented: "senza profumo|non profumato|inodore",
    seamless: "senza cuciture",
    "bare:dishwasher-safe": "lavastoviglie",
    "bare:machine-washable": "lavatrice",
    "bare:tumble-dry": "asciugatrice",
    "bare:microwave-safe": "microonde",
    heals: "cura l'acne|guarisce|cura la psoriasi|cicatrizzante|previene le malattie|proprietà curative|cura l'eczema",
    "relieves pain":
      "allevia il dolore|allevia i dolori|antidolorifico|allevia il mal di schiena|allevia il mal di testa|lenisce il dolore",
    "anti-inflammatory": "antinfiammatorio|antinfiammatoria|antiinfiammatorio",
    slimming: "dimagrante|brucia grassi|bruciagrassi|perdere peso|perdita di peso|snellente|accelera il metabolismo",
    detox: "detox|disintossicante|depurativo|elimina le tossine",
    "anti-aging": "anti~età|antirughe|riduce le rughe|attenua le rughe|anti~aging|antietà|anti~age|ringiovanent*",
    immunity:
      "rafforza il sistema immunitario|rafforza le difese|rinforza le difese immunitarie|sostiene il sistema immunitario|rinforza il sistema immunitario",
    "sleep aid": "favorisce il sonno|migliora il sonno|aiuta a dormire|concilia il sonno",
    calming: "riduce lo stress|antistress|riduce l'ansia|allevia lo stress",
    "lowers blood pressure": "abbassa la pressione|riduce il colesterolo|abbassa il colesterolo",
    digestion: "favorisce la digestione|aiuta la digestione|migliora la digestione",
    "joint health": "rinforza le ossa|protegge le articolazioni|migliora la postura|corregge la postura",
    "hair growth": "stimola la crescita dei capelli|anticaduta|previene la caduta dei capelli",
    "scheme:dermatologically tested":
      "dermatologicamente testato|dermatologicamente testata|testato dermatologicamente|testata dermatologicamente|consigliato dai dermatologi|approvato dai dermatologi|dermatologicamente testati",
    "scheme:clinically proven":
      "clinicamente testato|clinicamente provato|clinicamente testata|scientificamente provato|efficacia dimostrata|testato in laboratorio|scientificamente testato|efficacia provata|clinicamente provat*|clinicamente testat*|scientificamente provat*|efficacia clinicamente provata|clinicamente dimostrat*",
    "scheme:ophthalmologically tested": "oftalmologicamente testato",
    "scheme:award": "premiato|premiata|pluripremiato|vincitore del premio|vincitrice del premio|pluripremiata",
    "scheme:certificate": "certificato|certificata|certificati|certificate|certificazione|certificazioni",
    "scheme:patent": "brevettato|brevettata|brevetto",
    "scheme:recommended by doctors":
      "consigliato dai medici|raccomandato dai medici|consigliato dai dentisti|consigliato dai veterinari|consigliato dai pediatri|consigliat* dai medici|consigliat* dai dermatologi|consigliat* dai pediatri|consigliat* dai veterinari|consigliat* dai dentisti|raccomandat* dai medici",
    "no:caffeine": "decaffeinato|decaffeinata",
    "no:alcohol": "analcolico|analcolica",
  },
  substance: { lead: "piombo|cadmio",
    gluten: "glutine", milk: "latte|latticini|proteine del latte|siero di latte|burro", lactose: "lattosio", nuts: "frutta a guscio|noci", almonds: "mandorle|mandorla", hazelnuts: "nocciole|nocciola", cashews: "anacardi", pistachios: "pistacchi|pistacchio", peanuts: "arachidi", soy: "soia", egg: "uova|uovo", wheat: "grano|frumento|farina di grano", barley: "orzo", rye: "segale", oats: "avena", fish: "pesce", shellfish: "crostacei", molluscs: "molluschi", sesame: "sesamo", celery: "sedano", mustard: "senape", lupin: "lupini", sulphites: "solfiti",
    sugar: "zucchero|zuccheri|zuccheri aggiunti|zucchero aggiunto", salt: "sale|sale aggiunto", fat: "grassi|grasso", sweetener: "dolcificanti|edulcoranti", alcohol: "alcol|alcool", caffeine: "caffeina", bpa: "bpa|bisfenolo a", phthalates: "ftalati", parabens: "parabeni", sulphates: "solfati", silicones: "siliconi", microplastics: "microplastiche", "mineral oil": "oli minerali|olio minerale", perfume: "profumo|profumi|fragranze", azo: "azo|coloranti azoici|colorante azoico|azoic*", colourings: "coloranti|coloranti artificiali", preservatives: "conservanti", additives: "additivi", flavourings: "aromi artificiali", "flavour enhancers": "esaltatori di sapidità", "palm oil": "olio di palma", gmo: "ogm", chlorine: "cloro", formaldehyde: "formaldeide", fluoride: "fluoro", ammonia: "ammoniaca", pesticides: "pesticidi", gelatin: "gelatina", yeast: "lievito", honey: "miele", beeswax: "cera d'api", grain: "cereali", pfas: "pfas|pfoa|ptfe", chemicals: "sostanze chimiche|sostanze nocive", "animal products": "prodotti di origine animale|ingredienti di origine animale", retinol: "retinolo", "hyaluronic acid": "acido ialuronico", collagen: "collagene", batteries: "pile|batterie", "essential oils": "oli essenziali",
  }, // biome-ignore format: a table
  material: {
    cotton: "cotone", linen: "lino lavato", wool: "lana|lana vergine|pura lana", merino: "merino|merinos|lana merino", cashmere: "cashmere|cachemire", alpaca: "alpaca", mohair: "mohair", silk: "seta", satin: "raso", velvet: "velluto", leather: "cuoio|vera pelle|pelle di vitello|pelle bovina", suede: "camoscio|pelle scamosciata|nabuk", polyester: "poliestere", polyamide: "poliammide|nylon", elastane: "elastan|elastane|spandex|lycra", viscose: "viscosa", modal: "modal", lyocell: "lyocell|tencel", hemp: "canapa", jute: "iuta|juta", bamboo: "bambù|bamboo", rattan: "rattan|vimini", acrylic: "acrilico", down: "piumino d'oca|piuma d'oca", "stainless steel": "acciaio inossidabile|acciaio inox|inox", "carbon steel": "acciaio al carbonio", steel: "acciaio", "cast iron": "ghisa", aluminium: "alluminio", titanium: "titanio", brass: "ottone", bronze: "bronzo", copper: "rame", "sterling silver": "argento 925|argento sterling", oak: "rovere|quercia|legno di rovere", beech: "faggio|legno di faggio", walnut: "legno di noce|noce massello|noce canaletto", pine: "legno di pino", birch: "betulla", acacia: "acacia|legno di acacia", olive: "legno d'ulivo|legno di ulivo", teak: "teak", mdf: "mdf", plywood: "compensato", chipboard: "truciolato", wood: "legno", marble: "marmo", granite: "granito", slate: "ardesia", ceramic: "ceramica", porcelain: "porcellana", stoneware: "gres", earthenware: "terracotta", glass: "vetro borosilicato|vetro temperato", silicone: "silicone", rubber: "gomma|caucciù|gomma naturale", latex: "lattice", pvc: "pvc|vinile", polypropylene: "polipropilene", plastic: "plastica", neoprene: "neoprene", "soy wax": "cera di soia", paraffin: "paraffina", cork: "sughero", felt: "feltro", nickel: "nichel|nickel", microfibre: "microfibra", fleece: "pile tessuto", zirconia: "zirconi|zircone|zirconia", diamond: "diamante|diamanti",
  }, // biome-ignore format: a table
  weak: { linen: "lino", leather: "pelle", gold: "oro|dorato|dorata", silver: "argento|argentato", iron: "ferro", glass: "vetro", paper: "carta", cardboard: "cartone", stone: "pietra", walnut: "noce", pine: "pino", ash: "frassino", maple: "acero", cherry: "ciliegio", olive: "ulivo", down: "piumino", feathers: "piume", metal: "metallo", resin: "resina", crystal: "cristallo", pearl: "perla|perle", beeswax: "cera d'api", wax: "cera", clay: "argilla", concrete: "cemento" }, // biome-ignore format: a table
  formed: {
    "leather imitation":
      "ecopelle|similpelle|finta pelle|pelle sintetica|pelle vegana|eco pelle|effetto pelle|simil pelle|similcuoio|pelle ecologica",
    "fur imitation": "pelliccia sintetica|pelliccia ecologica|ecopelliccia|finta pelliccia",
    "silk imitation": "effetto seta|seta artificiale|setoso|setosa",
    "linen imitation": "effetto lino",
    "wood imitation": "effetto legno|finto legno|effetto rovere|effetto noce",
    "marble imitation": "effetto marmo|marmorizzato|finto marmo",
    "concrete imitation": "effetto cemento",
    "gold plated":
      "placcato oro|placcata oro|placcati oro|placcate oro|placcato in oro|placcata in oro|dorato galvanico|bagnato in oro|bagno d'oro|placcatura oro",
    "silver plated": "placcato argento|placcata argento|placcato in argento",
    "chrome plated": "cromato|cromata",
    "leather solid": "vera pelle|pelle pieno fiore|autentica pelle|vero cuoio|pelle autentica",
    "wood solid": "legno massello|legno massiccio",
    "oak solid": "rovere massello|rovere massiccio|massello di rovere|legno massello di rovere",
    "gold solid": "oro massiccio",
    "oak veneer": "impiallacciato rovere|impiallacciatura di rovere|impiallacciatura rovere|impiallacciato in rovere",
    "wood veneer": "impiallacciato|impiallacciatura",
  },
  form: { imitation: "finto|finta|sintetico|sintetica|imitazione", plated: "placcato|placcata", veneer: "impiallacciato|impiallacciata|laminato|laminata", filled: "riempito", solid: "massello|massiccio|massiccia|vero|vera|puro|pura|autentico|autentica" }, // biome-ignore format: a table
  color: {
    black: "nero|nera|neri|nere", white: "bianco|bianca|bianchi|bianche", "off-white": "avorio|ecrù|panna|crema", red: "rosso|rossa|rossi|rosse", blue: "blu|azzurro|azzurra", "light blue": "celeste|azzurro chiaro", "dark blue": "blu scuro|blu notte", navy: "blu navy|blu marino", green: "verde|verdi", "dark green": "verde scuro|verde bosco|verde bottiglia|verde smeraldo|smeraldo", olive: "verde oliva|oliva", mint: "verde menta|menta", sage: "verde salvia|salvia", yellow: "giallo|gialla", mustard: "ocra|senape", orange: "arancione|arancio", rust: "ruggine", terracotta: "terracotta", purple: "viola|prugna|melanzana", lilac: "lilla|lavanda|glicine", pink: "fucsia|magenta", rose: "rosa|rosa antico|cipria|rosa cipria", coral: "corallo", brown: "marrone|marroni|cognac", tan: "cammello|caramello", grey: "grigio|grigia|grigi", anthracite: "antracite", beige: "beige|sabbia|tortora", turquoise: "turchese|petrolio", burgundy: "bordeaux|bordò", khaki: "kaki|cachi", gold: "oro|dorato", silver: "argento|argentato", "rose gold": "oro rosa", copper: "rame", transparent: "trasparente|trasparenti", multicolor: "multicolore",
  }, // biome-ignore format: a table
  act: { made: "prodotto|prodotta|prodotti|prodotte|fatto|fatta|fatti|fatte|fabbricato|fabbricata|realizzato|realizzata|realizzati|realizzate|made|confezionato|confezionata|cucito|cucita|tostato|imbottigliato|produzione", designed: "disegnato|disegnata|progettato|progettata|ideato|ideata|sviluppato|sviluppata", grown: "coltivato|coltivata|raccolto|raccolta", assembled: "assemblato|assemblata", woven: "tessuto|tessuta|filato|filata" }, // biome-ignore format: a table
  term: { warranty: "garanzia|garanzia del produttore", returns: "reso|resi|diritto di recesso|restituzione", shipping: "spedizione|spedizioni|consegna|spese di spedizione", money_back: "soddisfatti o rimborsati|soddisfatto o rimborsato" }, // biome-ignore format: a table
  superlative: { "best-selling": "il più venduto|la più venduta|best~seller|più venduto|più venduta", "number one": "numero uno|numero 1|n. 1|n.1|leader di mercato|leader mondiale", "world's": "al mondo|del mondo|sul mercato|della sua categoria", unmatched: "ineguagliabile|imbattibile|senza pari" }, // biome-ignore format: a table
  nation: { IT: "italiano|italiana|italiani|italiane", DE: "tedesco|tedesca", FR: "francese|francesi", ES: "spagnolo|spagnola", PT: "portoghese", GB: "britannico|inglese|scozzese", CH: "svizzero|svizzera", JP: "giapponese", CN: "cinese", US: "americano|americana", TR: "turco|turca", IN: "indiano|indiana", GR: "greco|greca" }, // biome-ignore format: a table
  place: { US: "usa|america", GB: "inghilterra|gran bretagna|scozia", NL: "olanda" }, // biome-ignore format: a table
  label: {
    test: "test|testato|prova|prove|studio clinico",
    award: "premio|premi|riconoscimento|riconoscimenti",
    material: "materiale|materiali|composizione|tessuto|fodera|esterno|legno", color: "colore|colori|tonalità", size: "taglia|taglie|misura|misure", scent: "profumo|profumazione|fragranza", flavor: "gusto|sapore|gusti", made: "paese di origine|paese d'origine|prodotto in|paese di produzione|fatto in|made in|luogo di produzione|produzione", origin: "origine|provenienza|regione", designed: "design|progettato in", ingredients: "ingredienti|contiene", allergens: "allergeni|allergene", free_from: "senza|privo di|non contiene", may_contain: "può contenere|tracce|può contenere tracce di", warranty: "garanzia|durata della garanzia", returns: "resi|reso", compatibility: "compatibilità|compatibile con|dispositivi compatibili|adatto per|modelli compatibili", certificate: "certificazione|certificazioni|certificato|certificati|norma|norme|marchio", property: "caratteristiche|cura|manutenzione|dieta",
  }, // biome-ignore format: a table
  role: {
    variant: "versione|modello|variante|edizione|tonalità|colorazione",
    not: "non|non è|mai|né|nessun*|tutt'altro che|non sono",
    without: "senza|zero|non contiene|privo di|priva di|nessun*|senza alcun*|non contengono",
    free_of: "privo di|priva di|privi di|prive di|esente da|esenti da|non contiene",
    free: "free",
    maybe: "può contenere|può contenere tracce di|tracce di|possono contenere|quasi",
    contains: "contiene|contengono|arricchito con|arricchita con|ingredienti",
    but: "ma|però|tuttavia|bensì|eccetto|tranne|mentre",
    no_negation:
      "non solo|senza dubbio|senza alcun dubbio|non soltanto|senza sforzo|senza pari|senza tempo|senza limiti|non c'è dubbio|senza dimenticare|nient'altro che|senza pensieri|non vedi l'ora|non manca",
    unlike:
      "a differenza di|a differenza del|a differenza della|al contrario di|al contrario del|come|come la|come il|come seta|che il|rispetto al|invece di|al posto di|al posto della|sostituisce|alternativa alla|alternativa al|abbinalo a|abbinala a|abbinalo con|abbinare a|si abbina a|si abbina con|indossalo con|per|per la|per il|su|sotto|contro|ispirato a|ricorda|note di|con una|con un|accanto a|pulisce|morbido come|tutti i tipi di",
    made_of:
      "in|di|in puro|in pura|realizzato in|realizzata in|realizzati in|fatto di|fatta di|fatto in|fatta in|composto da|composta da|prodotto in|confezionato in|a base di|tessuto in|pura|puro|100%",
    offered:
      "ora in|adesso in|ora anche in|da oggi in|nella colorazione|nelle varianti|nella variante|si sceglie tra|disponibile in|disponibili in|nei colori|nel colore|anche in|si presenta in|scegli tra|proposto in|in colore|in un|nella tonalità|nei toni",
    compatible:
      "compatibile con|compatibili con|adatto per|adatta per|adatto a|funziona con|progettato per|si adatta a|ideale per",
    in: "in|nel|nella|nei|a|da|di|dalla|dal|nel nostro|nella nostra|nel sud",
    lifetime: "a vita|illimitata|per tutta la vita",
    gratis: "gratis|gratuito|gratuita|gratuiti|gratuite|omaggio",
    nothing:
      "cuoio capelluto|zucchero filato|biancheria da letto|tè verde|tè nero|vino rosso|vino bianco|caffè nero|succo d'arancia|latte di cocco|latte di mandorla|latte d'avena|latte corpo|burro di karité|burro di cacao|burro di arachidi|acqua di rose|forme organiche|forma organica|linee organiche|silhouette organica|cotton fioc|la pelle|tua pelle|pelle secca|pelle sensibile|pelli sensibili|pelle grassa|sulla pelle|della pelle|cura della pelle|filo interdentale|carta bianca|notte bianca|in più|a forma di|età dell'oro|azzurro cielo|ferro da stiro|carta da parati|in fondo",
    not_after: "non contiene|vietat*",
  },
};
