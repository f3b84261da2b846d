const launchParameters = [
  "embedded",
  "hmac",
  "host",
  "id_token",
  "locale",
  "session",
  "shop",
  "signature",
  "timestamp",
];

/** Tells the admin where the app is, so that the outer address, reload and the back button fit. */
export function followAddress(connection) {
  let told;
  const tellAddress = () => {
    const query = new URLSearchParams(window.location.search);
    for (const name of launchParameters) query.delete(name);
    const search = query.size === 0 ? "" : `?${query}`;
    const path = `${window.location.pathname}${search}${window.location.hash}`;
    if (path === told) return;
    told = path;
    connection.tell("address", path);
  };
  for (const name of ["pushState", "replaceState"]) {
    const original = window.history[name];
    window.history[name] = function patched(...args) {
      original.apply(this, args);
      tellAddress();
    };
  }
  window.addEventListener("popstate", tellAddress);
  window.addEventListener("hashchange", tellAddress);
  tellAddress();
}

/** The page that the app answers with when a token in the address is out of date: load the wanted page with a new one. */
export async function reloadWithToken(tokens) {
  const wanted = new URLSearchParams(window.location.search).get("shopify-reload");
  if (wanted === null) return;
  const target = new URL(wanted, window.location.origin);
  if (target.origin !== window.location.origin) return;
  target.searchParams.set("id_token", await tokens.idToken());
  window.location.replace(target.href);
}
