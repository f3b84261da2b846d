/**
 * What counts how much when products are compared with categories. Found by a search over hand-labelled products of half of
 * the shops, and measured on those of the other half: see docs/decisions/050-shortlist-of-categories.md.
 */
export const weights = {
  /** of a product's words, by where they stand */
  title: 2,
  titleHead: 1.5,
  titleAfterPreposition: 0.8,
  titleLaterSegment: 0.7,
  vendor: 0.4,
  type: 2.5,
  typeOfNothing: 1,
  tag: 0.9,
  isA: 1.2,
  firstSentence: 1,
  description: 0.5,
  option: 0.2,
  phrase: 6,
  joined: 1,
  /** of English words in a text of another language */
  englishElsewhere: 0.65,
  /** for each doubling of how often a word stands in the product, in parts of its weight */
  repeated: 0.2,
  /** of a part of a compound: its last, and its first */
  compoundTail: 0.7,
  compoundStart: 0.35,
  /** of a word that only resembles a category's, times how much it does so */
  cognate: 0.5,
  /** of a category's names, by where they come from */
  name: 1,
  namePart: 0.95,
  localName: 1.3,
  googleName: 0.5,
  joinedName: 1,
  /** how hard a name's words that the product lacks count: power of the share that it has */
  coverage: 0.8,
  /** of a name whose head noun the product lacks */
  withoutHead: 0.6,
  ancestor: 0.25,
  attribute: 0.3,
  /** of a category's score that its parent, and its children, are given */
  toParent: 0.1,
  toChild: 0.15,
  /** what the branch that most of the product's words speak for adds, in parts of a candidate's score: root, and child of a root */
  root: 0.5,
  branch: 0.5,
  /** of the score of each further candidate that the same words speak for, once `alike` of them are in the list */
  further: 0.9,
};
