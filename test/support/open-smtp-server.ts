import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { onTestFinished } from "vitest";
import type { MailServer } from "../../app/mail/mail-server.ts";

/** A refusal in the words of SMTP. */
export class Refusal extends Error {
  readonly responseCode: number;
  constructor(responseCode: number, message: string) {
    super(message);
    this.responseCode = responseCode;
  }
}

export interface Mailbox {
  server: MailServer;
  /** what was taken: to whom, and the mail as it crossed the line */
  taken: { to: string[]; raw: string }[];
  /** RCPT TO of each try, also of what was refused */
  asked: string[];
  close(): Promise<void>;
}

/** A mail server of this process that takes everything but what `unkind` refuses. Closed when the test ends. */
export async function openSmtpServer(unkind: Partial<SMTPServerOptions> = {}): Promise<Mailbox> {
  const taken: Mailbox["taken"] = [];
  const asked: string[] = [];
  const { onRcptTo, ...rest } = unkind;
  const smtp = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    authOptional: true,
    logger: false,
    onRcptTo(address, session, done) {
      asked.push(address.address);
      if (onRcptTo) onRcptTo.call(this, address, session, done);
      else done();
    },
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        taken.push({ to, raw: Buffer.concat(parts).toString("utf8") });
        done();
      });
    },
    ...rest,
  });
  // A line that breaks is what a test asked for.
  smtp.on("error", () => undefined);
  await new Promise<void>((resolve) => smtp.listen(0, "127.0.0.1", resolve));
  const close = () => new Promise<void>((resolve) => smtp.close(() => resolve()));
  onTestFinished(close);
  const { port } = smtp.server.address() as AddressInfo;
  return { server: { host: "127.0.0.1", port, secure: false, requireTls: false, login: null }, taken, asked, close };
}

/** The head of a mail without its folds, by name. */
export function headOf(raw: string): Map<string, string> {
  const [head = ""] = raw.split("\r\n\r\n");
  const lines = head.replace(/\r\n[ \t]+/g, " ").split("\r\n");
  return new Map(
    lines.map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 1).trim()]),
  );
}
