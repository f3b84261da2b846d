import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** The least that any receiver does: reads a body, computes its signature, answers. Runs until its parent lets go. */
const server = createServer((request, response) => {
  const hmac = createHmac("sha256", "secret");
  request.on("data", (chunk: Buffer) => hmac.update(chunk));
  request.on("end", () => {
    hmac.digest();
    response.end();
  });
});
server.listen(0, "127.0.0.1", () => process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
process.once("disconnect", () => process.exit(0));
