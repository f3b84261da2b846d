export default {
  nav: {
    home: "Inicio",
    review: "Revisión",
    products: "Productos",
    languages: "Idiomas",
    activity: "Actividad",
    rules: "Reglas",
    settings: "Configuración",
  },
  endedRuns: "Ejecuciones terminadas",
  connection: {
    tryNow: "Intentar ahora",
    reference: "Referencia:",
    notice: {
      offline:
        "No tienes conexión. No se pierde nada: esta página continúa sola, y lo que enviaste espera aquí a que lo envíes de nuevo.",
      unreachable:
        "No se pudo llegar a Shelfwright. No se pierde nada: esta página continúa sola, y lo que enviaste espera aquí a que lo envíes de nuevo.",
      signed_out: "Shopify cerró tu sesión. No se pierde nada: esta página continúa en cuanto vuelvas a iniciarla.",
      shopify:
        "Shopify no responde, así que Shelfwright no puede saber quién eres. No se pierde nada: esta página continúa sola.",
      often: "Eso se pidió muchas veces en un minuto. No se pierde nada: esta página continúa sola.",
      server: "Algo falló por nuestra parte. No se pierde nada: esta página continúa sola.",
      busy: "En este momento usan Shelfwright demasiadas personas. No se pierde nada: esta página continúa sola.",
      too_large: "Esto es más de lo que Shelfwright acepta de una vez. No se pierde nada: sigue aquí.",
      too_slow:
        "Tu conexión es tan lenta que Shelfwright dejó de esperar. No se pierde nada: esta página continúa sola.",
      not_taken:
        "Shelfwright no entiende lo que envió esta página. No se pierde nada: copia lo que escribiste y recarga la página.",
    },
    lost: {
      offline: "No tienes conexión. Lo que escribiste sigue aquí: inténtalo de nuevo.",
      unreachable: "No se pudo llegar a Shelfwright. Lo que escribiste sigue aquí: inténtalo de nuevo.",
      signed_out: "Shopify no confirmó quién eres. Lo que escribiste sigue aquí: inténtalo de nuevo.",
      shopify:
        "Shopify no responde, así que Shelfwright no puede saber quién eres. Lo que escribiste sigue aquí: inténtalo de nuevo.",
      often: "Eso se pidió muchas veces en un minuto. Lo que escribiste sigue aquí: inténtalo de nuevo.",
      server: "Algo falló por nuestra parte. Lo que escribiste sigue aquí: inténtalo de nuevo.",
      busy: "En este momento usan Shelfwright demasiadas personas. Lo que escribiste sigue aquí: inténtalo de nuevo en unos segundos.",
      too_large:
        "Esto es más de lo que Shelfwright acepta de una vez. Lo que escribiste sigue aquí: acórtalo o guárdalo por partes.",
      too_slow:
        "Tu conexión es tan lenta que Shelfwright dejó de esperar. Lo que escribiste sigue aquí: inténtalo de nuevo.",
      not_taken:
        "Shelfwright no entiende lo que envió esta página. Lo que escribiste sigue aquí: cópialo, recarga la página e inténtalo de nuevo.",
    },
    notOpened: {
      offline: "No tienes conexión. La página no se abrió: inténtalo de nuevo.",
      unreachable: "No se pudo llegar a Shelfwright. La página no se abrió: inténtalo de nuevo.",
      signed_out: "Shopify no confirmó quién eres. La página no se abrió: inténtalo de nuevo.",
      shopify:
        "Shopify no responde, así que Shelfwright no puede saber quién eres. La página no se abrió: inténtalo de nuevo.",
      often: "Eso se pidió muchas veces en un minuto. La página no se abrió: inténtalo de nuevo.",
      server: "Algo falló por nuestra parte. La página no se abrió: inténtalo de nuevo.",
      busy: "En este momento usan Shelfwright demasiadas personas. La página no se abrió: inténtalo de nuevo en unos segundos.",
      too_large: "Esto es más de lo que Shelfwright acepta de una vez. La página no se abrió: inténtalo de nuevo.",
      too_slow: "Tu conexión es tan lenta que Shelfwright dejó de esperar. La página no se abrió: inténtalo de nuevo.",
      not_taken: "Shelfwright no entiende lo que envió esta página. La página no se abrió: inténtalo de nuevo.",
    },
    unconfirmed:
      "Shelfwright vuelve a responder. Lo que escribiste sigue aquí, pero aún no está confirmado: pulsa el botón otra vez. Nada se hace dos veces.",
  },
  problem: {
    notFound: "No encontrado",
    noLongerKept: "Ya no se conserva",
    wrong: "Algo falló",
    missing: {
      page: "Esta página no existe en tu tienda, o se eliminó. Vuelve a la lista y elige otra.",
      product:
        "Este producto no está en tu catálogo. Puede que sea nuevo: leerlo de Shopify tarda un minuto. Vuelve a la lista y elige otro.",
      run: "Esta ejecución no existe en tu tienda, o se eliminó. Vuelve a la lista y elige otra.",
    },
    kept_one:
      "Los detalles de esta ejecución ya no se conservan: una ejecución terminada se conserva {{count}} día. Los textos que salieron de ella están en las páginas de sus productos, donde aún se puede deshacer la última publicación.",
    kept_many:
      "Los detalles de esta ejecución ya no se conservan: una ejecución terminada se conserva {{count}} días. Los textos que salieron de ella están en las páginas de sus productos, donde aún se puede deshacer la última publicación.",
    kept_other:
      "Los detalles de esta ejecución ya no se conservan: una ejecución terminada se conserva {{count}} días. Los textos que salieron de ella están en las páginas de sus productos, donde aún se puede deshacer la última publicación.",
    notShown: "No se pudo mostrar",
    saved:
      "Tu trabajo está guardado. Si vuelve a ocurrir, dile a quien administra esta aplicación qué hiciste justo antes.",
    tryAgain: "Reintentar",
  },
  form: {
    save: "Guardar",
    discard: "Descartar",
    show: "Mostrar",
    hide: "Ocultar",
    stale: "Cambió en otra ventana mientras tenías esto abierto",
    nothingOverwritten: "No se sobrescribió nada: lo tuyo sigue aquí. Esto es lo que se guardó entretanto:",
    more: "y {{count}} más",
    whoseStays: "«Conservar el mío» guarda lo tuyo en su lugar. «Usar el otro» renuncia a lo tuyo.",
    keepMine: "Conservar el mío",
    takeTheirs: "Usar el otro",
  },
  moreActions: "Más acciones",
  goBack: "Volver",
  cancel: "Cancelar",
  titles: {
    feeds: "Feeds de productos",
    product: "Producto",
    products: "Productos",
    languages: "Idiomas",
    review: "Revisión",
    reviews: "Reseñas",
    run: "Ejecución",
    activity: "Actividad",
    failed: "Lo que falló",
    log: "Registro",
    rules: "Reglas",
    history: "Historial",
    assignments: "Dónde se aplican las reglas",
    glossary: "Glosario",
    results: "Resultados",
    texts: "Textos",
    settings: "Configuración",
  },
  auth: {
    open: "Abre Shelfwright en tu panel de control de Shopify",
    how: "Shelfwright funciona dentro del panel de control de Shopify. Elígela en el menú Aplicaciones o escribe el nombre de tu tienda.",
    store: "Nombre de la tienda",
    go: "Abrir",
    wrong: "Escribe el nombre de tu tienda, como figura antes de .myshopify.com.",
    opening: "Abriendo tu panel de control de Shopify…",
    openingApp: "Abriendo Shelfwright…",
    stays: "Si esta página sigue aquí, <admin>ábrela en tu panel de control de Shopify</admin>.",
    noPage: "Esta página no existe",
    notShown: "No se pudo mostrar esta página",
    openAgain:
      "Vuelve a abrir Shelfwright desde el menú Aplicaciones de tu panel de control de Shopify. No se pierde nada de tu trabajo.",
    problem: {
      clock: "El reloj del servidor de esta aplicación está mal",
      clockAdvice:
        "La prueba de Shopify de quién eres vale un minuto, y el servidor lee otra hora. Quien administra esta aplicación debe ajustar el reloj; tu trabajo sigue entretanto.",
      token: "Esta aplicación no pudo comprobar quién eres",
      tokenAdvice:
        "La prueba de Shopify de quién eres no encaja con la clave de la aplicación. Quien la administra debe revisar SHOPIFY_API_KEY y SHOPIFY_API_SECRET.",
      page: "No se pudo abrir esta página",
      pageAdvice:
        "Inténtalo otra vez o abre Shelfwright desde el menú Aplicaciones de tu panel de control de Shopify. No se pierde nada de tu trabajo.",
      shopify: "No se pudo contactar con Shopify",
      shopifyAdvice:
        "Shelfwright debe preguntar a Shopify antes de abrirse, y no obtuvo respuesta. No se pierde nada de tu trabajo. Espera un momento e inténtalo otra vez.",
    },
    staysHere: "Si esta página sigue aquí, <here>continúa aquí</here>.",
    leaving: "Saliendo del marco…",
  },
  showRun: "Mostrar la ejecución",
  portals: "Menús y cuadros de diálogo",
};
