/** Links and `open` calls that leave the frame are the admin's: `shopify:admin/…`, `_top` and `_parent`. */
export function openLinks(openAtTop) {
  const leaves = (url, target) => /^shopify:/i.test(url) || target === "_top" || target === "_parent";

  const plainOpen = window.open.bind(window);
  window.open = (url, target, features) => {
    if (url === undefined || !leaves(String(url), target)) return plainOpen(url, target, features);
    openAtTop(String(url));
    return null;
  };

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button !== 0) return;
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement && node.hasAttribute("href"));
    if (!link || !leaves(link.getAttribute("href"), link.target)) return;
    event.preventDefault();
    openAtTop(/^shopify:/i.test(link.getAttribute("href")) ? link.getAttribute("href") : link.href);
  });
}
