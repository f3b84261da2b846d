/**
 * A header that the web server sets, whatever a sender put there: the loaders of one navigation have requests of their own,
 * which have this in common.
 */
export const requestMark = "x-shelfwright-request";
