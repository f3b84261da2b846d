import type { Catalog } from "../catalog.ts";

const feeds: Catalog["feeds"] = {
  title: "Flux",
  add: "Ajouter un flux",
  about:
    "Un flux est un fichier de vos produits qu’un canal de vente récupère. Chaque ligne est d’abord vérifiée selon les règles du canal.",
  copied: "Adresse copiée",
  notSaved: "Cela n’a pas fonctionné. Réessayez dans un instant.",
  empty: {
    title: "Aucun flux pour l’instant",
    about:
      "Ajoutez-en un pour vendre sur Google, OpenAI, Meta, Amazon et d’autres, ou pour utiliser le catalogue ailleurs.",
  },
  card: {
    noTemplate: "Modèle supprimé",
    making: "En cours de création",
    rows_one: "{{count, number}} ligne",
    rows_many: "{{count, number}} de lignes",
    rows_other: "{{count, number}} lignes",
    leftOut_one: "{{count, number}} ligne laissée de côté",
    leftOut_many: "{{count, number}} de lignes laissées de côté",
    leftOut_other: "{{count, number}} lignes laissées de côté",
    untranslated_one: "{{count, number}} ligne contient le texte d’origine",
    untranslated_many: "{{count, number}} de lignes contiennent le texte d’origine",
    untranslated_other: "{{count, number}} lignes contiennent le texte d’origine",
    notYet: "Pas encore créé",
    onAsking: "Créé à votre demande",
    daily: "Créé chaque jour à {{time}} UTC si quelque chose a changé",
    address: "Adresse pour le canal",
    copy: "Copier",
    notFetched: "Pas encore récupéré",
    fetched: "Dernière récupération",
    make: "Créer maintenant",
    download: "Télécharger",
    report: "Rapport des lignes",
    give: "Donner une adresse",
    renew: "Nouvelle adresse",
    revoke: "Supprimer l’adresse",
    edit: "Modifier",
    editOf: "Modifier {{name}}",
    delete: "Supprimer",
    deleteOf: "Supprimer {{name}}",
  },
  confirm: {
    delete: {
      title: "Supprimer {{name}} ?",
      message: "Son fichier et son adresse disparaissent aussitôt. Vos produits restent tels quels.",
      do: "Supprimer le flux",
    },
    renew: {
      title: "Nouvelle adresse pour {{name}} ?",
      message: "L’ancienne adresse cesse aussitôt. Saisissez la nouvelle dans le canal.",
      do: "Créer une adresse",
    },
    revoke: {
      title: "Supprimer l’adresse de {{name}} ?",
      message: "Le canal ne pourra plus récupérer le fichier. Vous pourrez encore le télécharger.",
      do: "Supprimer",
    },
  },
  form: {
    addTitle: "Ajouter un flux",
    editTitle: "Modifier le flux",
    save: "Enregistrer et créer",
    cancel: "Annuler",
    name: "Nom",
    template: "Modèle",
    language: "Langue",
    market: "Marché",
    noMarket: "Tous les marchés",
    country: "Pays",
    countryHelp: "Deux lettres, p. ex. DE",
    currency: "Devise",
    currencyHelp:
      "Les prix sont ceux de votre boutique. Dans une autre devise, les lignes avec un prix sont laissées de côté.",
    itemId: "ID d’article",
    itemIds: {
      variant: "Numéro de la variante",
      sku: "SKU",
      shopify: "Comme le canal Google de Shopify",
    },
    untranslated: "Texte sans traduction",
    untranslatedAs: {
      leave_out: "Laisser la ligne de côté",
      source: "Garder le texte d’origine",
    },
    daily: "Recréer",
    never: "Seulement à la demande",
    at: "Chaque jour à {{time}} UTC",
  },
};

export default feeds;
