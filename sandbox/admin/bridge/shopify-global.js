/** `window.shopify`, as far as the sandbox has it. */
export function createShopifyGlobal({ config, connection, tokens, modal, saveBar, adminOrigin }) {
  const toasts = new Map();
  let lastToast = 0;
  connection.on("toastAction", (id) => toasts.get(id)?.onAction?.());
  connection.on("toastDismissed", (id) => {
    toasts.get(id)?.onDismiss?.();
    toasts.delete(id);
  });
  return {
    config,
    origin: adminOrigin,
    ready: Promise.resolve(),
    environment: { embedded: connection.embedded, mobile: false, pos: false, intent: false },
    idToken: tokens.idToken,
    user: () => connection.ask("user"),
    loading: (on = true) => connection.tell("loading", Boolean(on)),
    toast: {
      show(message, { duration = 5_000, isError = false, action, onAction, onDismiss } = {}) {
        lastToast += 1;
        const id = `toast-${lastToast}`;
        toasts.set(id, { onAction, onDismiss });
        connection.tell("toast", { id, message: String(message), duration, isError, action });
        return id;
      },
      hide: (id) => connection.tell("toastHide", id),
    },
    modal,
    saveBar,
    async resourcePicker(options) {
      if (!["product", "variant"].includes(options?.type)) {
        throw new Error(`The sandbox's resource picker knows products and variants, not "${options?.type}".`);
      }
      const { type, action, filter, multiple, query, selectionIds } = options;
      const selection = await connection.ask("resourcePicker", { type, action, filter, multiple, query, selectionIds });
      if (!selection) return undefined;
      // Both ways of reading it are documented: the array itself, and its `selection`.
      return Object.assign([...selection], { selection });
    },
    scopes: {
      query: () => connection.ask("scopes"),
      request: async () => ({ result: "declined-all", detail: await connection.ask("scopes") }),
      revoke: async () => ({ detail: await connection.ask("scopes") }),
    },
  };
}
