/** What one item of a large run plans before it translates: some 200 ms. */
export const shareProducts = 100;
