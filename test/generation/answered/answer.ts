/** An answer of a model in the form that the app's prompt asks for. */
export interface Answer {
  title: string;
  desc: string;
  bullets: string[];
  /** words of a text, and the id of the fact that says so */
  cites: [words: string, fact: string][];
}
