export default {
  model_key: {
    title: "La redacción está en pausa: la clave de tu modelo falta o fue rechazada",
    words_one: "{{count}} producto espera. No se pierde nada.",
    words_many: "{{count, number}} productos esperan. No se pierde nada.",
    words_other: "{{count, number}} productos esperan. No se pierde nada.",
    none: "No se pierde nada. La revisión continúa.",
    act: "Revisar la clave",
  },
  model_settings: {
    title: "La redacción está en pausa: tu modelo no se puede usar así",
    words_one: "{{count}} producto espera. Elige otro modelo u otra dirección. No se pierde nada.",
    words_many: "{{count, number}} productos esperan. Elige otro modelo u otra dirección. No se pierde nada.",
    words_other: "{{count, number}} productos esperan. Elige otro modelo u otra dirección. No se pierde nada.",
    none: "Elige otro modelo u otra dirección. No se pierde nada.",
    act: "Revisar el modelo",
  },
  billing: {
    title: "La redacción está en pausa: el proveedor de tu modelo pide un pago",
    words_one: "{{count}} producto espera. Paga allí y luego continúa. No se pierde nada.",
    words_many: "{{count, number}} productos esperan. Paga allí y luego continúa. No se pierde nada.",
    words_other: "{{count, number}} productos esperan. Paga allí y luego continúa. No se pierde nada.",
    none: "Paga allí y luego continúa. No se pierde nada.",
    act: "Continuar",
  },
  spend_cap: {
    title: "Se alcanzó el límite diario",
    words_one: "{{count}} producto continúa a las 00:00 UTC. La revisión y la publicación continúan.",
    words_many: "{{count, number}} productos continúan a las 00:00 UTC. La revisión y la publicación continúan.",
    words_other: "{{count, number}} productos continúan a las 00:00 UTC. La revisión y la publicación continúan.",
    none: "La redacción continúa a las 00:00 UTC. La revisión y la publicación continúan.",
    act: "Subir el límite",
    titleOf: "Los {{cap}} de hoy están gastados",
  },
  reauth: {
    title: "Shopify ya no nos deja entrar",
    words_one: "{{count}} producto espera. No se pierde nada.",
    words_many: "{{count, number}} productos esperan. No se pierde nada.",
    words_other: "{{count, number}} productos esperan. No se pierde nada.",
    none: "Las importaciones y publicaciones esperan. No se pierde nada.",
    act: "Permitir el acceso",
  },
  scope: {
    title: "A la aplicación le falta un permiso en Shopify",
    words_one: "{{count}} producto espera. Permite lo que pide la aplicación y comprueba de nuevo. No se pierde nada.",
    words_many:
      "{{count, number}} productos esperan. Permite lo que pide la aplicación y comprueba de nuevo. No se pierde nada.",
    words_other:
      "{{count, number}} productos esperan. Permite lo que pide la aplicación y comprueba de nuevo. No se pierde nada.",
    none: "Permite lo que pide la aplicación y comprueba de nuevo. No se pierde nada.",
    act: "Comprobar de nuevo los permisos",
  },
  market_content: {
    title: "Shopify no permite aquí textos de un solo mercado",
    words_one:
      "{{count}} producto espera. No se pierde nada. Cancela la ejecución y publica para todos los mercados, o pregunta a Shopify qué plan los permite y continúa después.",
    words_many:
      "{{count, number}} productos esperan. No se pierde nada. Cancela la ejecución y publica para todos los mercados, o pregunta a Shopify qué plan los permite y continúa después.",
    words_other:
      "{{count, number}} productos esperan. No se pierde nada. Cancela la ejecución y publica para todos los mercados, o pregunta a Shopify qué plan los permite y continúa después.",
    none: "No se pierde nada. Cancela la ejecución y publica para todos los mercados, o pregunta a Shopify qué plan los permite y continúa después.",
    act: "Continuar",
  },
  goOn: "Continuar",
  settings: "Abrir la configuración",
  away: {
    shopify: {
      title: "Shopify no responde",
      words: "Las importaciones y publicaciones esperan y continúan solas. La revisión y la redacción continúan.",
    },
    model: {
      title: "Tu modelo no responde",
      words: "La redacción espera y continúa sola. La revisión, las importaciones y la publicación continúan.",
    },
    both: {
      title: "Shopify y tu modelo no responden",
      words: "Las importaciones, la publicación y la redacción esperan y continúan solas. La revisión continúa.",
    },
  },
  nextTrySoon: "El próximo intento empieza en un momento.",
  nextTry: "Próximo intento en aprox. {{time}}.",
  tryNow: "Intentar ahora",
  stopped: {
    title: "El trabajo en segundo plano se detuvo",
    words:
      "Las importaciones, la redacción y la publicación esperan. Quien administra esta aplicación tiene que volver a iniciar el proceso; entretanto no se pierde nada.",
  },
  said: {
    reopen: "Vuelve a abrir la aplicación desde el panel de control de Shopify.",
    askingPermissions: "Preguntando a Shopify por los permisos de la aplicación",
    askingShopify: "Preguntando a Shopify de nuevo",
    goesOn: "El trabajo continúa",
    nothingWaits: "Ya nada espera por esto",
    trying: "Intentándolo de nuevo",
    answers: "Vuelve a responder: el trabajo continúa",
    triedAlready: "Ya se está intentando",
  },
};
