import { Agent, request } from "undici";

export interface CrowdOrder {
  /** addresses of pages, asked for in turn */
  documents: string[];
  data: { url: string; token: string }[];
  people: number;
  /** data requests of each person, after the document */
  clicks: number;
  /** a person's time between two clicks */
  pauseMs: number;
}

export interface CrowdFigures {
  /** until the page was there, refusals and their waits included */
  documentMs: number[];
  /** until the data was there, refusals and their waits included */
  dataMs: number[];
  /** until any answer, a refusal too */
  answerMs: number[];
  refusals: number;
  failures: number;
}

const headers = {
  "user-agent": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36",
};
const agent = new Agent({ connections: null, pipelining: 1, headersTimeout: 120_000, bodyTimeout: 120_000 });

process.once("message", (order: CrowdOrder) => {
  void run(order).then((figures) => process.send?.(figures, () => process.disconnect()));
});

/** All people open the app at the same moment, then click through it as their answers come. */
async function run({ documents, data, people, clicks, pauseMs }: CrowdOrder): Promise<CrowdFigures> {
  const figures: CrowdFigures = { documentMs: [], dataMs: [], answerMs: [], refusals: 0, failures: 0 };
  const open = async (url: string, more: Record<string, string>, times: number[]) => {
    const from = performance.now();
    for (;;) {
      const asked = performance.now();
      const {
        statusCode,
        headers: answered,
        body,
      } = await request(url, { dispatcher: agent, headers: { ...headers, ...more } });
      await body.dump({ limit: 50_000_000 });
      figures.answerMs.push(performance.now() - asked);
      if (statusCode !== 503) {
        if (statusCode !== 200) figures.failures++;
        times.push(performance.now() - from);
        return;
      }
      figures.refusals++;
      // As a browser does that is told to come back, not all in the same moment.
      const pause = Number(answered["retry-after"] ?? 1) * 1_000;
      await new Promise((resolve) => setTimeout(resolve, pause * (0.5 + Math.random())));
    }
  };
  const one = async (_: unknown, person: number) => {
    const document = documents[person % documents.length];
    if (document) await open(document, { accept: "text/html" }, figures.documentMs);
    for (let click = 0; click < clicks; click++) {
      const page = data[(person + click) % data.length];
      if (page) await open(page.url, { authorization: `Bearer ${page.token}` }, figures.dataMs);
      await new Promise((resolve) => setTimeout(resolve, pauseMs * Math.random() * 2));
    }
  };
  await Promise.all(Array.from({ length: people }, one));
  return figures;
}
