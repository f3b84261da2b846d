import { isIPv4 } from "node:net";
import { isMailAddress } from "./mail-address.ts";

/** The operator's mail server. */
export interface MailServer {
  host: string;
  port: number;
  /** TLS from the start */
  secure: boolean;
  /** TLS by STARTTLS, or no mail at all */
  requireTls: boolean;
  login: { user: string; pass: string } | null;
}

/** Who mail comes from. */
export interface Sender {
  name: string;
  address: string;
}

/** @returns null when the text is no address of a mail server */
export function readMailServer(text: string): MailServer | null {
  const url = /^smtps?:\/\//i.test(text.trim()) ? URL.parse(text.trim()) : null;
  if (!url?.hostname || (url.pathname !== "" && url.pathname !== "/") || url.search || url.hash) return null;
  if (url.username === "" && url.password !== "") return null;
  const secure = url.protocol === "smtps:";
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const login = loginOf(url);
  if (login === undefined) return null;
  return {
    host,
    port: url.port === "" ? (secure ? 465 : 587) : Number(url.port),
    secure,
    // Whoever stands between could leave STARTTLS out of the greeting, and read the password.
    requireTls: !secure && login !== null && !isThisMachine(host),
    login,
  };
}

/** @returns undefined when its `%` signs are not in order */
function loginOf(url: URL): MailServer["login"] | undefined {
  if (url.username === "") return null;
  try {
    return { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) };
  } catch {
    return undefined;
  }
}

function isThisMachine(host: string): boolean {
  return host === "localhost" || host === "::1" || (isIPv4(host) && host.startsWith("127."));
}

/** @returns null when the text is neither an address nor `NAME <ADDRESS>` */
export function readSender(text: string): Sender | null {
  const { name = "", address = "" } =
    /^\s*(?:"?(?<name>[^"<>]*?)"?\s*<)?(?<address>[^<>\s]+)>?\s*$/.exec(text)?.groups ?? {};
  if (!isMailAddress(address) || /\p{Cc}/u.test(name) || text.includes("<") !== text.includes(">")) return null;
  return { name, address };
}
