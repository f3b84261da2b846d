import net from "node:net";
import { Agent, buildConnector, setGlobalDispatcher } from "undici";

const storeHosts = /(^|\.)(myshopify\.com|storage\.googleapis\.com)$/;

/**
 * From here on this process reaches the sandbox store when it says `https://*.myshopify.com` or `*.storage.googleapis.com`: in plain
 * TCP to the store's port, Host header intact. Works for Node's own fetch too; everything else is dialled as before.
 */
export function routeToSandbox(storePort: number): void {
  const dial = buildConnector({});
  const agent = new Agent({
    connect(options, callback) {
      if (!storeHosts.test(options.hostname)) return dial(options, callback);
      const socket = net.connect({ port: storePort, host: "127.0.0.1", noDelay: true });
      socket.once("error", (error) => callback(error, null));
      socket.once("connect", () => callback(null, socket));
    },
  });
  setGlobalDispatcher(agent);
}
