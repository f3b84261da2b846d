// For `node --import ./sandbox/preload.ts`: SANDBOX_STORE_PORT is the port on which the sandbox store listens.
import { routeToSandbox } from "./route-to-sandbox.ts";

const port = Number(process.env.SANDBOX_STORE_PORT);
if (!Number.isInteger(port) || port <= 0) {
  throw new Error("Set SANDBOX_STORE_PORT to the port of the sandbox store, for instance 3402.");
}
routeToSandbox(port);
