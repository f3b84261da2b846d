export * from "./attributes.ts";
export * from "./catalog.ts";
export * from "./configs.ts";
export * from "./content.ts";
export * from "./feedback.ts";
export * from "./jobs.ts";
export * from "./publishing.ts";
export * from "./shops.ts";
