/** What keeps a text from being the address of a model server. */
export type EndpointProblem = "no_address" | "address_with_login" | "address_with_query";

/** For whoever runs the app, and for a merchant. */
export const endpointWords: Record<EndpointProblem, string> = {
  no_address: "Enter a full address, like https://api.openai.com/v1.",
  address_with_login: "Enter the address without a user name or password.",
  address_with_query: "Enter the address without a ? or a # and what follows it.",
};

/**
 * The address of a model server in its one spelling: scheme and host in small letters, the host's name in ASCII, no port that
 * goes without saying, no dot segments, no slash at the end. Whatever is not an address alone is no address: behind `?` or `#`
 * the path of a call would be lost, and a password would be one more secret.
 */
export function readEndpoint(text: string): { url: string } | { problem: EndpointProblem } {
  const url = /^https?:\/\//i.test(text.trim()) ? URL.parse(text) : null;
  if (!url?.hostname) return { problem: "no_address" };
  if (url.username || url.password) return { problem: "address_with_login" };
  if (/[?#]/.test(text)) return { problem: "address_with_query" };
  url.hostname = url.hostname.replace(/\.$/, "");
  return { url: `${url.origin}${url.pathname.replace(/\/+$/, "")}` };
}
