/** What kept a request out before any page saw it: nothing of it was done. */
export type RefusalCause = "busy" | "too_large" | "too_slow" | "not_taken";

/** The answer of the app's edge, or of a proxy before it, to a request for a page's data. */
export class Refused extends Error {
  readonly why: RefusalCause | "server";

  constructor(status: number) {
    super(`refused with status ${status}`);
    this.why = causeOf(status);
  }
}

function causeOf(status: number): RefusalCause | "server" {
  if (status === 503 || status === 429) return "busy";
  if (status === 413) return "too_large";
  if (status === 408) return "too_slow";
  return status >= 500 ? "server" : "not_taken";
}

/** Sent again so often before anybody is told. */
const mostAgain = 2;
const longestPauseMs = 5_000;

/**
 * A `fetch` that understands who refuses before Remix can answer: Remix takes every such answer for one that it cannot decode.
 * Who is told to come back does so after the pause that is asked for; nothing of the request was done by then.
 * @param wait resolves after so many milliseconds
 * @returns a fetch that throws Refused
 */
export function readRefusals(inner: typeof fetch, wait: (ms: number) => Promise<void>): typeof fetch {
  return async (input, init) => {
    for (let again = 0; ; again++) {
      const response = await inner(input, init);
      if (!isForData(input) || !(await isRefusal(response))) return response;
      const refused = new Refused(response.status);
      const seconds = Number(response.headers.get("Retry-After") ?? Number.NaN);
      if (refused.why !== "busy" || again === mostAgain || !(seconds >= 0) || init?.signal?.aborted) throw refused;
      await wait(Math.min(seconds * 1_000, longestPauseMs));
    }
  };
}

function isForData(input: RequestInfo | URL): boolean {
  const url = input instanceof Request ? input.url : String(input);
  return /\.data$/.test(url.split(/[?#]/)[0] ?? "");
}

/** Statuses by which a proxy tells, in a page of its own, that it took nothing of the request. */
const takenByNobody = [413, 414, 415, 429, 431];

/** A 502 or 503 in words that are not ours leaves open what was done: there the app was not reached. */
async function isRefusal(response: Response): Promise<boolean> {
  if (response.status < 400 || response.headers.has("X-Remix-Response")) return false;
  if (takenByNobody.includes(response.status)) return true;
  if (!response.headers.get("Content-Type")?.startsWith("application/json")) return false;
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  return typeof body === "object" && body !== null && "code" in body && typeof body.code === "string";
}
