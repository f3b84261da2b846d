export default {
  model_key: {
    title: "La rédaction est en pause : la clé de votre modèle manque ou a été refusée",
    words_one: "{{count}} produit attend. Rien n’est perdu.",
    words_many: "{{count, number}} produits attendent. Rien n’est perdu.",
    words_other: "{{count, number}} produits attendent. Rien n’est perdu.",
    none: "Rien n’est perdu. La relecture continue.",
    act: "Vérifier la clé",
  },
  model_settings: {
    title: "La rédaction est en pause : votre modèle ne peut pas être utilisé ainsi",
    words_one: "{{count}} produit attend. Choisissez un autre modèle ou une autre adresse. Rien n’est perdu.",
    words_many:
      "{{count, number}} produits attendent. Choisissez un autre modèle ou une autre adresse. Rien n’est perdu.",
    words_other:
      "{{count, number}} produits attendent. Choisissez un autre modèle ou une autre adresse. Rien n’est perdu.",
    none: "Choisissez un autre modèle ou une autre adresse. Rien n’est perdu.",
    act: "Vérifier le modèle",
  },
  billing: {
    title: "La rédaction est en pause : le fournisseur de votre modèle demande un paiement",
    words_one: "{{count}} produit attend. Payez là-bas, puis continuez. Rien n’est perdu.",
    words_many: "{{count, number}} produits attendent. Payez là-bas, puis continuez. Rien n’est perdu.",
    words_other: "{{count, number}} produits attendent. Payez là-bas, puis continuez. Rien n’est perdu.",
    none: "Payez là-bas, puis continuez. Rien n’est perdu.",
    act: "Continuer",
  },
  spend_cap: {
    title: "Le plafond du jour est atteint",
    words_one: "{{count}} produit reprendra à 00:00 UTC. La relecture et la publication continuent.",
    words_many: "{{count, number}} produits reprendront à 00:00 UTC. La relecture et la publication continuent.",
    words_other: "{{count, number}} produits reprendront à 00:00 UTC. La relecture et la publication continuent.",
    none: "La rédaction reprendra à 00:00 UTC. La relecture et la publication continuent.",
    act: "Relever le plafond",
    titleOf: "Les {{cap}} du jour sont dépensés",
  },
  reauth: {
    title: "Shopify ne nous laisse plus entrer",
    words_one: "{{count}} produit attend. Rien n’est perdu.",
    words_many: "{{count, number}} produits attendent. Rien n’est perdu.",
    words_other: "{{count, number}} produits attendent. Rien n’est perdu.",
    none: "Les importations et les publications attendent. Rien n’est perdu.",
    act: "Autoriser l’accès",
  },
  scope: {
    title: "Il manque à l’application une autorisation dans Shopify",
    words_one:
      "{{count}} produit attend. Accordez ce que l’application demande, puis vérifiez de nouveau. Rien n’est perdu.",
    words_many:
      "{{count, number}} produits attendent. Accordez ce que l’application demande, puis vérifiez de nouveau. Rien n’est perdu.",
    words_other:
      "{{count, number}} produits attendent. Accordez ce que l’application demande, puis vérifiez de nouveau. Rien n’est perdu.",
    none: "Accordez ce que l’application demande, puis vérifiez de nouveau. Rien n’est perdu.",
    act: "Vérifier de nouveau les autorisations",
  },
  market_content: {
    title: "Shopify ne permet ici aucun texte propre à un marché",
    words_one:
      "{{count}} produit attend. Rien n’est perdu. Annulez l’exécution et publiez pour tous les marchés, ou demandez à Shopify quel forfait les permet, puis continuez.",
    words_many:
      "{{count, number}} produits attendent. Rien n’est perdu. Annulez l’exécution et publiez pour tous les marchés, ou demandez à Shopify quel forfait les permet, puis continuez.",
    words_other:
      "{{count, number}} produits attendent. Rien n’est perdu. Annulez l’exécution et publiez pour tous les marchés, ou demandez à Shopify quel forfait les permet, puis continuez.",
    none: "Rien n’est perdu. Annulez l’exécution et publiez pour tous les marchés, ou demandez à Shopify quel forfait les permet, puis continuez.",
    act: "Continuer",
  },
  goOn: "Continuer",
  settings: "Ouvrir les paramètres",
  away: {
    shopify: {
      title: "Shopify ne répond pas",
      words:
        "Les importations et les publications attendent et reprendront d’elles-mêmes. La relecture et la rédaction continuent.",
    },
    model: {
      title: "Votre modèle ne répond pas",
      words:
        "La rédaction attend et reprendra d’elle-même. La relecture, les importations et la publication continuent.",
    },
    both: {
      title: "Shopify et votre modèle ne répondent pas",
      words:
        "Les importations, la publication et la rédaction attendent et reprendront d’elles-mêmes. La relecture continue.",
    },
  },
  nextTrySoon: "Le prochain essai commence dans un instant.",
  nextTry: "Prochain essai dans environ {{time}}.",
  tryNow: "Essayer maintenant",
  stopped: {
    title: "Le travail en arrière-plan est arrêté",
    words:
      "Les importations, la rédaction et la publication attendent. La personne qui exploite cette application doit relancer le processus ; rien n’est perdu entre-temps.",
  },
  said: {
    reopen: "Rouvrez l’application depuis votre interface Shopify.",
    askingPermissions: "Shopify est interrogé sur les autorisations de l’application",
    askingShopify: "Shopify est interrogé de nouveau",
    goesOn: "Le travail reprend",
    nothingWaits: "Plus rien n’attend cela",
    trying: "Nouvel essai en cours",
    answers: "La réponse arrive de nouveau : le travail reprend",
    triedAlready: "Un essai est déjà en cours",
  },
};
