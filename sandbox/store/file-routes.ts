import { pipeline } from "node:stream/promises";
import { HttpError, type Router, readBody, sendText } from "../shared/http.ts";
import { readMultipart } from "../shared/read-multipart.ts";
import { pictureOf, pictureWidth } from "./picture.ts";
import type { StoreState } from "./state.ts";

const uploadLimitBytes = 100_000_000;

/** Results of bulk operations, staged uploads and pictures. */
export function addFileRoutes(router: Router, state: StoreState): void {
  router.on("GET", "/shopify-sandbox/:name", async ({ res, params, url }) => {
    const id = Number(/^bulk-(\d+)\.jsonl$/.exec(params.name ?? "")?.[1]);
    if (Number(url.searchParams.get("Expires")) * 1000 < state.now()) {
      throw new HttpError(400, "The signed URL has expired.");
    }
    const stream = state
      .shops()
      .find((shop) => shop.bulk.get(id) !== undefined)
      ?.bulk.open(id);
    if (!stream) throw new HttpError(404, "No such object.");
    const cut = state.faults.strike({ operation: "result" }, ["reset"]);
    res.writeHead(200, { "content-type": "application/jsonl" });
    if (cut) {
      stream.once("error", () => res.destroy());
      stream.once("data", (chunk: Buffer | string) => {
        res.write(chunk.slice(0, Math.floor(chunk.length / 2)), () => res.destroy());
        stream.destroy();
      });
      return;
    }
    await pipeline(stream, res);
  });

  const store = (key: string, text: string) => {
    const shop = state.shops().find((s) => s.uploads.has(key));
    if (!shop) throw new HttpError(403, "AccessDenied: this upload was not prepared with stagedUploadsCreate.");
    shop.uploads.set(key, text);
  };
  router.on("POST", "/", async ({ req, res, host }) => {
    if (!host.endsWith(".storage.googleapis.com")) throw new HttpError(404, "Not Found");
    const { fields, files } = readMultipart(req.headers["content-type"], await readBody(req, uploadLimitBytes));
    const file = files.file;
    if (fields.key === undefined || file === undefined)
      throw new HttpError(400, "The form needs the fields key and file.");
    store(fields.key, file.toString("utf8"));
    sendText(res, 201, `<PostResponse><Key>${fields.key}</Key></PostResponse>`, "application/xml");
  });
  router.on("PUT", "/*", async ({ req, res, host, url }) => {
    if (!host.endsWith(".storage.googleapis.com")) throw new HttpError(404, "Not Found");
    store(decodeURIComponent(url.pathname.slice(1)), (await readBody(req, uploadLimitBytes)).toString("utf8"));
    sendText(res, 200, "", "text/plain");
  });

  // As Shopify's CDN: `width` asks for a smaller picture, never for a larger one.
  router.on("GET", "/cdn/*", ({ res, params, url }) => {
    const width = Number(url.searchParams.get("width") ?? pictureWidth);
    const picture = pictureOf(params.rest ?? "", Number.isInteger(width) && width > 0 ? width : pictureWidth);
    res.writeHead(200, {
      "content-type": "image/png",
      "content-length": picture.byteLength,
      "cache-control": "public, max-age=31536000",
      "access-control-allow-origin": "*",
    });
    res.end(picture);
  });
}
