/**
 * The address of a model server in its one spelling: scheme and host in small letters, the host's name in ASCII, no port that
 * goes without saying, no dot segments, no slash at the end. Whatever is not an address alone is no address: behind `?` or `#`
 * the path of a call would be lost, and a password would be one more secret.
 */
export function readEndpoint(text: string): { url: string } | { problem: string } {
  const url = /^https?:\/\//i.test(text.trim()) ? URL.parse(text) : null;
  if (!url?.hostname) return { problem: "Enter a full address, like https://api.openai.com/v1." };
  if (url.username || url.password) return { problem: "Enter the address without a user name or password." };
  if (/[?#]/.test(text)) return { problem: "Enter the address without a ? or a # and what follows it." };
  url.hostname = url.hostname.replace(/\.$/, "");
  return { url: `${url.origin}${url.pathname.replace(/\/+$/, "")}` };
}
