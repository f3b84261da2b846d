/**
 * Talks to the admin around this frame. Only messages from that window and origin count.
 * `tell` says something, `ask` waits for an answer, `on` hears what the admin says.
 */
export function connect(adminOrigin) {
  const waiting = new Map();
  const hearing = new Map();
  let lastId = 0;

  window.addEventListener("message", (event) => {
    if (event.source !== window.parent || event.origin !== adminOrigin) return;
    const message = event.data;
    if (message?.from !== "sandbox-admin") return;
    if (message.replyTo !== undefined) {
      const { resolve, reject } = waiting.get(message.replyTo) ?? {};
      waiting.delete(message.replyTo);
      if (message.error === undefined) resolve?.(message.value);
      else reject?.(new Error(message.error));
      return;
    }
    for (const hear of hearing.get(message.type) ?? []) hear(message.value);
  });

  const send = (message) => window.parent.postMessage({ from: "sandbox-app", ...message }, adminOrigin);
  return {
    embedded: window.parent !== window,
    tell: (type, value) => send({ type, value }),
    ask: (type, value) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        send({ type, value, id: lastId });
      }),
    on(type, hear) {
      hearing.set(type, [...(hearing.get(type) ?? []), hear]);
    },
  };
}
