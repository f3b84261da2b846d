/** What the writer says about its own text: these words come from that fact. The program verifies it before it counts. */
export interface Citation {
  /** words of the text, to the letter */
  quote: string;
  /** `Fact.id` */
  fact: string;
}
