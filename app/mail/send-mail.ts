import { Readable } from "node:stream";
import MailComposer from "nodemailer/lib/mail-composer";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import type { MailServer, Sender } from "./mail-server.ts";

/** What a mail says. */
export interface Letter {
  subject: string;
  text: string;
  html: string;
}

/** What became of a mail. `said`: the server's own words, one line, or "". */
export type Delivery =
  | { outcome: "accepted" }
  /** no further try helps */
  | { outcome: "refused"; code: "address_refused" | "mail_refused"; said: string }
  | { outcome: "deferred"; code: "deferred" | "unreachable" | "not_encrypted" | "login_refused"; said: string }
  /** the server had all of it when the line broke: it may have taken it or not */
  | { outcome: "unanswered"; said: string };

export interface Post {
  server: MailServer;
  from: Sender;
  to: string;
  /** names this mail: the same for each try */
  id: string;
  letter: Letter;
  signal: AbortSignal;
  /** before the first byte of the mail leaves; what it throws ends the try and is thrown on */
  onHandOver(): Promise<void>;
  limits?: Limits;
}

interface Limits {
  /** the longest that a try may take until the mail leaves */
  tryMs: number;
  /** the longest that the server may be silent until then */
  silentMs: number;
  /** from then on the longest of both: servers read a mail through before they answer (RFC 5321, 4.5.3.2.6) */
  answerMs: number;
}
const usualLimits: Limits = { tryMs: 60_000, silentMs: 20_000, answerMs: 5 * 60_000 };

/** Hands one mail for one address to the mail server. @throws the signal's reason, and what `onHandOver` throws */
export async function sendMail(post: Post): Promise<Delivery> {
  const { server, from, to, signal, limits = usualLimits } = post;
  const message = await compose(post);
  const connection = new SMTPConnection(optionsOf(server, limits));
  const ended = Promise.withResolvers<never>();
  // Raced below; what comes after the race is over is nobody's.
  ended.promise.catch(() => undefined);
  const stop = () => ended.reject(new Error("stopped"));
  connection.on("error", ended.reject);
  connection.on("end", stop);
  signal.addEventListener("abort", stop, { once: true });
  let tooLong = setTimeout(stop, limits.tryMs);
  let handedOver = false;
  let refusedBefore: { error: unknown } | null = null;
  const body = Readable.from(
    (async function* () {
      try {
        await post.onHandOver();
      } catch (error) {
        refusedBefore = { error };
        throw error;
      }
      handedOver = true;
      clearTimeout(tooLong);
      tooLong = setTimeout(stop, limits.answerMs);
      // The library has one limit for all of a connection, and no other way to its socket.
      if (connection._socket) connection._socket.setTimeout(limits.answerMs);
      yield message;
    })(),
  );
  const step = (does: (done: (error?: Error | null) => void) => void) =>
    Promise.race([
      ended.promise,
      new Promise<void>((resolve, reject) => does((error) => (error ? reject(error) : resolve()))),
    ]);
  try {
    signal.throwIfAborted();
    await step((done) => connection.connect(done));
    const { login } = server;
    if (login) await step((done) => connection.login({ credentials: login }, done));
    await step((done) => connection.send({ from: from.address, to: [to] }, body, done));
    return { outcome: "accepted" };
  } catch (error) {
    if (refusedBefore !== null) throw (refusedBefore as { error: unknown }).error;
    if (!handedOver) signal.throwIfAborted();
    return deliveryOf(error, handedOver);
  } finally {
    connection.close();
    body.destroy();
    clearTimeout(tooLong);
    signal.removeEventListener("abort", stop);
  }
}

function optionsOf({ host, port, secure, requireTls }: MailServer, { silentMs }: Limits) {
  return {
    ...{ host, port, secure, requireTLS: requireTls },
    ...{ connectionTimeout: silentMs, greetingTimeout: silentMs, socketTimeout: silentMs },
    // Our own answer to a server that never ends is to be gone.
    ...{ dnsTimeout: silentMs, socketCloseTimeout: 0, maxResponseSize: 64 * 1_024 },
  };
}

/** The mail as it crosses the line. Values of its head are encoded by the library, line breaks in them are none. */
function compose({ from, to, id, letter }: Post): Promise<Buffer> {
  const mail = new MailComposer({
    from,
    to: { name: "", address: to },
    subject: oneLine(letter.subject),
    text: letter.text,
    html: letter.html,
    messageId: `<${id}@${from.address.split("@")[1]}>`,
    // RFC 3834: nobody's absence is to be told to a machine.
    headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return mail.compile().build();
}

interface Told {
  code?: unknown;
  command?: unknown;
  response?: unknown;
  responseCode?: unknown;
}

function deliveryOf(error: unknown, handedOver: boolean): Delivery {
  const { code, command, response, responseCode }: Told = error instanceof Error ? (error as Told) : {};
  const said = typeof response === "string" ? oneLine(response).slice(0, 200) : "";
  const answer = typeof responseCode === "number" ? responseCode : null;
  if (answer === null && handedOver) return { outcome: "unanswered", said };
  if (code === "ETLS") return { outcome: "deferred", code: "not_encrypted", said };
  // Some servers repeat what they were sent: the operator's password is for no page.
  if (code === "EAUTH")
    return { outcome: "deferred", code: "login_refused", said: answer === null ? "" : String(answer) };
  const aboutMail = command === "RCPT TO" || command === "MAIL FROM" || command === "DATA";
  if (answer === null || !aboutMail) {
    return answer === null || !handedOver
      ? { outcome: "deferred", code: "unreachable", said }
      : { outcome: "deferred", code: "deferred", said };
  }
  if (answer < 500) return { outcome: "deferred", code: "deferred", said };
  return { outcome: "refused", code: command === "RCPT TO" ? "address_refused" : "mail_refused", said };
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
}
