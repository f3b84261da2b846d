export * from "./catalog.ts";
export * from "./content.ts";
export * from "./jobs.ts";
export * from "./publishing.ts";
export * from "./shops.ts";
