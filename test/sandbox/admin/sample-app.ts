import { listen, type RunningServer, readBody, sendJson, sendText } from "../../../sandbox/shared/http.ts";

/** A small embedded app that uses everything the App Bridge of the sandbox offers. */
export async function startSampleApp(bridgeUrl: () => string): Promise<RunningServer & { refuseOnce(): void }> {
  let refusing = false;
  const server = await listen(async (req, res) => {
    const { pathname } = new URL(req.url ?? "/", "http://localhost");
    if (pathname === "/app/echo") {
      if (refusing) {
        refusing = false;
        return sendJson(res, 401, {}, { "x-shopify-retry-invalid-session-request": "1" });
      }
      const body = (await readBody(req)).toString("utf8");
      return sendJson(res, 200, { authorization: req.headers.authorization, own: req.headers["x-own"], body });
    }
    if (pathname === "/auth/session-token") return sendText(res, 200, `<script src="${bridgeUrl()}"></script>`);
    if (pathname === "/intruder") return sendText(res, 200, intruder);
    if (pathname.startsWith("/app")) return sendText(res, 200, page(bridgeUrl(), pathname));
    sendText(res, 404, "Not found");
  });
  return {
    ...server,
    refuseOnce() {
      refusing = true;
    },
  };
}

const intruder = `<script>parent.postMessage({ from: "sandbox-app", type: "idToken", id: "intruder" }, "*")</script>`;

function page(bridgeUrl: string, path: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sample</title>
<script src="${bridgeUrl}" data-api-key="sandbox-api-key"></script>
<style>body{font:14px system-ui;margin:24px;background:#f1f1f1}section{background:#fff;border-radius:12px;padding:20px;max-width:720px;margin:auto}button{margin:4px}</style></head>
<body>
<ui-nav-menu><a href="/app" rel="home">Home</a><a href="/app/products">Products</a><a href="/app/jobs">Jobs</a></ui-nav-menu>
<ui-title-bar title="Linen Shirt"><button variant="breadcrumb" onclick="note('crumb')">Products</button>
<button onclick="note('secondary')">Reject</button><section label="More actions"><button onclick="note('grouped')">Undo</button></section>
<button variant="primary" onclick="note('primary')">Publish</button></ui-title-bar>
<ui-save-bar id="bar" discardconfirmation><button variant="primary" onclick="note('saved');this.closest('ui-save-bar').hide()">Save</button><button onclick="note('discarded');this.closest('ui-save-bar').hide()">Discard</button></ui-save-bar>
<ui-modal id="ask"><p>Really publish?</p><ui-title-bar title="Publish"><button variant="primary" onclick="note('confirmed');document.getElementById('ask').hide()">Yes</button></ui-title-bar></ui-modal>
<section><h1>Sample app</h1><p>At <b id="at">${path}</b></p><p>Noted: <b id="noted"></b></p>
<a id="to-product" href="shopify:admin/products/3">In the admin</a> <a id="to-top" target="_top" href="/app/jobs?page=2">Jobs at the top</a></section>
<form data-save-bar data-discard-confirmation id="form"><input name="field" aria-label="Field" value="old"></form>
<script>
function note(text){document.getElementById('noted').textContent=text}
addEventListener('shopify:navigate',(event)=>{const href=event.target.getAttribute('href');history.pushState(null,'',href);document.getElementById('at').textContent=location.pathname});
addEventListener('popstate',()=>{document.getElementById('at').textContent=location.pathname});
document.getElementById('form').addEventListener('submit',(event)=>{event.preventDefault();note('form saved')});
</script></body></html>`;
}
