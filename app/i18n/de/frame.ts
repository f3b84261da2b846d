export default {
  nav: {
    home: "Start",
    review: "Prüfen",
    products: "Produkte",
    languages: "Sprachen",
    activity: "Aktivität",
    rules: "Regeln",
    settings: "Einstellungen",
  },
  endedRuns: "Läufe, die zu Ende sind",
  connection: {
    tryNow: "Jetzt versuchen",
    reference: "Kennung:",
    notice: {
      offline:
        "Sie sind offline. Nichts geht verloren: Diese Seite macht von selbst weiter, und was Sie gesendet haben, wartet hier, bis Sie es noch einmal senden.",
      unreachable:
        "Shelfwright war nicht erreichbar. Nichts geht verloren: Diese Seite macht von selbst weiter, und was Sie gesendet haben, wartet hier, bis Sie es noch einmal senden.",
      signed_out:
        "Shopify hat Sie abgemeldet. Nichts geht verloren: Diese Seite macht weiter, sobald Sie wieder angemeldet sind.",
      shopify:
        "Shopify antwortet nicht, deshalb weiß Shelfwright nicht, wer Sie sind. Nichts geht verloren: Diese Seite macht von selbst weiter.",
      often:
        "Das wurde innerhalb einer Minute sehr oft verlangt. Nichts geht verloren: Diese Seite macht von selbst weiter.",
      server: "Bei uns ist etwas schiefgegangen. Nichts geht verloren: Diese Seite macht von selbst weiter.",
      busy: "Gerade benutzen zu viele Personen Shelfwright. Nichts geht verloren: Diese Seite macht von selbst weiter.",
      too_large: "Das ist größer, als Shelfwright auf einmal annimmt. Nichts geht verloren: Es steht noch hier.",
      too_slow:
        "Ihre Verbindung ist so langsam, dass Shelfwright nicht länger gewartet hat. Nichts geht verloren: Diese Seite macht von selbst weiter.",
      not_taken:
        "Shelfwright versteht nicht, was diese Seite gesendet hat. Nichts geht verloren: Kopieren Sie, was Sie getippt haben, und laden Sie die Seite neu.",
    },
    lost: {
      offline: "Sie sind offline. Was Sie eingegeben haben, ist noch da: Versuchen Sie es noch einmal.",
      unreachable:
        "Shelfwright war nicht erreichbar. Was Sie eingegeben haben, ist noch da: Versuchen Sie es noch einmal.",
      signed_out:
        "Shopify hat nicht bestätigt, wer Sie sind. Was Sie eingegeben haben, ist noch da: Versuchen Sie es noch einmal.",
      shopify:
        "Shopify antwortet nicht, deshalb weiß Shelfwright nicht, wer Sie sind. Was Sie eingegeben haben, ist noch da: Versuchen Sie es noch einmal.",
      often:
        "Das wurde innerhalb einer Minute sehr oft verlangt. Was Sie eingegeben haben, ist noch da: Versuchen Sie es noch einmal.",
      server: "Bei uns ist etwas schiefgegangen. Was Sie eingegeben haben, ist noch da: Versuchen Sie es noch einmal.",
      busy: "Gerade benutzen zu viele Personen Shelfwright. Was Sie eingegeben haben, ist noch da: Versuchen Sie es in einigen Sekunden noch einmal.",
      too_large:
        "Das ist größer, als Shelfwright auf einmal annimmt. Was Sie eingegeben haben, ist noch da: Kürzen Sie es oder speichern Sie es in Teilen.",
      too_slow:
        "Ihre Verbindung ist so langsam, dass Shelfwright nicht länger gewartet hat. Was Sie eingegeben haben, ist noch da: Versuchen Sie es noch einmal.",
      not_taken:
        "Shelfwright versteht nicht, was diese Seite gesendet hat. Was Sie eingegeben haben, ist noch da: Kopieren Sie es, laden Sie die Seite neu und versuchen Sie es noch einmal.",
    },
    notOpened: {
      offline: "Sie sind offline. Die Seite wurde nicht geöffnet: Versuchen Sie es noch einmal.",
      unreachable: "Shelfwright war nicht erreichbar. Die Seite wurde nicht geöffnet: Versuchen Sie es noch einmal.",
      signed_out:
        "Shopify hat nicht bestätigt, wer Sie sind. Die Seite wurde nicht geöffnet: Versuchen Sie es noch einmal.",
      shopify:
        "Shopify antwortet nicht, deshalb weiß Shelfwright nicht, wer Sie sind. Die Seite wurde nicht geöffnet: Versuchen Sie es noch einmal.",
      often:
        "Das wurde innerhalb einer Minute sehr oft verlangt. Die Seite wurde nicht geöffnet: Versuchen Sie es noch einmal.",
      server: "Bei uns ist etwas schiefgegangen. Die Seite wurde nicht geöffnet: Versuchen Sie es noch einmal.",
      busy: "Gerade benutzen zu viele Personen Shelfwright. Die Seite wurde nicht geöffnet: Versuchen Sie es in einigen Sekunden noch einmal.",
      too_large:
        "Das ist größer, als Shelfwright auf einmal annimmt. Die Seite wurde nicht geöffnet: Versuchen Sie es noch einmal.",
      too_slow:
        "Ihre Verbindung ist so langsam, dass Shelfwright nicht länger gewartet hat. Die Seite wurde nicht geöffnet: Versuchen Sie es noch einmal.",
      not_taken:
        "Shelfwright versteht nicht, was diese Seite gesendet hat. Die Seite wurde nicht geöffnet: Versuchen Sie es noch einmal.",
    },
    unconfirmed:
      "Shelfwright antwortet wieder. Ihre Eingaben sind noch da, aber noch nicht bestätigt: Drücken Sie noch einmal auf die Schaltfläche. Nichts geschieht doppelt.",
  },
  problem: {
    notFound: "Nicht gefunden",
    noLongerKept: "Nicht mehr aufbewahrt",
    wrong: "Etwas ist schiefgegangen",
    missing: {
      page: "Diese Seite gibt es in Ihrem Shop nicht, oder sie wurde entfernt. Gehen Sie zurück zur Liste und wählen Sie eine andere.",
      product:
        "Dieses Produkt ist nicht in Ihrem Katalog. Vielleicht ist es neu: Es aus Shopify zu lesen dauert eine Minute. Gehen Sie zurück zur Liste und wählen Sie ein anderes.",
      run: "Diesen Lauf gibt es in Ihrem Shop nicht, oder er wurde entfernt. Gehen Sie zurück zur Liste und wählen Sie einen anderen.",
    },
    kept_one:
      "Die Einzelheiten dieses Laufs werden nicht mehr aufbewahrt: Ein beendeter Lauf wird {{count}} Tag lang aufbewahrt. Die Texte, die daraus entstanden, stehen bei ihren Produkten; dort lässt sich auch die letzte Veröffentlichung noch rückgängig machen.",
    kept_other:
      "Die Einzelheiten dieses Laufs werden nicht mehr aufbewahrt: Ein beendeter Lauf wird {{count}} Tage lang aufbewahrt. Die Texte, die daraus entstanden, stehen bei ihren Produkten; dort lässt sich auch die letzte Veröffentlichung noch rückgängig machen.",
    notShown: "Das konnte nicht angezeigt werden",
    saved:
      "Ihre Arbeit ist gespeichert. Wenn es wieder geschieht, sagen Sie dem Betreiber dieser App, was Sie kurz davor getan haben.",
    tryAgain: "Erneut versuchen",
  },
  form: {
    save: "Speichern",
    discard: "Verwerfen",
    show: "Anzeigen",
    hide: "Ausblenden",
    stale: "In einem anderen Fenster geändert, während dies hier offen war",
    nothingOverwritten: "Nichts wurde überschrieben: Ihres ist noch da. Inzwischen wurde Folgendes gespeichert:",
    more: "und {{count}} mehr",
    whoseStays: "„Meines behalten“ speichert Ihres an dessen Stelle. „Anderes übernehmen“ gibt Ihres auf.",
    keepMine: "Meines behalten",
    takeTheirs: "Anderes übernehmen",
  },
  moreActions: "Weitere Aktionen",
  goBack: "Zurück",
  cancel: "Abbrechen",
  titles: {
    feeds: "Produkt-Feeds",
    product: "Produkt",
    products: "Produkte",
    languages: "Sprachen",
    review: "Prüfen",
    reviews: "Bewertungen",
    run: "Lauf",
    activity: "Aktivität",
    failed: "Was nicht geklappt hat",
    log: "Protokoll",
    rules: "Regeln",
    history: "Verlauf",
    assignments: "Wo Regeln gelten",
    glossary: "Glossar",
    results: "Ergebnisse",
    texts: "Texte",
    settings: "Einstellungen",
  },
  auth: {
    open: "Öffnen Sie Shelfwright in Ihrem Shopify-Adminbereich",
    how: "Shelfwright arbeitet im Shopify-Adminbereich. Wählen Sie es dort im Menü Apps, oder geben Sie den Namen Ihres Shops ein.",
    store: "Name des Shops",
    go: "Öffnen",
    wrong: "Geben Sie den Namen Ihres Shops ein, wie er vor .myshopify.com steht.",
    opening: "Ihr Shopify-Adminbereich wird geöffnet …",
    openingApp: "Shelfwright wird geöffnet …",
    stays: "Bleibt diese Seite stehen, <admin>öffnen Sie sie in Ihrem Shopify-Adminbereich</admin>.",
    noPage: "Diese Seite gibt es nicht",
    notShown: "Diese Seite konnte nicht gezeigt werden",
    openAgain:
      "Öffnen Sie Shelfwright noch einmal über das Menü Apps Ihres Shopify-Adminbereichs. Nichts von Ihrer Arbeit ist verloren.",
    problem: {
      clock: "Die Uhr des Servers dieser App geht falsch",
      clockAdvice:
        "Shopifys Nachweis, wer Sie sind, gilt eine Minute, und der Server liest eine andere Zeit. Der Betreiber dieser App muss die Uhr stellen; Ihre Arbeit läuft inzwischen weiter.",
      token: "Diese App konnte nicht feststellen, wer Sie sind",
      tokenAdvice:
        "Shopifys Nachweis, wer Sie sind, passt nicht zum Schlüssel der App. Der Betreiber dieser App muss SHOPIFY_API_KEY und SHOPIFY_API_SECRET prüfen.",
      page: "Diese Seite konnte nicht geöffnet werden",
      pageAdvice:
        "Versuchen Sie es noch einmal, oder öffnen Sie Shelfwright über das Menü Apps Ihres Shopify-Adminbereichs. Nichts von Ihrer Arbeit ist verloren.",
      shopify: "Shopify war nicht erreichbar",
      shopifyAdvice:
        "Shelfwright muss vor dem Öffnen bei Shopify nachfragen und bekam keine Antwort. Nichts von Ihrer Arbeit ist verloren. Warten Sie einen Moment und versuchen Sie es noch einmal.",
    },
    staysHere: "Bleibt diese Seite stehen, <here>geht es hier weiter</here>.",
    leaving: "Der Rahmen wird verlassen …",
  },
  showRun: "Den Lauf anzeigen",
  portals: "Menüs und Dialoge",
};
