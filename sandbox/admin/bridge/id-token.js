const freshForMs = 10_000;

/** Session tokens from the admin, kept until ten seconds before they end; calls at the same time share one question. */
export function createIdTokens(connection) {
  let held;
  let asked;
  const expiryOf = (token) => {
    const payload = token.split(".")[1].replace(/-/g, "+").replace(/_/g, "/");
    return JSON.parse(atob(payload)).exp * 1_000;
  };
  const idToken = async () => {
    if (held && held.expiresAt - Date.now() > freshForMs) return held.token;
    asked ??= connection
      .ask("idToken")
      .then((token) => {
        held = { token, expiresAt: expiryOf(token) };
        return token;
      })
      .finally(() => {
        asked = undefined;
      });
    return asked;
  };
  const forget = () => {
    held = undefined;
  };
  return { idToken, forget };
}
