const patienceMs = 30_000;

/**
 * Asks the server, and gives up as soon as the browser is offline: App Bridge first asks the admin who asks, and that question
 * is not answered without a connection. @throws when there is no answer
 */
export function reach(address: string, request: RequestInit = {}): Promise<Response> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(new Error("no connection"));
    if (!navigator.onLine) return leave();
    const timer = setTimeout(leave, patienceMs);
    window.addEventListener("offline", leave, { once: true });
    fetch(address, request)
      .then(resolve, reject)
      .finally(() => {
        clearTimeout(timer);
        window.removeEventListener("offline", leave);
      });
  });
}
