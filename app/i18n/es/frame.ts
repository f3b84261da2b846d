export default {
  nav: {
    home: "Productos",
    products: "Productos",
    jobs: "Tareas",
    acceptance: "Aceptación",
    rules: "Reglas de contenido",
    contentTypes: "Tipos de contenido",
    settings: "Configuración",
  },
  connection: { tryNow: "Intentar ahora" },
};
