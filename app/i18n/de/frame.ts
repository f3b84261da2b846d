export default {
  nav: {
    home: "Produkte",
    products: "Produkte",
    jobs: "Aufträge",
    acceptance: "Annahme",
    rules: "Inhaltsregeln",
    contentTypes: "Inhaltstypen",
    settings: "Einstellungen",
  },
  connection: { tryNow: "Jetzt versuchen" },
};
