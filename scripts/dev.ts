/** `npm run dev`: the demo with pages served from source with hot reload, and the app's log on screen. */
process.argv.push("--dev");
await import("./demo.ts");

export {};
