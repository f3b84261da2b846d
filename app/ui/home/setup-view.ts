/** A product that shows a merchant what the app makes of it. */
export interface SampleView {
  id: string;
  title: string;
  imageUrl: string | null;
  /** the beginning of the live description; null without one */
  live: string | null;
  /** the same of its draft; null while there is none */
  draft: string | null;
  /** what the live description says against a fact */
  contradiction: { quote: string; path: string; name: string; value: string } | null;
}

/** The four steps of a first run, and what they show. */
export interface SetupView {
  imported: boolean;
  connected: boolean;
  /** texts of some products were written */
  seen: boolean;
  /** more than samples were written, or nothing is missing */
  started: boolean;
  products: number;
  /** the model's name; null while none can be called */
  model: string | null;
  creditsEach: number;
  samples: SampleView[];
  /** how often other samples were asked for */
  others: number;
}
