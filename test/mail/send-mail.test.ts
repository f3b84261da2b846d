import net, { type AddressInfo } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { isMailAddress } from "../../app/mail/mail-address.ts";
import { readMailServer, readSender } from "../../app/mail/mail-server.ts";
import { type Post, sendMail } from "../../app/mail/send-mail.ts";
import { headOf, openSmtpServer, Refusal } from "../support/open-smtp-server.ts";

const letter = { subject: "Shelfwright: Publish 3 products", text: "It has ended.\n", html: "<p>It has ended.</p>" };

function post(change: Partial<Post> & Pick<Post, "server">): Post {
  return {
    from: { name: "Shelfwright", address: "mail@shelfwright.example" },
    to: "anna@example.com",
    id: "job_1.abc",
    letter,
    signal: new AbortController().signal,
    onHandOver: async () => undefined,
    ...change,
  };
}

it("a mail arrives as text and HTML, says whom it is from and that a machine wrote it", async () => {
  const { server, taken } = await openSmtpServer();
  expect(await sendMail(post({ server }))).toEqual({ outcome: "accepted" });
  expect(taken.map(({ to }) => to)).toEqual([["anna@example.com"]]);
  const raw = taken[0]?.raw ?? "";
  const head = headOf(raw);
  expect(head.get("subject")).toBe(letter.subject);
  expect(head.get("from")).toBe("Shelfwright <mail@shelfwright.example>");
  expect(head.get("to")).toBe("anna@example.com");
  expect(head.get("message-id")).toBe("<job_1.abc@shelfwright.example>");
  expect(head.get("auto-submitted")).toBe("auto-generated");
  expect(raw).toContain("text/plain");
  expect(raw).toContain("<p>It has ended.</p>");
});

it("a subject with line breaks stays one line of the head", async () => {
  const { server, taken } = await openSmtpServer();
  const subject = "Rules\r\nBcc: eve@example.com\r\n\r\n<b>Hello</b>\u2028x\u0000y";
  expect(await sendMail(post({ server, letter: { ...letter, subject } }))).toEqual({ outcome: "accepted" });
  expect(taken[0]?.to).toEqual(["anna@example.com"]);
  const head = headOf(taken[0]?.raw ?? "");
  expect([...head.keys()]).not.toContain("bcc");
  expect(head.get("subject")).toBe("Rules Bcc: eve@example.com <b>Hello</b> x y");
});

it.each([
  "anna@example.com\r\nBcc: eve@example.com",
  "anna@example.com, eve@example.com",
  "Anna <anna@example.com>",
  "<anna@example.com>",
  "anna@example.com>",
  '"a b"@example.com',
  "anna@example.com\u0000",
  "anna",
  "@example.com",
  "",
  `${"a".repeat(250)}@example.com`,
])("%j is not one plain address", (text) => {
  expect(isMailAddress(text)).toBe(false);
});

it.each([
  [451, "greylisted", "deferred"],
  [550, "no such user", "refused"],
] as const)("what a server says of an address, %i, is its answer", async (code, words, outcome) => {
  const { server, taken } = await openSmtpServer({ onRcptTo: (_to, _session, done) => done(new Refusal(code, words)) });
  const answer = await sendMail(post({ server }));
  expect(answer).toMatchObject({ outcome, code: code === 550 ? "address_refused" : "deferred" });
  expect(answer).toMatchObject({ said: expect.stringContaining(words) });
  expect(taken).toEqual([]);
});

it.each([
  [452, "deferred", "deferred"],
  [554, "refused", "mail_refused"],
] as const)("what a server says of a whole mail, %i, is an answer too", async (code, outcome, why) => {
  const { server } = await openSmtpServer({
    onData(stream, _session, done) {
      stream.on("end", () => done(new Refusal(code, "not this one")));
      stream.resume();
    },
  });
  expect(await sendMail(post({ server }))).toMatchObject({ outcome, code: why });
});

it("a server that is not there, greets with a refusal or wants another password is asked again", async () => {
  const { server, close } = await openSmtpServer({
    onConnect: (_session, done) => done(new Refusal(554, "go away")),
  });
  expect(await sendMail(post({ server }))).toMatchObject({ outcome: "deferred", code: "unreachable" });
  await close();
  expect(await sendMail(post({ server }))).toMatchObject({ outcome: "deferred", code: "unreachable" });
  const locked = await openSmtpServer({
    authOptional: false,
    onAuth: (_auth, _session, done) => done(new Refusal(535, "bad credentials AUTH PLAIN AG9wcwBodXNoLWh1c2g=")),
  });
  const login = { user: "shelf", pass: "p" };
  const answer = await sendMail(post({ server: { ...locked.server, login } }));
  // What it says may hold the password.
  expect(answer).toEqual({ outcome: "deferred", code: "login_refused", said: "535" });
});

it.each([
  ["localhost", false],
  ["127.0.0.1", false],
  ["127.evil.example", true],
])("a password goes to %s without TLS: never unless it is this machine", (host, requireTls) => {
  expect(readMailServer(`smtp://u:p@${host}`)).toMatchObject({ requireTls });
});

it("a password is not sent where TLS was asked for and is not offered", async () => {
  const seen: string[] = [];
  const { server, taken } = await openSmtpServer({
    authOptional: false,
    onAuth: (auth, _session, done) => {
      seen.push(auth.username ?? "");
      done(null, { user: "shelf" });
    },
  });
  const login = { user: "shelf", pass: "p" };
  const answer = await sendMail(post({ server: { ...server, requireTls: true, login } }));
  expect(answer).toMatchObject({ outcome: "deferred" });
  expect([seen, taken]).toEqual([[], []]);
  expect(await sendMail(post({ server: { ...server, login } }))).toEqual({ outcome: "accepted" });
  expect(seen).toEqual(["shelf"]);
});

