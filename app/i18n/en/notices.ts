/** The line at the head of a page: why work waits, and the way out. */
export default {
  model_key: {
    title: "Writing is paused: the key of your model is missing or was refused",
    words_one: "{{count}} product waits. Nothing is lost.",
    words_other: "{{count, number}} products wait. Nothing is lost.",
    none: "Nothing is lost. Reviewing goes on.",
    act: "Check the key",
  },
  model_settings: {
    title: "Writing is paused: your model cannot be used as it is set",
    words_one: "{{count}} product waits. Choose another model or address. Nothing is lost.",
    words_other: "{{count, number}} products wait. Choose another model or address. Nothing is lost.",
    none: "Choose another model or address. Nothing is lost.",
    act: "Check the model",
  },
  billing: {
    title: "Writing is paused: your model’s provider asks for payment",
    words_one: "{{count}} product waits. Pay there, then go on. Nothing is lost.",
    words_other: "{{count, number}} products wait. Pay there, then go on. Nothing is lost.",
    none: "Pay there, then go on. Nothing is lost.",
    act: "Go on",
  },
  spend_cap: {
    title: "Today’s cap is spent",
    words_one: "{{count}} product goes on at 00:00 UTC. Reviewing and publishing go on.",
    words_other: "{{count, number}} products go on at 00:00 UTC. Reviewing and publishing go on.",
    none: "Writing goes on at 00:00 UTC. Reviewing and publishing go on.",
    act: "Raise the cap",
    titleOf: "Today’s {{cap}} are spent",
  },
  reauth: {
    title: "Shopify no longer lets us in",
    words_one: "{{count}} product waits. Nothing is lost.",
    words_other: "{{count, number}} products wait. Nothing is lost.",
    none: "Imports and publishing wait. Nothing is lost.",
    act: "Allow access",
  },
  scope: {
    title: "The app lacks a permission in Shopify",
    words_one: "{{count}} product waits. Allow what the app asks for, then check again. Nothing is lost.",
    words_other: "{{count, number}} products wait. Allow what the app asks for, then check again. Nothing is lost.",
    none: "Allow what the app asks for, then check again. Nothing is lost.",
    act: "Check the permissions again",
  },
  market_content: {
    title: "Shopify allows no texts of single markets here",
    words_one:
      "{{count}} product waits. Nothing is lost. Cancel the run and publish for all markets, or ask Shopify which plan allows them, then go on.",
    words_other:
      "{{count, number}} products wait. Nothing is lost. Cancel the run and publish for all markets, or ask Shopify which plan allows them, then go on.",
    none: "Nothing is lost. Cancel the run and publish for all markets, or ask Shopify which plan allows them, then go on.",
    act: "Go on",
  },
  goOn: "Go on",
  settings: "Open Settings",
  away: {
    shopify: {
      title: "Shopify does not answer",
      words: "Imports and publishing wait and go on by themselves. Reviewing and writing go on.",
    },
    model: {
      title: "Your model gives no answer",
      words: "Writing waits and goes on by itself. Reviewing, imports and publishing go on.",
    },
    both: {
      title: "Shopify and your model give no answer",
      words: "Imports, publishing and writing wait and go on by themselves. Reviewing goes on.",
    },
  },
  nextTrySoon: "The next try begins in a moment.",
  nextTry: "Next try in about {{time}}.",
  tryNow: "Try now",
  stopped: {
    title: "Background work has stopped",
    words:
      "Imports, writing and publishing wait. Whoever runs this app has to start the worker again; nothing is lost meanwhile.",
  },
  said: {
    reopen: "Open the app again from the Shopify admin.",
    askingPermissions: "Asking Shopify for the app’s permissions",
    askingShopify: "Asking Shopify again",
    goesOn: "The work goes on",
    nothingWaits: "Nothing waits for this any more",
    trying: "Trying again now",
    answers: "It answers again: the work goes on",
    triedAlready: "It is being tried already",
  },
} as const;
