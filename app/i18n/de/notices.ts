export default {
  model_key: {
    title: "Das Schreiben ist pausiert: Der Schlüssel Ihres Modells fehlt oder wurde abgelehnt",
    words_one: "{{count}} Produkt wartet. Nichts geht verloren.",
    words_other: "{{count, number}} Produkte warten. Nichts geht verloren.",
    none: "Nichts geht verloren. Prüfen können Sie weiterhin.",
    act: "Schlüssel prüfen",
  },
  model_settings: {
    title: "Das Schreiben ist pausiert: Ihr Modell lässt sich so nicht verwenden",
    words_one:
      "{{count}} Produkt wartet. Wählen Sie ein anderes Modell oder eine andere Adresse. Nichts geht verloren.",
    words_other:
      "{{count, number}} Produkte warten. Wählen Sie ein anderes Modell oder eine andere Adresse. Nichts geht verloren.",
    none: "Wählen Sie ein anderes Modell oder eine andere Adresse. Nichts geht verloren.",
    act: "Modell prüfen",
  },
  billing: {
    title: "Das Schreiben ist pausiert: Der Anbieter Ihres Modells verlangt eine Zahlung",
    words_one: "{{count}} Produkt wartet. Zahlen Sie dort und machen Sie dann weiter. Nichts geht verloren.",
    words_other: "{{count, number}} Produkte warten. Zahlen Sie dort und machen Sie dann weiter. Nichts geht verloren.",
    none: "Zahlen Sie dort und machen Sie dann weiter. Nichts geht verloren.",
    act: "Fortsetzen",
  },
  spend_cap: {
    title: "Das Tageslimit ist aufgebraucht",
    words_one: "Um 00:00 UTC geht es mit {{count}} Produkt weiter. Prüfen und Veröffentlichen gehen weiter.",
    words_other:
      "Um 00:00 UTC geht es mit {{count, number}} Produkten weiter. Prüfen und Veröffentlichen gehen weiter.",
    none: "Das Schreiben geht um 00:00 UTC weiter. Prüfen und Veröffentlichen gehen weiter.",
    act: "Limit erhöhen",
    titleOf: "Die {{cap}} für heute sind aufgebraucht",
  },
  reauth: {
    title: "Shopify lässt uns nicht mehr hinein",
    words_one: "{{count}} Produkt wartet. Nichts geht verloren.",
    words_other: "{{count, number}} Produkte warten. Nichts geht verloren.",
    none: "Importe und Veröffentlichungen warten. Nichts geht verloren.",
    act: "Zugang erlauben",
  },
  scope: {
    title: "Der App fehlt eine Berechtigung in Shopify",
    words_one:
      "{{count}} Produkt wartet. Erlauben Sie, worum die App bittet, und prüfen Sie dann erneut. Nichts geht verloren.",
    words_other:
      "{{count, number}} Produkte warten. Erlauben Sie, worum die App bittet, und prüfen Sie dann erneut. Nichts geht verloren.",
    none: "Erlauben Sie, worum die App bittet, und prüfen Sie dann erneut. Nichts geht verloren.",
    act: "Berechtigungen erneut prüfen",
  },
  market_content: {
    title: "Shopify erlaubt hier keine Texte einzelner Märkte",
    words_one:
      "{{count}} Produkt wartet. Nichts geht verloren. Brechen Sie den Lauf ab und veröffentlichen Sie für alle Märkte, oder fragen Sie Shopify, welcher Tarif sie erlaubt, und setzen Sie dann fort.",
    words_other:
      "{{count, number}} Produkte warten. Nichts geht verloren. Brechen Sie den Lauf ab und veröffentlichen Sie für alle Märkte, oder fragen Sie Shopify, welcher Tarif sie erlaubt, und setzen Sie dann fort.",
    none: "Nichts geht verloren. Brechen Sie den Lauf ab und veröffentlichen Sie für alle Märkte, oder fragen Sie Shopify, welcher Tarif sie erlaubt, und setzen Sie dann fort.",
    act: "Fortsetzen",
  },
  goOn: "Fortsetzen",
  settings: "Einstellungen öffnen",
  away: {
    shopify: {
      title: "Shopify antwortet nicht",
      words: "Importe und Veröffentlichungen warten und gehen von selbst weiter. Prüfen und Schreiben gehen weiter.",
    },
    model: {
      title: "Ihr Modell antwortet nicht",
      words: "Das Schreiben wartet und geht von selbst weiter. Prüfen, Importe und Veröffentlichen gehen weiter.",
    },
    both: {
      title: "Shopify und Ihr Modell antworten nicht",
      words: "Importe, Veröffentlichen und Schreiben warten und gehen von selbst weiter. Prüfen geht weiter.",
    },
  },
  nextTrySoon: "Der nächste Versuch beginnt gleich.",
  nextTry: "Nächster Versuch in etwa {{time}}.",
  tryNow: "Jetzt versuchen",
  stopped: {
    title: "Die Arbeit im Hintergrund ist angehalten",
    words:
      "Importe, Schreiben und Veröffentlichen warten. Der Betreiber dieser App muss den Hintergrundprozess neu starten; inzwischen geht nichts verloren.",
  },
  said: {
    reopen: "Öffnen Sie die App noch einmal im Shopify-Adminbereich.",
    askingPermissions: "Shopify wird nach den Berechtigungen der App gefragt",
    askingShopify: "Shopify wird noch einmal gefragt",
    goesOn: "Die Arbeit geht weiter",
    nothingWaits: "Darauf wartet nichts mehr",
    trying: "Neuer Versuch läuft",
    answers: "Es antwortet wieder: Die Arbeit geht weiter",
    triedAlready: "Ein Versuch läuft schon",
  },
};
