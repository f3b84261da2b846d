import { outerAddress, resolveLink } from "./address.js";
import { openAppWindow } from "./app-window.js";
import { confirmLeaving } from "./dialog.js";
import { element } from "./element.js";
import { pickResources } from "./resource-picker.js";
import { drawSaveBar, hasUnsavedChanges, mayLeave } from "./save-bar.js";
import { drawTitleBar } from "./title-bar.js";
import { hideToast, showToast } from "./toast.js";

const config = JSON.parse(document.getElementById("frame-config").textContent);
const frame = document.getElementById("app-frame");
const nav = document.getElementById("app-nav");
const loadingBar = document.getElementById("loading-bar");
const silentForMs = 10_000;

let links = [];
let appPath = config.appPath;
/** the page of the app that lies over the admin, with its name */
let over = null;

const send = (message) => frame.contentWindow.postMessage({ from: "sandbox-admin", ...message }, config.appOrigin);
const tell = (type, value) => send({ type, value });
const click = (key) => tell("click", key);

const silence = setTimeout(() => {
  document.getElementById("app-silent").hidden = false;
}, silentForMs);

/** What the app says without waiting for an answer. */
const heard = {
  ready: () => {
    clearTimeout(silence);
    document.getElementById("app-silent").hidden = true;
  },
  address(path) {
    appPath = path;
    const outer = outerAddress(config, path);
    // The frame has made its own entry in the shared history: the outer address only follows.
    if (outer) window.history.replaceState(null, "", outer);
    markCurrent();
  },
  navMenu(items) {
    links = items;
    drawNav();
  },
  titleBar: (bar) => drawTitleBar(bar, config.appName, click),
  saveBar: (bar) => drawSaveBar(bar, click),
  toast: (toast) => showToast(toast, tell),
  toastHide: hideToast,
  windowOpen({ id, url, title }) {
    if (new URL(url).origin !== config.appOrigin) return;
    heard.windowClose(over?.id);
    over = { id, ...openAppWindow({ url, title, onClose: () => heard.windowClose(id) }) };
  },
  windowClose(id) {
    if (over === null || over.id !== id) return;
    over.remove();
    over = null;
    frame.focus();
    tell("windowClosed", id);
  },
  loading: (on) => loadingBar.classList.toggle("is-on", on),
  async open(url) {
    const { here, elsewhere } = resolveLink(config, url);
    if (elsewhere) window.open(elsewhere, "_blank", "noopener");
    else if (here && (await mayLeave())) window.location.assign(here);
  },
};

/** What the app asks and waits for. */
const asked = {
  async idToken() {
    const response = await fetch(config.tokenUrl, { method: "POST" });
    if (!response.ok) throw new Error("The admin could not make a session token.");
    return (await response.json()).token;
  },
  resourcePicker: (options) => pickResources(config.pickerUrl, options),
  user: () => ({ id: 1, name: "Sandbox merchant", email: "merchant@example.com", accountAccess: "full" }),
  scopes: () => ({ granted: config.scopes, required: config.scopes, optional: [] }),
  async leaveConfirmation() {
    if (!hasUnsavedChanges()) return;
    if (!(await confirmLeaving())) throw new Error("The person stays on the page.");
    drawSaveBar(null);
  },
};

/** What a page that lies over the admin may say: navigation and title are those of the page below. */
const heardOver = new Set(["toast", "toastHide", "open"]);

async function receive(event) {
  const isOver = over !== null && event.source === over.frame.contentWindow;
  if ((!isOver && event.source !== frame.contentWindow) || event.origin !== config.appOrigin) return;
  const { from, type, value, id } = event.data ?? {};
  if (from !== "sandbox-app") return;
  if (id === undefined) {
    if (Object.hasOwn(heard, type) && (!isOver || heardOver.has(type))) heard[type](value);
    return;
  }
  const answer = (message) =>
    event.source.postMessage({ from: "sandbox-admin", replyTo: id, ...message }, config.appOrigin);
  try {
    if (!Object.hasOwn(asked, type)) throw new Error(`The sandbox admin does not know "${type}".`);
    answer({ value: await asked[type](value) });
  } catch (error) {
    answer({ error: error.message });
  }
}

function drawNav() {
  nav.replaceChildren(
    ...links
      .filter(({ home }) => !home)
      .map(({ href, label }) =>
        element("a", {
          href: outerAddress(config, href) ?? config.appBase,
          textContent: label,
          "data-app-href": href,
          onclick: (event) => {
            if (event.metaKey || event.ctrlKey) return;
            event.preventDefault();
            goTo(href);
          },
        }),
      ),
  );
  markCurrent();
}

async function goTo(href) {
  if (await mayLeave()) tell("navigate", href);
}

function markCurrent() {
  const path = appPath.split(/[?#]/)[0];
  const fits = (href) => path === href || path.startsWith(`${href}/`);
  const best = links
    .filter(({ href, home }) => !home && fits(href.split(/[?#]/)[0]))
    .sort((a, b) => b.href.length - a.href.length)[0];
  for (const link of nav.querySelectorAll("a")) {
    link.toggleAttribute("aria-current", link.dataset.appHref === best?.href);
  }
  document.getElementById("app-link").classList.toggle("is-current", best === undefined);
}

document.getElementById("app-link").addEventListener("click", (event) => {
  const home = links.find((link) => link.home)?.href;
  if (home === undefined || event.metaKey || event.ctrlKey) return;
  event.preventDefault();
  goTo(home);
});

// Links of the admin itself leave the app: unsaved changes are asked about first.
document.addEventListener("click", async (event) => {
  const link = event.target.closest?.("a[href]");
  if (event.defaultPrevented || !link || link.target === "_blank" || !hasUnsavedChanges()) return;
  event.preventDefault();
  if (await mayLeave()) window.location.assign(link.href);
});

drawTitleBar(null, config.appName, click);
window.addEventListener("message", receive);
// The app may have spoken before this module ran: the page kept what it said.
for (const event of window.earlyMessages) receive(event);
window.earlyMessages = undefined;
