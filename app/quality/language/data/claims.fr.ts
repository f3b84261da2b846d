import type { ClaimRows } from "./claim-rows.ts";

export const fr: ClaimRows = {
  property: {
    circulation: "améliore la circulation|stimule la circulation",
    "scheme:safety tested": "sécurité testée|testé* pour la sécurité",
    healthy:
      "bon pour le cœur|bon pour la santé|bonne pour la santé|bon pour votre santé|bénéfique pour la santé|bienfaits pour la santé|vertus médicinales|vertus thérapeutiques",
    "pet-safe":
      "sans danger pour les animaux|sans danger pour les chiens|sans danger pour les chats|non toxique pour les animaux|sans risque pour les animaux",
    refillable: "réutilisable et rechargeable|recharge disponible",
    "tumble-dry":
      "séchage en machine|sèche en machine|séchage au sèche linge|passe au sèche linge|compatible sèche linge|séchage en tambour",
    "wireless charging": "charge sans fil|recharge sans fil",
    vegan:
      "vegan|végan|végane*|100% végétal|100 % végétal*|entièrement végétal*|sans ingrédient d'origine animale|végétalien*",
    vegetarian: "végétarien*",
    organic:
      "bio|biologique*|issu de l'agriculture biologique|issue de l'agriculture biologique|agriculture biologique|culture biologique|cultivé* en bio|de culture biologique|certifié* bio|certifiée* bio|en agriculture bio|filière bio|qualité bio",
    halal: "halal",
    kosher: "casher|kasher",
    "cruelty-free": "sans cruauté|non testé* sur les animaux|cruelty free|sans test sur les animaux",
    waterproof: "étanche*|imperméable*|waterproof|imperméabilité|totalement étanche*|submersible*",
    "water-resistant":
      "résistant* à l'eau|résistance à l'eau|déperlant*|résistant* aux éclaboussures|hydrofuge*|résistant* aux intempéries|résistant* à l'humidité|résistant* à la pluie|anti éclaboussures|imperméabilisé*|déperlance|résistant* aux projections d'eau",
    windproof: "coupe vent|coupe~vent|coupevent|résistant* au vent|anti vent|protège du vent",
    fireproof: "ininflammable*|résistant* au feu|incombustible*|non inflammable*|résiste au feu|non combustible*",
    "flame-retardant":
      "retardateur de flamme|ignifugé*|difficilement inflammable*|retardateur de feu|non feu|classé* m1",
    hypoallergenic:
      "hypo~allergénique*|anti~allergique*|convient aux allergiques|anti allergie|anti acarien*|adapté* aux personnes allergiques",
    antibacterial:
      "anti~bactérien*|anti~microbien*|élimine les bactéries|tue les bactéries|antiseptique*|antiviral*|bactéricide*|antibactérienne*|détruit les bactéries|anti germes|désinfectant*|antifongique*|virucide*",
    "non-toxic":
      "non toxique*|sans substances toxiques|sans produit toxique|sans substance nocive|sans substances nocives|sans produits toxiques|atoxique*|garanti* non toxique*|sans toxine*",
    "child-safe":
      "sans danger pour les enfants|adapté* aux enfants en toute sécurité|sûr* pour les enfants|sans danger pour bébé|sûr* pour bébé|sans danger pour les tout petits|sécurité enfant|sécurité enfants|sans risque pour bébé|sans risque pour les enfants|résistant* à la salive|sécurisé* pour les enfants|adapté* aux bébés en toute sécurité|conception sécurisée pour les enfants|totalement sans danger pour les tout petits",
    "food-safe":
      "qualité alimentaire|contact alimentaire|apte au contact alimentaire|contact avec les aliments|adapté* au contact alimentaire|apte* au contact alimentaire",
    "skin-friendly":
      "convient aux peaux sensibles|pour peaux sensibles|adapté* aux peaux sensibles|convient à tous les types de peau|doux pour la peau|doux pour les peaux sensibles|respecte les peaux sensibles",
    "dishwasher-safe":
      "passe au lave vaisselle|compatible lave vaisselle|passent au lave vaisselle|va au lave vaisselle|lavable* au lave vaisselle|résistant* au lave vaisselle|adapté* au lave vaisselle|lavable en lave vaisselle",
    "machine-washable":
      "lavable* en machine|lavage en machine|passe en machine|lavable* à la machine|passe à la machine|se lave en machine|lave en machine|laver en machine",
    "hand-wash":
      "lavage à la main|laver à la main|lavage main|lavage à la main uniquement|lavable* à la main|se lave à la main|à laver à la main|vaisselle à la main|nettoyage à la main",
    "microwave-safe":
      "passe au micro ondes|compatible micro ondes|adapté* au micro ondes|résistant* au micro ondes|compatible* micro ondes",
    "oven-safe":
      "passe au four|compatible four|va au four|allant au four|vont au four|résistant* au four|adapté* au four|passent au four|compatible* four|supporte le four",
    "freezer-safe":
      "passe au congélateur|va au congélateur|compatible* congélateur|congelable*|adapté* au congélateur|résistant* au congélateur|supporte la congélation",
    handmade:
      "fait* main|fait* à la main|fabriqué* à la main|cousu* main|cousu* à la main|tissé* à la main|tressé* à la main|peint* à la main|façonné* à la main|coulé* à la main|soufflé* à la bouche|artisanal*|confectionné* à la main|artisanalement|tricoté* main|tricoté* à la main|crocheté* main|crocheté* à la main|brodé* main|brodé* à la main|noué* main|noué* à la main|sculpté* à la main|forgé* à la main|forgé* main|tourné* à la main|teint* à la main|peint* main|tressé* main|moulé* à la main|poli* à la main|gravé* à la main|assemblé* à la main|imprimé* à la main|martelé* à la main|sculpté* main|roulé* à la main|taillé* à la main|monté* à la main|fabriqué* artisanalement|fabrication artisanale|façonné* main|de fabrication artisanale",
    recycled:
      "recyclé*|recyclée*|matière* recyclé*|issu* du recyclage|issue* du recyclage|surcyclé*|upcyclé*|revalorisé*",
    recyclable:
      "recyclable*|entièrement recyclable*|peut être recyclé*|peuvent être recyclé*|se recycle facilement|à recycler",
    biodegradable: "biodégradable*|se dégrade naturellement",
    compostable: "compostable*|compost domestique|compostage domestique",
    sustainable: "durablement|développement durable|écoresponsable*|éco~responsable*",
    "eco-friendly":
      "écologique*|respectueu* de l'environnement|éco friendly|respectueu* de la planète|bon pour la planète|respecte la planète|respecte l'environnement|respectueux du climat|éco conçu*|écoconçu*|bon pour l'environnement",
    "climate-neutral":
      "neutre* en carbone|neutre* pour le climat|neutralité carbone|zéro émission|bas carbone|compensé* carbone|zéro carbone|neutralité climatique|sans émission",
    reusable: "réutilisable*",
    foldable: "pliable*|pliant*|repliable*|se plie|se replie|plient à plat|dépliable*",
    adjustable: "réglable*|ajustable*",
    rechargeable:
      "rechargeable*|rechargeable* par usb|batterie intégrée|batterie rechargeable|se recharge*|rechargeable* en usb",
    wireless: "sans fil|sans câble|sans cordon|par bluetooth",
    "shock-proof": "antichoc*|résistant* aux chocs|antichocs|résistant* aux impacts",
    "scratch-resistant": "résistant* aux rayures|anti rayures|inrayable*|anti rayure|antirayures|ne se raye pas",
    rustproof:
      "inoxydable*|antirouille|ne rouille pas|résistant* à la rouille|anti rouille|anticorrosion|résistant* à la corrosion|ne rouille jamais",
    unbreakable:
      "incassable*|résistant* à la casse|indestructible*|ne casse pas|ne se casse pas|increvable*|résistant* aux chutes",
    "non-slip": "antidérapant*|anti dérapant*|antidérapante*|anti glisse|anti glissement|semelle antidérapante",
    "stain-resistant": "antitache*|anti taches|résistant* aux taches|antitaches|anti tache|antisalissure*",
    "wrinkle-free":
      "infroissable*|sans repassage|ne se froisse pas|défroissable*|ne froisse pas|repassage inutile|repassage facile",
    "quick-drying":
      "à séchage rapide|séchage rapide|sèche vite|sèche rapidement|séchage express|séchage ultra rapide|sèche en un clin d'œil",
    breathable: "respirant*|perméable* à l'air|respirabilité",
    "uv-protective": "anti uv|protection uv|résistant* aux uv|protège des uv|filtre les uv|traité* anti uv",
    reversible: "réversible*|deux faces utilisables",
    stackable: "empilable*|s'empile*|gerbable*",
    "heat-resistant": "résistant* à la chaleur",
    unscented: "non parfumé*|sans parfum|inodore*|sans parfum ajouté",
    seamless: "sans couture*|sans coutures|sans aucune couture",
    "bare:dishwasher-safe": "lave vaisselle",
    "bare:microwave-safe": "micro ondes|micro~onde",
    "bare:freezer-safe": "congélateur",
    "bare:tumble-dry": "sèche linge",
    "bare:machine-washable": "machine à laver",
    heals:
      "guérit|guérir|soigne l'eczéma|traite l'acné|cicatrisant*|prévient les maladies|vertus médicinales|propriétés curatives",
    "relieves pain":
      "soulage la douleur|soulage les douleurs|soulage le mal de dos|antidouleur|anti douleur|soulage les maux de tête|soulage les articulations|soulage les muscles",
    "anti-inflammatory": "anti~inflammatoire*",
    slimming: "amincissant*|brûle les graisses|brûle graisse|minceur|perdre du poids|perte de poids|coupe faim",
    detox: "détox|détoxifiant*|élimine les toxines|détoxifie*|purifie l'organisme|draine les toxines",
    "anti-aging":
      "anti~âge|réduit les rides|anti~rides|lisse les rides|atténue les rides|rajeunissant*|anti âge|anti rides",
    immunity:
      "renforce l'immunité|renforce le système immunitaire|renforce les défenses immunitaires|stimule l'immunité|booste l'immunité",
    "sleep aid": "favorise le sommeil|améliore le sommeil|aide à dormir|favorise l'endormissement",
    calming: "réduit le stress|anti~stress|réduit l'anxiété|soulage le stress|soulage l'anxiété",
    "lowers blood pressure": "réduit la tension|baisse le cholestérol|réduit le cholestérol",
    digestion: "facilite la digestion|favorise la digestion|améliore la digestion",
    "joint health": "soutient les articulations|améliore la posture|corrige la posture",
    "hair growth": "stimule la pousse des cheveux|favorise la pousse|anti~chute|stoppe la chute des cheveux",
    "scheme:dermatologically tested":
      "testé* dermatologiquement|testé* sous contrôle dermatologique|dermatologiquement testé*|approuvé* par les dermatologues|recommandé* par les dermatologues",
    "scheme:clinically proven":
      "cliniquement prouvé*|cliniquement testé*|scientifiquement prouvé*|testé* en laboratoire|prouvé* cliniquement|efficacité prouvée",
    "scheme:ophthalmologically tested": "testé* sous contrôle ophtalmologique",
    "scheme:award":
      "médaille d'or|médaille d'argent|médaillé*|primé*|récompensé*|lauréat*|multi primé*|élu produit de l'année",
    "scheme:certificate": "certifié*|certification*|certificat*|labellisé*",
    "scheme:patent": "breveté*|brevet",
    "scheme:recommended by doctors":
      "recommandé* par les médecins|recommandé* par les dentistes|recommandé* par les vétérinaires|recommandé* par les pédiatres|recommandé* par les sages femmes|recommandé* par les dermatologues|approuvé* par les pédiatres",
    "no:caffeine": "décaféiné*",
    "no:alcohol": "désalcoolisé*",
  },
  substance: { lead: "plomb|cadmium",
    gluten: "gluten", milk: "lait|produits laitiers|protéines de lait|beurre|lactosérum", lactose: "lactose", nuts: "fruits à coque|noix", almonds: "amandes|amande", hazelnuts: "noisettes|noisette", cashews: "noix de cajou", pistachios: "pistaches", peanuts: "arachides|arachide|cacahuètes|cacahuète",
    soy: "soja", egg: "œuf|œufs|oeuf|oeufs", wheat: "blé|farine de blé", barley: "orge", rye: "seigle", oats: "avoine", fish: "poisson", shellfish: "crustacés", molluscs: "mollusques", sesame: "sésame", celery: "céleri", mustard: "moutarde", lupin: "lupin", sulphites: "sulfites",
    sugar: "sucre|sucres|sucre ajouté|sucres ajoutés", salt: "sel|sel ajouté", fat: "matières grasses|matière grasse", sweetener: "édulcorants|édulcorant", alcohol: "alcool", caffeine: "caféine", bpa: "bpa|bisphénol a", phthalates: "phtalates", parabens: "parabènes|parabène|paraben*", sulphates: "sulfates", silicones: "silicones", microplastics: "microplastiques",
    "mineral oil": "huile minérale|huiles minérales", perfume: "parfum|parfums|parfum de synthèse", azo: "azo|azoïque*|colorants azoïques|colorant azoïque|colorants azo", colourings: "colorants|colorant|colorants artificiels", preservatives: "conservateurs|conservateur", additives: "additifs|additif", flavourings: "arômes artificiels", "flavour enhancers": "exhausteurs de goût", "palm oil": "huile de palme", gmo: "ogm", chlorine: "chlore", formaldehyde: "formaldéhyde",
    fluoride: "fluor", ammonia: "ammoniaque", pesticides: "pesticides", gelatin: "gélatine", yeast: "levure", honey: "miel", beeswax: "cire d'abeille", grain: "céréales", pfas: "pfas|pfoa|ptfe", chemicals: "produits chimiques|substances nocives", "animal products": "produits d'origine animale|ingrédients d'origine animale", retinol: "rétinol", "hyaluronic acid": "acide hyaluronique", collagen: "collagène", batteries: "piles", "essential oils": "huiles essentielles",
  }, // biome-ignore format: a table
  material: {
    cotton: "coton", linen: "lin lavé|toile de lin", wool: "laine|pure laine|laine vierge", merino: "mérinos|laine mérinos", cashmere: "cachemire", alpaca: "alpaga", mohair: "mohair", silk: "soie", satin: "satin", velvet: "velours", leather: "cuir|cuir de vachette", suede: "daim|nubuck|cuir velours|veau velours|croûte velours",
    polyester: "polyester", polyamide: "polyamide|nylon", elastane: "élasthanne|elasthanne|spandex|lycra", viscose: "viscose", modal: "modal", lyocell: "lyocell|tencel", hemp: "chanvre", jute: "jute", bamboo: "bambou", rattan: "rotin", acrylic: "acrylique", down: "duvet d'oie|duvet de canard",
    "stainless steel": "acier inoxydable|acier inox|inox", "carbon steel": "acier au carbone|acier carbone", steel: "acier", "cast iron": "fonte", aluminium: "aluminium|alu", titanium: "titane", brass: "laiton", bronze: "bronze", copper: "cuivre", "sterling silver": "argent 925|argent sterling|argent massif",
    oak: "chêne|bois de chêne", beech: "hêtre|bois de hêtre", walnut: "noyer|bois de noyer", pine: "bois de pin|pin massif", birch: "bouleau", acacia: "acacia|bois d'acacia", olive: "bois d'olivier", teak: "teck", mdf: "mdf|médium", plywood: "contreplaqué", chipboard: "aggloméré", wood: "bois", marble: "marbre", granite: "granit", slate: "ardoise", ceramic: "céramique", porcelain: "porcelaine",
    stoneware: "grès", earthenware: "terre cuite|faïence", glass: "verre borosilicate|verre trempé", silicone: "silicone", rubber: "caoutchouc|caoutchouc naturel", latex: "latex", pvc: "pvc|vinyle", polypropylene: "polypropylène", plastic: "plastique|plastiques", neoprene: "néoprène", "soy wax": "cire de soja", paraffin: "paraffine", cork: "liège", canvas: "toile de coton", felt: "feutre", nickel: "nickel", microfibre: "microfibre", fleece: "polaire", zirconia: "zircon|oxyde de zirconium", diamond: "diamant|diamants",
  }, // biome-ignore format: a table
  weak: { linen: "lin", gold: "or|doré*", silver: "argent|argenté*", iron: "fer", glass: "verre", paper: "papier", cardboard: "carton", stone: "pierre", pine: "pin", ash: "frêne", maple: "érable", cherry: "cerisier|merisier", down: "duvet", feathers: "plumes", metal: "métal", resin: "résine", crystal: "cristal", pearl: "perle|perles", beeswax: "cire d'abeille", wax: "cire", clay: "argile", concrete: "béton" }, // biome-ignore format: a table
  formed: {
    "leather imitation":
      "simili cuir|similicuir|cuir synthétique|imitation cuir|faux cuir|cuir vegan|cuir végan|effet cuir|aspect cuir|cuir végétalien",
    "fur imitation": "fausse fourrure|imitation fourrure",
    "suede imitation": "suédine|imitation daim",
    "silk imitation": "soie artificielle|effet soie|soyeu*",
    "linen imitation": "effet lin|aspect lin",
    "wood imitation": "effet bois|aspect bois|imitation bois|décor chêne|effet chêne|imitation chêne",
    "marble imitation": "effet marbre|aspect marbre|imitation marbre|marbré*",
    "concrete imitation": "effet béton",
    "gold plated": "plaqué or|plaquée or|plaqué* or|dorée à l'or fin|doré à l'or fin|vermeil",
    "silver plated": "plaqué argent|plaquée argent|argenté*",
    "chrome plated": "chromé*",
    "leather solid": "cuir véritable|véritable cuir|cuir pleine fleur|vrai cuir|cuir pleine peau",
    "wood solid": "bois massif",
    "oak solid": "chêne massif",
    "gold solid": "or massif",
    "oak veneer": "placage chêne|plaqué chêne|placage de chêne|placage en chêne",
    "wood veneer": "placage bois|placage de bois",
    "walnut veneer": "placage noyer|plaqué noyer|placage de noyer",
  },
  form: { imitation: "imitation|simili|faux|synthétique", plated: "plaqué*", veneer: "placage|plaqué*|stratifié*", filled: "rempli*", solid: "massif|massive|massifs|véritable*|pur|pure" }, // biome-ignore format: a table
  color: {
    black: "noir*", white: "blanc|blanche|blancs|blanches", "off-white": "ivoire|écru|crème|blanc cassé", red: "rouge*", blue: "bleu*", "light blue": "bleu clair|bleu ciel", "dark blue": "bleu foncé|bleu nuit|bleu roi", navy: "bleu marine|marine", green: "vert|verte|verts|vertes", "dark green": "vert foncé|vert sapin|vert émeraude|vert forêt|vert bouteille|émeraude", olive: "vert olive|olive", mint: "vert menthe|menthe", sage: "vert sauge|sauge", yellow: "jaune*", mustard: "ocre|moutarde|jaune moutarde", orange: "orange", rust: "rouille", terracotta: "terracotta", purple: "violet*|prune|aubergine|mauve", lilac: "lilas|lavande", pink: "fuchsia|magenta", rose: "rose*|rose poudré|vieux rose", coral: "corail", brown: "marron|brun*|cognac", tan: "camel|caramel", grey: "gris*|gris clair|gris foncé", anthracite: "anthracite|gris anthracite", beige: "beige*|sable|taupe", turquoise: "turquoise|pétrole|bleu canard", burgundy: "bordeaux", khaki: "kaki", gold: "doré*|or", silver: "argenté*|argent", copper: "cuivre", transparent: "transparent*", multicolor: "multicolore*",
  }, // biome-ignore format: a table
  act: { made: "fabriqué*|produit|produite|produits|produites|fait|faite|faits|faites|confectionné*|made|façonné*|fabrication|réalisé*|assemblé et fabriqué|cousu*|torréfié*|brassé*|embouteillé*|imprimé*", designed: "conçu*|dessiné*|imaginé*|développé*", grown: "cultivé*|récolté*", assembled: "assemblé*|monté*", woven: "tissé*|tricoté*|filé*" }, // biome-ignore format: a table
  term: { warranty: "garantie|garantie constructeur|garanti* deux ans|garanti* à vie|garanti* un an|garanti* 2 ans|garanti* pendant|garantie fabricant", returns: "retours|retour|droit de retour|rétractation", shipping: "livraison|expédition|frais de port", money_back: "satisfait ou remboursé" }, // biome-ignore format: a table
  superlative: { "best-selling": "best~seller|meilleures ventes|meilleure vente|le plus vendu|la plus vendue|produit phare", "number one": "n°1|n° 1|numéro 1|numéro un|leader du marché|leader mondial", "world's": "au monde|du monde|du marché|sur le marché|de sa catégorie", unmatched: "inégalé*|imbattable*|sans égal" }, // biome-ignore format: a table
  nation: { IT: "italien*", DE: "allemand*", FR: "français*", ES: "espagnol*", PT: "portugais*", GB: "britannique*|anglais*|écossais*", CH: "suisse*", AT: "autrichien*", JP: "japonais*", CN: "chinois*", SE: "suédois*", DK: "danois*", NL: "néerlandais*", BE: "belge*", PL: "polonais*", IE: "irlandais*", US: "américain*", TR: "turc|turque*", IN: "indien*", GR: "grec|grecque*", MA: "marocain*" }, // biome-ignore format: a table
  place: { US: "usa|amérique", GB: "angleterre|grande bretagne|écosse", NL: "hollande", CZ: "république tchèque" }, // biome-ignore format: a table
  label: {
    test: "test|tests|testé|testé par|résultat du test|étude|études",
    award: "récompense|récompenses|prix obtenu|distinction|distinctions",
    material: "matière|matières|matériau|matériaux|composition|tissu|doublure|extérieur|bois", color: "couleur|couleurs|coloris|teinte", size: "taille|tailles|pointure", scent: "senteur|parfum", flavor: "goût|saveur", made: "pays de confection|confectionné en|pays d'origine|fabriqué en|pays de fabrication|fabrication|lieu de fabrication|made in", origin: "origine|provenance|terroir", designed: "design|conçu en",
    ingredients: "ingrédients|contient|composition inci", allergens: "allergènes|allergène", free_from: "sans|ne contient pas|exempt de", may_contain: "peut contenir|traces|traces éventuelles", warranty: "garantie|durée de garantie", returns: "retours|retour", compatibility: "compatibilité|compatible avec|appareils compatibles|convient pour|modèles compatibles", certificate: "certification|certifications|certificat|certificats|label|labels|norme|normes", property: "caractéristiques|entretien|conseils d'entretien|régime",
  }, // biome-ignore format: a table
  role: {
    variant: "version|modèle|coloris|déclinaison|teinte|édition|variante",
    not: "pas|ne|n'est pas|n'est|non|jamais|ni|aucun*|tout sauf|pas de",
    without: "sans|pas de|zéro|ne contient pas de|ne contient ni|ne contient aucun*|pas d'",
    free_of: "exempt* de|exempt* d'|dépourvu* de|ne contient pas de|ne contient pas",
    free: "free",
    maybe: "peut contenir|peut contenir des traces de|traces de|traces éventuelles de|peuvent contenir|presque|quasi",
    contains: "contient|contiennent|contenant|enrichi* en|ingrédients",
    but: "mais|cependant|toutefois|sauf|tandis que",
    no_negation:
      "non seulement|sans doute|sans aucun doute|sans oublier|pas seulement|sans compter|sans égal|sans effort|n'hésitez pas|sans faille|sans pareil|sans limite*|sans souci|pas de souci|rien que|ne que|ne manque pas",
    unlike:
      "contrairement à|contrairement au|contrairement aux|contrairement à la|à la différence de|à la différence du|comme|comme de la|comme du|que le|que la|que l'|au lieu de|plutôt que|à la place du|remplace|remplacent|alternative au|alternative à la|alternative à|à porter avec|portez le avec|portez la avec|associez le à|associez la à|associez le|associez la|s'accorde avec|se marie avec|assortissez|rappelle|évoque|pour|pour le|pour la|pour les|sur|sous|contre|inspiré* de|notes de|avec votre|avec un|avec une|à côté de|nettoie|tous les|doux comme|aussi doux que|aspect|toucher",
    made_of:
      "en|en 100%|fabriqué* en|fait* en|fait* de|fabriqué* à partir de|composé* de|à base de|confectionné* en|tissé* en|réalisé* en|pur|pure|en pur|en pure|de",
    offered:
      "aussi en|également en|désormais en|maintenant en|se fait en|déclinaison en|dans les coloris|dans le coloris|dans la couleur|disponible* en|existe en|proposé* en|se décline en|décliné* en|au choix en|en coloris|en couleur|coloris|en version|choisissez entre|dans un",
    compatible:
      "compatible* avec|convient pour|convient aux|convient au|adapté* pour|conçu* pour|fonctionne avec|s'adapte à|s'adapte au",
    in: "en|au|aux|à|dans|dans le|dans les|dans la|de|d'|du|des|en région|dans notre|par",
    lifetime: "à vie|illimité*",
    gratis: "gratuit*|offert*",
    nothing:
      "cuir chevelu|coton~tige*|barbe à papa|linge de lit|thé vert|thé noir|vin rouge|vin blanc|café noir|jus d'orange|lait de coco|lait d'amande|lait d'avoine|lait corporel|lait de soja|beurre de karité|beurre de cacao|en avant|en plus|en fait|bleu acier|gris acier|eau de rose|bois de chauffage|soin du cuir|cirage cuir|forme organique|silhouette organique|formes organiques|lignes organiques|laine de verre|nuit blanche|carte blanche|en route|en forme|l'or du temps|âge d'or|en argent comptant|fil de soie dentaire|fil dentaire|biographie|pas à pas|pas de porte|carton rouge|jaune d'œuf|poudre de riz|soie dentaire|fermeture éclair",
    not_after: "ne contient|interdit*|proscrit*|à proscrire|déconseillé*",
  },
};
