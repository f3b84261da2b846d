export default {
  nav: {
    home: "Accueil",
    review: "Relecture",
    products: "Produits",
    languages: "Langues",
    activity: "Activité",
    rules: "Règles",
    settings: "Paramètres",
  },
  endedRuns: "Exécutions terminées",
  connection: {
    tryNow: "Essayer maintenant",
    reference: "Référence :",
    notice: {
      offline:
        "Vous êtes hors ligne. Rien n’est perdu : cette page reprend d’elle-même, et ce que vous avez envoyé attend ici que vous l’envoyiez de nouveau.",
      unreachable:
        "Shelfwright est injoignable. Rien n’est perdu : cette page reprend d’elle-même, et ce que vous avez envoyé attend ici que vous l’envoyiez de nouveau.",
      signed_out: "Shopify vous a déconnecté. Rien n’est perdu : cette page reprend dès que vous êtes reconnecté.",
      shopify:
        "Shopify ne répond pas, Shelfwright ne peut donc pas savoir qui vous êtes. Rien n’est perdu : cette page reprend d’elle-même.",
      often: "Cela a été demandé très souvent en une minute. Rien n’est perdu : cette page reprend d’elle-même.",
      server: "Une erreur s’est produite de notre côté. Rien n’est perdu : cette page reprend d’elle-même.",
      busy: "Trop de personnes utilisent Shelfwright en ce moment. Rien n’est perdu : cette page reprend d’elle-même.",
      too_large: "C’est plus que ce que Shelfwright accepte en une fois. Rien n’est perdu : tout est encore ici.",
      too_slow:
        "Votre connexion est si lente que Shelfwright a cessé d’attendre. Rien n’est perdu : cette page reprend d’elle-même.",
      not_taken:
        "Shelfwright ne comprend pas ce que cette page a envoyé. Rien n’est perdu : copiez ce que vous avez saisi, puis rechargez la page.",
    },
    lost: {
      offline: "Vous êtes hors ligne. Votre saisie est toujours là : réessayez.",
      unreachable: "Shelfwright est injoignable. Votre saisie est toujours là : réessayez.",
      signed_out: "Shopify n’a pas confirmé qui vous êtes. Votre saisie est toujours là : réessayez.",
      shopify:
        "Shopify ne répond pas, Shelfwright ne peut donc pas savoir qui vous êtes. Votre saisie est toujours là : réessayez.",
      often: "Cela a été demandé très souvent en une minute. Votre saisie est toujours là : réessayez.",
      server: "Une erreur s’est produite de notre côté. Votre saisie est toujours là : réessayez.",
      busy: "Trop de personnes utilisent Shelfwright en ce moment. Votre saisie est toujours là : réessayez dans quelques secondes.",
      too_large:
        "C’est plus que ce que Shelfwright accepte en une fois. Votre saisie est toujours là : raccourcissez-la ou enregistrez-la en plusieurs fois.",
      too_slow:
        "Votre connexion est si lente que Shelfwright a cessé d’attendre. Votre saisie est toujours là : réessayez.",
      not_taken:
        "Shelfwright ne comprend pas ce que cette page a envoyé. Votre saisie est toujours là : copiez-la, rechargez la page et réessayez.",
    },
    notOpened: {
      offline: "Vous êtes hors ligne. La page n’a pas été ouverte : réessayez.",
      unreachable: "Shelfwright est injoignable. La page n’a pas été ouverte : réessayez.",
      signed_out: "Shopify n’a pas confirmé qui vous êtes. La page n’a pas été ouverte : réessayez.",
      shopify:
        "Shopify ne répond pas, Shelfwright ne peut donc pas savoir qui vous êtes. La page n’a pas été ouverte : réessayez.",
      often: "Cela a été demandé très souvent en une minute. La page n’a pas été ouverte : réessayez.",
      server: "Une erreur s’est produite de notre côté. La page n’a pas été ouverte : réessayez.",
      busy: "Trop de personnes utilisent Shelfwright en ce moment. La page n’a pas été ouverte : réessayez dans quelques secondes.",
      too_large: "C’est plus que ce que Shelfwright accepte en une fois. La page n’a pas été ouverte : réessayez.",
      too_slow:
        "Votre connexion est si lente que Shelfwright a cessé d’attendre. La page n’a pas été ouverte : réessayez.",
      not_taken: "Shelfwright ne comprend pas ce que cette page a envoyé. La page n’a pas été ouverte : réessayez.",
    },
    unconfirmed:
      "Shelfwright répond de nouveau. Votre saisie est toujours là, mais n’est pas encore confirmée : appuyez de nouveau sur le bouton. Rien n’est fait deux fois.",
  },
  problem: {
    notFound: "Introuvable",
    noLongerKept: "N’est plus conservé",
    wrong: "Une erreur s’est produite",
    missing: {
      page: "Cette page n’existe pas dans votre boutique, ou elle a été supprimée. Revenez à la liste et choisissez-en une autre.",
      product:
        "Ce produit n’est pas dans votre catalogue. Il est peut-être nouveau : le lire dans Shopify prend une minute. Revenez à la liste et choisissez-en un autre.",
      run: "Cette exécution n’existe pas dans votre boutique, ou elle a été supprimée. Revenez à la liste et choisissez-en une autre.",
    },
    kept_one:
      "Les détails de cette exécution ne sont plus conservés : une exécution terminée est conservée {{count}} jour. Les textes qui en sont issus se trouvent sur les pages de leurs produits, où la dernière publication peut encore être annulée.",
    kept_many:
      "Les détails de cette exécution ne sont plus conservés : une exécution terminée est conservée {{count}} jours. Les textes qui en sont issus se trouvent sur les pages de leurs produits, où la dernière publication peut encore être annulée.",
    kept_other:
      "Les détails de cette exécution ne sont plus conservés : une exécution terminée est conservée {{count}} jours. Les textes qui en sont issus se trouvent sur les pages de leurs produits, où la dernière publication peut encore être annulée.",
    notShown: "Impossible d’afficher ceci",
    saved:
      "Votre travail est enregistré. Si cela se reproduit, dites à la personne qui exploite cette application ce que vous veniez de faire.",
    tryAgain: "Réessayer",
  },
  form: {
    save: "Enregistrer",
    discard: "Ignorer",
    show: "Afficher",
    hide: "Masquer",
    stale: "Modifié dans une autre fenêtre pendant que ceci était ouvert",
    nothingOverwritten:
      "Rien n’a été écrasé : votre version est toujours là. Voici ce qui a été enregistré entre-temps :",
    more: "et {{count}} de plus",
    whoseStays: "« Garder le mien » enregistre votre version à sa place. « Prendre le leur » abandonne la vôtre.",
    keepMine: "Garder le mien",
    takeTheirs: "Prendre le leur",
  },
  moreActions: "Autres actions",
  goBack: "Retour",
  cancel: "Annuler",
  titles: {
    feeds: "Flux",
    product: "Produit",
    products: "Produits",
    languages: "Langues",
    review: "Relecture",
    reviews: "Avis",
    run: "Exécution",
    activity: "Activité",
    failed: "Ce qui a échoué",
    log: "Journal",
    rules: "Règles",
    history: "Historique",
    assignments: "Où les règles s’appliquent",
    glossary: "Glossaire",
    results: "Résultats",
    texts: "Textes",
    settings: "Paramètres",
  },
  auth: {
    open: "Ouvrez Shelfwright dans votre interface Shopify",
    how: "Shelfwright fonctionne dans l’interface Shopify. Choisissez-la dans le menu Applications, ou saisissez le nom de votre boutique.",
    store: "Nom de la boutique",
    go: "Ouvrir",
    wrong: "Saisissez le nom de votre boutique, tel qu’il figure avant .myshopify.com.",
    opening: "Ouverture de votre interface Shopify…",
    openingApp: "Ouverture de Shelfwright…",
    stays: "Si cette page reste affichée, <admin>ouvrez-la dans votre interface Shopify</admin>.",
    noPage: "Cette page n’existe pas",
    notShown: "Cette page n’a pas pu être affichée",
    openAgain:
      "Rouvrez Shelfwright depuis le menu Applications de votre interface Shopify. Rien de votre travail n’est perdu.",
    problem: {
      clock: "L’horloge du serveur de cette application est fausse",
      clockAdvice:
        "La preuve de votre identité par Shopify vaut une minute, et le serveur lit une autre heure. L’exploitant de cette application doit régler l’horloge ; votre travail continue entre-temps.",
      token: "Cette application n’a pas pu vérifier votre identité",
      tokenAdvice:
        "La preuve de votre identité par Shopify ne correspond pas à la clé de l’application. Son exploitant doit vérifier SHOPIFY_API_KEY et SHOPIFY_API_SECRET.",
      page: "Cette page n’a pas pu être ouverte",
      pageAdvice:
        "Réessayez, ou ouvrez Shelfwright depuis le menu Applications de votre interface Shopify. Rien de votre travail n’est perdu.",
      shopify: "Shopify est injoignable",
      shopifyAdvice:
        "Shelfwright doit interroger Shopify avant de s’ouvrir, et n’a pas eu de réponse. Rien de votre travail n’est perdu. Attendez un instant, puis réessayez.",
    },
    staysHere: "Si cette page reste affichée, <here>continuez ici</here>.",
    leaving: "Sortie du cadre…",
  },
  showRun: "Afficher l’exécution",
  portals: "Menus et boîtes de dialogue",
};
