export default {
  nav: {
    home: "Produits",
    products: "Produits",
    jobs: "Tâches",
    acceptance: "Acceptation",
    rules: "Règles de contenu",
    contentTypes: "Types de contenu",
    settings: "Paramètres",
  },
  connection: { tryNow: "Essayer maintenant" },
};
