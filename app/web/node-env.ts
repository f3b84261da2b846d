/**
 * For its side effect, imported before all else: React and Remix choose their build when they are first loaded, and that for
 * development takes several times as long for a page. Whoever starts the app need not know.
 */
process.env.NODE_ENV = process.argv.includes("--dev") ? "development" : "production";
