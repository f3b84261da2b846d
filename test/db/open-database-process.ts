import { openDatabase } from "../../app/db/open.ts";

/** A process of the app that starts: on a message it opens the database named by its argument, and ends. */
const [file = ""] = process.argv.slice(2);
process.once("message", () => {
  openDatabase({ file }).close();
  process.disconnect?.();
});
process.send?.("ready");
