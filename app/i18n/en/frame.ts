/** The app's frame: navigation, what lies over every page, and what a page shows when it cannot show itself. */
export default {
  nav: {
    home: "Home",
    review: "Review",
    products: "Products",
    languages: "Languages",
    activity: "Activity",
    rules: "Rules",
    settings: "Settings",
  },
  endedRuns: "Runs that ended",
  connection: {
    tryNow: "Try now",
    reference: "Reference:",
    notice: {
      offline:
        "You are offline. Nothing is lost: this page goes on by itself, and what you sent waits here for you to send it again.",
      unreachable:
        "Shelfwright could not be reached. Nothing is lost: this page goes on by itself, and what you sent waits here for you to send it again.",
      signed_out: "Shopify signed you out. Nothing is lost: this page goes on once you are signed in again.",
      shopify:
        "Shopify does not answer, so that Shelfwright cannot know who you are. Nothing is lost: this page goes on by itself.",
      often: "That was asked for very often within a minute. Nothing is lost: this page goes on by itself.",
      server: "Something went wrong on our side. Nothing is lost: this page goes on by itself.",
      busy: "Too many people use Shelfwright at this moment. Nothing is lost: this page goes on by itself.",
      too_large: "This is larger than Shelfwright takes at once. Nothing is lost: it is still here.",
      too_slow:
        "Your connection is so slow that Shelfwright stopped waiting. Nothing is lost: this page goes on by itself.",
      not_taken:
        "Shelfwright does not understand what this page sent. Nothing is lost: reload the page once you have copied what you typed.",
    },
    lost: {
      offline: "You are offline. What you entered is still here: try again.",
      unreachable: "Shelfwright could not be reached. What you entered is still here: try again.",
      signed_out: "Shopify did not confirm who you are. What you entered is still here: try again.",
      shopify:
        "Shopify does not answer, so that Shelfwright cannot know who you are. What you entered is still here: try again.",
      often: "That was asked for very often within a minute. What you entered is still here: try again.",
      server: "Something went wrong on our side. What you entered is still here: try again.",
      busy: "Too many people use Shelfwright at this moment. What you entered is still here: try again in a few seconds.",
      too_large:
        "This is larger than Shelfwright takes at once. What you entered is still here: make it smaller or save it in parts, then try again.",
      too_slow:
        "Your connection is so slow that Shelfwright stopped waiting. What you entered is still here: try again.",
      not_taken:
        "Shelfwright does not understand what this page sent. What you entered is still here: copy it, reload the page and try again.",
    },
    notOpened: {
      offline: "You are offline. The page was not opened: try again.",
      unreachable: "Shelfwright could not be reached. The page was not opened: try again.",
      signed_out: "Shopify did not confirm who you are. The page was not opened: try again.",
      shopify:
        "Shopify does not answer, so that Shelfwright cannot know who you are. The page was not opened: try again.",
      often: "That was asked for very often within a minute. The page was not opened: try again.",
      server: "Something went wrong on our side. The page was not opened: try again.",
      busy: "Too many people use Shelfwright at this moment. The page was not opened: try again in a few seconds.",
      too_large: "This is larger than Shelfwright takes at once. The page was not opened: try again.",
      too_slow: "Your connection is so slow that Shelfwright stopped waiting. The page was not opened: try again.",
      not_taken: "Shelfwright does not understand what this page sent. The page was not opened: try again.",
    },
    unconfirmed:
      "Shelfwright answers again. What you entered is still here, and not confirmed yet: press the button again. Nothing is done twice.",
  },
  problem: {
    notFound: "Not found",
    noLongerKept: "No longer kept",
    wrong: "Something went wrong",
    missing: {
      page: "This page does not exist in your store, or it was removed. Go back to the list and choose another.",
      product:
        "This product is not in your catalogue. It may be new: reading it from Shopify takes a minute. Go back to the list and choose another.",
      run: "This run does not exist in your store, or it was removed. Go back to the list and choose another.",
    },
    kept_one:
      "The details of this run are no longer kept: a run that has ended is kept for {{count}} day. The texts that came of it are on their products’ pages, and the last publishing of each can still be undone there.",
    kept_other:
      "The details of this run are no longer kept: a run that has ended is kept for {{count}} days. The texts that came of it are on their products’ pages, and the last publishing of each can still be undone there.",
    notShown: "This could not be shown",
    saved: "Your work is saved. If it happens again, tell whoever runs this app what you did just before.",
    tryAgain: "Try again",
  },
  form: {
    save: "Save",
    discard: "Discard",
    show: "Show",
    hide: "Hide",
    stale: "Changed in another window while you had this open",
    nothingOverwritten: "Nothing was overwritten: yours is still here. This is what was saved meanwhile:",
    more: "and {{count}} more",
    whoseStays: "Keep mine saves yours in its place. Take theirs gives yours up.",
    keepMine: "Keep mine",
    takeTheirs: "Take theirs",
  },
  moreActions: "More actions",
  goBack: "Go back",
  cancel: "Cancel",
  titles: {
    feeds: "Feeds",
    product: "Product",
    products: "Products",
    languages: "Languages",
    review: "Review",
    reviews: "Reviews",
    run: "Run",
    activity: "Activity",
    failed: "What failed",
    log: "Log",
    rules: "Rules",
    history: "History",
    assignments: "Where rules apply",
    glossary: "Glossary",
    results: "Results",
    texts: "Texts",
    settings: "Settings",
  },
  auth: {
    open: "Open Shelfwright in your Shopify admin",
    how: "Shelfwright works inside the Shopify admin. Choose it from the Apps menu there, or type your store’s name.",
    store: "Store name",
    go: "Open",
    wrong: "Type your store’s name, as it stands before .myshopify.com.",
    opening: "Opening your Shopify admin …",
    openingApp: "Opening Shelfwright …",
    stays: "If this page stays, <admin>open it in your Shopify admin</admin>.",
    noPage: "There is no such page",
    notShown: "This page could not be shown",
    openAgain: "Open Shelfwright again from the Apps menu of your Shopify admin. Nothing of your work is lost.",
    problem: {
      clock: "The clock of this app’s server is wrong",
      clockAdvice:
        "Shopify’s proof of who you are is valid for a minute, and the server reads another time. Whoever runs this app has to set its clock; your work goes on meanwhile.",
      token: "This app could not make sure who you are",
      tokenAdvice:
        "Shopify’s proof of who you are does not fit the app’s key. Whoever runs this app has to check SHOPIFY_API_KEY and SHOPIFY_API_SECRET.",
      page: "This page could not be opened",
      pageAdvice:
        "Try again, or open Shelfwright from the Apps menu of your Shopify admin. Nothing of your work is lost.",
      shopify: "Shopify could not be reached",
      shopifyAdvice:
        "Shelfwright has to ask Shopify before it opens, and got no answer. Nothing of your work is lost. Wait a moment, then try again.",
    },
    staysHere: "If this page stays, <here>go on here</here>.",
    leaving: "Leaving the frame …",
  },
  showRun: "Show the run",
  portals: "Menus and dialogs",
} as const;
