/** The app's frame: navigation, and what lies over every page. */
export default {
  nav: {
    home: "Products",
    products: "Products",
    jobs: "Jobs",
    acceptance: "Acceptance",
    rules: "Content rules",
    contentTypes: "Content types",
    settings: "Settings",
  },
  connection: {
    tryNow: "Try now",
  },
} as const;
