/** The admin's address of a path inside the app, or undefined when it is none under its `application_url`. */
export function outerAddress(config, appPath) {
  if (!appPath.startsWith(config.appRoot)) return undefined;
  const rest = appPath.slice(config.appRoot.length);
  if (rest !== "" && !/^[/?#]/.test(rest)) return undefined;
  return `${config.appBase}${rest.replace(/^\/(?=$|[?#])/, "")}`;
}

/** Where a link that leaves the frame leads: a page of this admin, the app's own page at the top, or elsewhere. */
export function resolveLink(config, url) {
  if (/^shopify:/i.test(url)) {
    const path = url.replace(/^shopify:\/*admin/i, "");
    return { here: `/store/${config.storeHandle}${path.startsWith("/") ? path : `/${path}`}` };
  }
  const target = new URL(url, window.location.href);
  if (target.hostname === "admin.shopify.com") return { here: `${target.pathname}${target.search}` };
  if (target.hostname === config.shop && target.pathname.startsWith("/admin")) {
    // Installing and granting scopes need no consent here: the app is simply opened again.
    return target.pathname.startsWith("/admin/oauth")
      ? { here: config.appBase }
      : { here: `/store/${config.storeHandle}${target.pathname.slice("/admin".length)}` };
  }
  if (target.origin === window.location.origin) return { here: `${target.pathname}${target.search}` };
  if (target.origin === config.appOrigin) {
    const outer = outerAddress(config, `${target.pathname}${target.search}`);
    return outer ? { here: outer } : { here: target.href };
  }
  return /^https?:$/.test(target.protocol) ? { elsewhere: target.href } : {};
}