/** A server that says these lines, one after each line or block that it gets, and then hangs up. */
async function aServerThatSays(lines: string[]) {
  const listener = net.createServer((socket) => {
    const left = [...lines];
    const next = () => {
      const line = left.shift();
      if (line === undefined) socket.destroy();
      else socket.write(`${line}\r\n`);
    };
    socket.on("error", () => undefined);
    socket.on("data", next);
    next();
  });
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => new Promise<void>((resolve) => listener.close(() => resolve())));
  const { port } = listener.address() as AddressInfo;
  return { host: "127.0.0.1", port, secure: false, requireTls: false, login: null };
}

it("a line that breaks before the mail has left is tried again, one that breaks after it is not", async () => {
  const handedOver: string[] = [];
  const onHandOver = (name: string) => async () => {
    handedOver.push(name);
  };
  const before = await aServerThatSays(["220 hello", "250 hello", "250 sender"]);
  expect(await sendMail(post({ server: before, onHandOver: onHandOver("before") }))).toMatchObject({
    ...{ outcome: "deferred", code: "unreachable" },
  });
  expect(handedOver).toEqual([]);
  const after = await aServerThatSays(["220 hello", "250 hello", "250 sender", "250 address", "354 go on"]);
  expect(await sendMail(post({ server: after, onHandOver: onHandOver("after") }))).toMatchObject({
    outcome: "unanswered",
  });
  expect(handedOver).toEqual(["after"]);
});

it("nothing leaves before it is written down that it will", async () => {
  const { server, taken } = await openSmtpServer();
  const lost = new Error("the lease is lost");
  const onHandOver = async () => {
    throw lost;
  };
  await expect(sendMail(post({ server, onHandOver }))).rejects.toBe(lost);
  expect(taken).toEqual([]);
});

it("a stop ends a try with a server that says nothing", async () => {
  const silent = await aServerThatSays([""]);
  const stop = new AbortController();
  const tried = sendMail(post({ server: silent, signal: stop.signal }));
  stop.abort(new Error("the worker stops"));
  await expect(tried).rejects.toThrow("the worker stops");
});

it("a server that is silent, or that never comes to an end, is given up for this time", async () => {
  const silent = await aServerThatSays(["220 hello", "250-and", ""]);
  const soon = { tryMs: 60_000, silentMs: 60, answerMs: 60_000 };
  expect(await sendMail(post({ server: silent, limits: soon }))).toMatchObject({ code: "unreachable" });
  const endless = await aServerThatSays(["220 hello"]);
  expect(await sendMail(post({ server: endless, limits: { ...soon, tryMs: 60, silentMs: 20_000 } }))).toMatchObject({
    code: "unreachable",
  });
});

/** A server that has the whole mail, and does then what `judge` says. */
function aServerThatJudges(judge: (done: () => void) => void) {
  return openSmtpServer({
    onData(stream, _session, done) {
      stream.on("end", () => judge(() => done()));
      stream.resume();
    },
  });
}

it("a server that judges a whole mail for longer than it may be silent otherwise has taken it", async () => {
  const limits = { tryMs: 1_500, silentMs: 1_500, answerMs: 60_000 };
  const { server } = await aServerThatJudges((done) => setTimeout(done, limits.tryMs + 300));
  expect(await sendMail(post({ server, limits }))).toEqual({ outcome: "accepted" });
});

it("a server that has the whole mail and says nothing of it is given up, and by a stop at once", async () => {
  const silent = await aServerThatJudges(() => undefined);
  const limits = { tryMs: 60_000, silentMs: 60_000, answerMs: 60 };
  expect(await sendMail(post({ server: silent.server, limits }))).toEqual({ outcome: "unanswered", said: "" });
  const stop = new AbortController();
  const { server } = await aServerThatJudges(() => stop.abort(new Error("the worker stops")));
  expect(await sendMail(post({ server, signal: stop.signal }))).toEqual({ outcome: "unanswered", said: "" });
});

it("an operator's mail server and sender are read, and what is none is refused", () => {
  expect(readMailServer("smtps://me%40example.com:p%2Fw@mail.example.com")).toEqual({
    ...{ host: "mail.example.com", port: 465, secure: true, requireTls: false },
    login: { user: "me@example.com", pass: "p/w" },
  });
  expect(readMailServer("smtp://me:pw@mail.example.com:2525")).toMatchObject({ port: 2525, requireTls: true });
  expect(readMailServer("smtp://me:pw@localhost")).toMatchObject({ port: 587, requireTls: false });
  expect(readMailServer("smtp://[::1]:25")).toMatchObject({ host: "::1", port: 25, login: null });
  for (const bad of ["", "mail.example.com", "https://mail.example.com", "smtp://", "smtp://:pw@host", "smtp://host/x"])
    expect(readMailServer(bad), bad).toBeNull();
  expect(readMailServer("smtp://a:%zz@host")).toBeNull();
  expect(readSender("mail@example.com")).toEqual({ name: "", address: "mail@example.com" });
  expect(readSender('"Shelf, wright" <mail@example.com>')).toEqual({
    name: "Shelf, wright",
    address: "mail@example.com",
  });
  for (const bad of ["", "mail", "mail@example.com>", "A <mail>", "A\nBcc: x <mail@example.com>", "a@b.com, c@d.com"])
    expect(readSender(bad), bad).toBeNull();
});
