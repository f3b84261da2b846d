/** Our own part of an address: when this page was last sent for a new session token, in seconds since 1970. */
export const bouncedParameter = "bounced";
