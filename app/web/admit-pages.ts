import type { RequestHandler, Response } from "express";
import { type AdmissionLimits, createAdmission, strangers } from "./admission.ts";

/**
 * Rendering a whole page holds the event loop for 50 ms and more, so few are let in at once and the data of open pages is
 * asked for between them. Waits are below what people leave for: a second for data, a few for a page.
 */
const documentLimits: AdmissionLimits = { slots: 2, places: 60, longestWaitMs: 3_000, countsMs: 1_000 };
const dataLimits: AdmissionLimits = { slots: 8, slotsPerShop: 4, places: 200, longestWaitMs: 800, countsMs: 1_000 };

/** For those whose work never fails to be done, however busy we are, and for what waits without doing anything: it counts itself. */
const passing = /^\/(healthz|readyz|workz|metrics|webhooks|app\/live)$/;

export interface AdmitOptions {
  documents?: AdmissionLimits;
  data?: AdmissionLimits;
  /** 0 ≤ n < 1: who is refused comes back at different moments */
  random?: () => number;
}

/** Lets pages in as fast as they can be answered; the others are told to come back, which they do by themselves. */
export function admitPages(options: AdmitOptions = {}): RequestHandler {
  const documents = createAdmission(options.documents ?? documentLimits);
  const data = createAdmission(options.data ?? dataLimits);
  const random = options.random ?? Math.random;
  return (request, response, next) => {
    if (passing.test(request.path)) return next();
    const isData = request.path.endsWith(".data");
    void (isData ? data : documents).enter(response.locals.shop ?? strangers).then((leave) => {
      if (response.destroyed) leave?.();
      else if (leave) {
        response.once("close", leave);
        next();
      } else refuse(response, { isData, seconds: (isData ? 1 : 2) + Math.floor(random() * 3) });
    });
  };
}

function refuse(response: Response, { isData, seconds }: { isData: boolean; seconds: number }): void {
  response.locals.shed = true;
  response.status(503).setHeader("Retry-After", String(seconds));
  response.setHeader("Cache-Control", "no-store");
  if (isData)
    response.json({ status: "error", code: "busy", message: `Too many requests at once. Ask again in ${seconds} s.` });
  else response.type("html").send(busyPage(seconds));
}

/** Asks for the same address again by itself. */
function busyPage(seconds: number): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="${seconds}">
<title>Shelfwright is busy</title>
<style>body{font:14px/1.5 Inter,system-ui,sans-serif;margin:15vh auto;max-width:32rem;padding:0 1rem;color:#303030}h1{font-size:20px}a{color:#005bd3}</style>
</head>
<body>
<main role="status">
<h1>Many people use Shelfwright at this moment</h1>
<p>This page opens by itself in a few seconds. Nothing is lost, and jobs go on meanwhile.</p>
<p><a href="">Try again now</a></p>
</main>
</body>
</html>
`;
}
